import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inherited, program } from './programs.ts';

/** A server process of one's own. */
export interface OwnServer {
  readonly url: string;
  /** Process that runs it. */
  readonly pid: number;
  /** Token of the first set-up, as an empty server says it. */
  readonly setUpToken: () => Promise<string>;
  /** What it wrote to both outputs so far. */
  readonly said: () => string;
  /** Asks it to stop and waits until it has. @throws Error with what it said, if it did not end well */
  stop(): Promise<void>;
  /** Ends it at once (SIGKILL), as a power cut would. */
  kill(): Promise<void>;
}

/** The program of this checkout. */
export const entry = program('server');
/** A loaded machine takes long to unpack the embedded database. */
const patienceMs = 300_000;

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** A folder for a server's data, and how to be rid of it. */
export function newFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'gezhi-world-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

async function untilReady(url: string, child: ChildProcess, said: () => string): Promise<void> {
  for (const begun = performance.now(); performance.now() - begun < patienceMs; await wait(50)) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the server ended by itself:\n${said()}`);
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.status === 200) return;
  }
  throw new Error(`the server was not ready in ${patienceMs / 1000} s:\n${said()}`);
}

/** An empty server writes the address of the first set-up right after it began to listen. */
async function tokenIn(said: () => string): Promise<string> {
  for (const begun = performance.now(); performance.now() - begun < 10_000; await wait(20)) {
    const token = /setup\?token=(\S+)/.exec(said())?.[1];
    if (token !== undefined) return token;
  }
  throw new Error(`the server named no first set-up:\n${said()}`);
}

/** A server process just started, which may not answer yet. */
export interface Launched {
  readonly child: ChildProcess;
  readonly url: string;
  /** What it wrote to both outputs so far. */
  readonly said: () => string;
  /** Ends once the process has. */
  readonly gone: Promise<unknown>;
}

/**
 * Starts a process of the demonstration kind with no limits by address and a clock that can be set. `more` adds to its
 * environment or replaces parts of it. `of` is the program, where it is that of another version.
 */
export function launchServer(
  dataDir: string,
  more: Readonly<Record<string, string>>,
  port: number,
  of: string = entry,
): Launched {
  const child = spawn(process.execPath, [of], {
    env: {
      ...inherited(),
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: dataDir,
      DEMO: '1',
      GEZHI_CLOCK: 'settable',
      RATE_LIMIT: '0',
      LOG_LEVEL: 'warn',
      ...more,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => lines.push(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => lines.push(chunk.toString()));
  const gone = once(child, 'exit');
  // Whoever started it is gone: nobody else will end it.
  const endWithUs = () => child.kill('SIGKILL');
  process.once('exit', endWithUs);
  child.once('exit', () => process.off('exit', endWithUs));
  return { child, url: `http://127.0.0.1:${port}`, said: () => lines.join(''), gone };
}

/** Starts a server (`launchServer`) and waits until it answers. */
export async function startServer(
  dataDir: string,
  more: Readonly<Record<string, string>> = {},
  port?: number,
): Promise<OwnServer> {
  const { child, url, said, gone } = launchServer(dataDir, more, port ?? (await freePort()));

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await gone;
  }

  try {
    await untilReady(url, child, said);
  } catch (error) {
    await end('SIGKILL');
    throw error;
  }
  return {
    url,
    pid: child.pid ?? 0,
    setUpToken: () => tokenIn(said),
    said,
    stop: async () => {
      await end('SIGTERM');
      if (child.exitCode !== 0)
        throw new Error(`the server ended with ${child.exitCode ?? child.signalCode}:\n${said()}`);
    },
    kill: () => end('SIGKILL'),
  };
}
