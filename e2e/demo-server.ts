import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A filled demonstration, running as anybody would start it. */
export interface DemoServer {
  readonly url: string;
  readonly dataDir: string;
  readonly password: (username: string) => string;
  readonly stop: () => Promise<void>;
}

const patienceMs = 240_000;

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

/** Starts the program on a new data folder and waits until the demonstration is filled. */
export async function startDemo(more: Readonly<Record<string, string>> = {}): Promise<DemoServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'gezhi-e2e-'));
  const port = await freePort();
  const settings = {
    PORT: String(port),
    DATA_DIR: dataDir,
    GEZHI_CLOCK: 'settable',
    LOG_LEVEL: 'warn',
    RATE_LIMIT: '0',
    ...more,
  };
  const child = spawn(process.execPath, ['scripts/start.ts'], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (part: Buffer) => (said += part.toString()));
  child.stderr.on('data', (part: Buffer) => (said += part.toString()));
  const accounts = join(dataDir, 'demo-accounts.json');
  for (const begun = Date.now(); !existsSync(accounts); await new Promise((next) => setTimeout(next, 250))) {
    if (child.exitCode !== null || Date.now() - begun > patienceMs) {
      child.kill('SIGKILL');
      throw new Error(`the demonstration did not start:\n${said.slice(-3_000)}`);
    }
  }
  const list = JSON.parse(readFileSync(accounts, 'utf8')) as { username: string; password: string }[];
  return {
    url: `http://localhost:${port}`,
    dataDir,
    password: (username) => list.find((one) => one.username === username)?.password ?? '',
    stop: async () => {
      child.kill('SIGTERM');
      await ended(child);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
