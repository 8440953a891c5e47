import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { program } from '../world/src/programs.ts';

/** A filled demonstration, running as anybody would start it. */
export interface DemoServer {
  readonly url: string;
  readonly dataDir: string;
  readonly password: (username: string) => string;
  readonly stop: () => Promise<void>;
}

const patienceMs = 240_000;
const accounts = 'demo-accounts.json';

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => (child.exitCode === null ? child.once('exit', () => resolve()) : resolve()));
}

const answers = async (url: string): Promise<boolean> =>
  fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );

/** Starts the program on a data folder and waits until it answers and the demonstration is filled. */
async function startOn(dataDir: string, more: Readonly<Record<string, string>>) {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const settings = {
    PORT: String(port),
    DATA_DIR: dataDir,
    GEZHI_CLOCK: 'settable',
    LOG_LEVEL: 'warn',
    RATE_LIMIT: '0',
    ...more,
  };
  const child = spawn(process.execPath, [program('start')], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (part: Buffer) => (said += part.toString()));
  child.stderr.on('data', (part: Buffer) => (said += part.toString()));
  for (const begun = Date.now(); !(existsSync(join(dataDir, accounts)) && (await answers(url))); await wait(250)) {
    if (child.exitCode !== null || Date.now() - begun > patienceMs) {
      child.kill('SIGKILL');
      throw new Error(`the demonstration did not start:\n${said.slice(-3_000)}`);
    }
  }
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      await ended(child);
    },
  };
}

/** Whoever comes first fills a demonstration for all the files of a run; the others wait for it. */
async function filledIn(shared: string): Promise<string> {
  const filled = join(shared, 'demonstration');
  const making = join(shared, 'being-filled');
  const first = !existsSync(filled) && mkdirSync(making, { recursive: true }) !== undefined;
  if (first) {
    try {
      const server = await startOn(making, {});
      await server.stop();
      renameSync(making, filled);
    } catch (error) {
      rmSync(making, { recursive: true, force: true });
      throw error;
    }
  }
  for (const begun = Date.now(); !existsSync(filled); await wait(250)) {
    if (!existsSync(making)) return filledIn(shared);
    if (Date.now() - begun > patienceMs) throw new Error('nobody filled the demonstration');
  }
  return filled;
}

/**
 * Starts the program on a demonstration of one's own. Within a test run (`GEZHI_TEST_SHARED`) it is a copy of one that
 * was filled once, as a second start would find it.
 */
export async function startDemo(more: Readonly<Record<string, string>> = {}): Promise<DemoServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'gezhi-e2e-'));
  const shared = process.env['GEZHI_TEST_SHARED'];
  if (shared !== undefined) cpSync(await filledIn(shared), dataDir, { recursive: true });
  const { url, stop } = await startOn(dataDir, more);
  const list = JSON.parse(readFileSync(join(dataDir, accounts), 'utf8')) as { username: string; password: string }[];
  return {
    url,
    dataDir,
    password: (username) => list.find((one) => one.username === username)?.password ?? '',
    stop: async () => {
      await stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
