/**
 * `npm run fresh-start`: clones the last commit into an empty folder and starts it there as a stranger would, twice.
 * Says what it found and how long the first answer took; ends with `N passed, N failed`.
 */
import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'gezhi-fresh-'));
const clone = join(scratch, 'gezhi');
const dataDir = join(scratch, 'data');

let passed = 0;
let failed = 0;

async function check(name: string, holds: () => unknown): Promise<void> {
  try {
    const note = await holds();
    passed += 1;
    console.log(`ok    ${name}${typeof note === 'string' ? `: ${note}` : ''}`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL  ${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function must(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

/** The environment of somebody who has just cloned: nothing of this checkout or of the npm that runs this script. */
function strangersEnvironment(port: number): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(npm_|GEZHI_|DATABASE_|VITEST|INIT_CWD)/.test(name));
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((place) => !place.includes('node_modules'));
  return { ...Object.fromEntries(kept), PATH: path.join(delimiter), PORT: String(port), DATA_DIR: dataDir };
}

const port = await freePort();
const origin = `http://127.0.0.1:${port}`;
const environment = strangersEnvironment(port);
const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(2)} s`;

async function untilHealthy(server: ChildProcess, limitSeconds: number): Promise<void> {
  for (const begun = performance.now(); performance.now() - begun < limitSeconds * 1000; await wait(20)) {
    if (server.exitCode !== null) throw new Error(`npm start ended with ${server.exitCode}`);
    const answer = await fetch(`${origin}/healthz`).catch(() => undefined);
    if (answer?.status === 200) return;
  }
  throw new Error(`no answer within ${limitSeconds} s`);
}

/** Fetches a page or a figure; anything but 200 is a failure. */
async function read(path: string): Promise<{ text: string; type: string }> {
  const answer = await fetch(origin + path);
  const text = await answer.text();
  must(answer.status === 200, `${path} answered ${answer.status}: ${text.slice(0, 200)}`);
  return { text, type: answer.headers.get('content-type') ?? '' };
}

async function page(path: string): Promise<void> {
  const { text, type } = await read(path);
  must(type.startsWith('text/html') && text.includes('<html'), `${path} is no page but ${type}`);
}

interface Account {
  username: string;
  password: string;
  role: string;
  area: string;
}

/** The demonstration is filled while the server answers already; its accounts are written when it is complete. */
async function demonstrationAccounts(limitSeconds: number): Promise<Account[]> {
  const file = join(dataDir, 'demo-accounts.json');
  for (const begun = performance.now(); !existsSync(file); await wait(200)) {
    must(performance.now() - begun < limitSeconds * 1000, `there are none after ${limitSeconds} s`);
  }
  const accounts = JSON.parse(readFileSync(file, 'utf8')) as Account[];
  must(Array.isArray(accounts) && accounts.length > 0, 'there are none');
  for (const account of accounts) {
    for (const field of ['username', 'password', 'role', 'area'] as const) {
      must(typeof account[field] === 'string' && account[field] !== '', `an account has no ${field}`);
    }
  }
  return accounts;
}

function first(accounts: readonly Account[]): Account {
  const [account] = accounts;
  if (account === undefined) throw new Error('there is none');
  return account;
}

/** Signs in by the form, as a browser without JavaScript would. */
async function signIn({ username, password }: Account): Promise<void> {
  const answer = await fetch(`${origin}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin },
    body: new URLSearchParams({ username, password }),
  });
  must(answer.status === 303, `signing in as ${username} answered ${answer.status}`);
  must(answer.headers.getSetCookie().length > 0, `signing in as ${username} gave no session`);
}

/** One life of the server: start, look, stop. */
async function life(name: string, limitSeconds: number, look: () => Promise<void>): Promise<void> {
  const begun = performance.now();
  const server = spawn('npm', ['start'], { cwd: clone, env: environment, stdio: ['ignore', 'inherit', 'inherit'] });
  const ended = once(server, 'close');
  await check(`${name}: first answer`, async () => {
    await untilHealthy(server, limitSeconds);
    return seconds(begun);
  });
  await look();
  await check(`${name}: SIGTERM ends it gracefully`, async () => {
    must(server.exitCode === null, 'it had ended before');
    const asked = performance.now();
    server.kill('SIGTERM');
    const stuck = setTimeout(() => server.kill('SIGKILL'), 30_000);
    const [code, signal] = (await ended) as [number | null, string | null];
    clearTimeout(stuck);
    must(code === 0, `it ended with ${code ?? signal}`);
    const still = await fetch(`${origin}/healthz`).catch(() => undefined);
    must(still === undefined, 'something still answers');
    return seconds(asked);
  });
}

try {
  execFileSync('git', ['clone', '--quiet', root, clone]);

  await life('first start', 480, async () => {
    await check('it is ready', () => read('/readyz'));
    await check('it has metrics', () => read('/metrics'));
    const filling = performance.now();
    let accounts: Account[] = [];
    await check('demonstration accounts', async () => {
      accounts = await demonstrationAccounts(240);
      return `${accounts.length} of them after ${seconds(filling)}`;
    });
    await check('a demonstration account signs in', () => signIn(first(accounts)));
    for (const path of ['/', '/sign-in', '/desk', '/field', '/api/docs'])
      await check(`${path} is a page`, () => page(path));
    await check('the API describes itself', () => read('/api/openapi.json'));
  });
  await life('second start', 60, () => check('it is ready again', () => read('/readyz')));

  await check('the command line answers', () => {
    execFileSync('npx', ['gezhi', '--help'], { cwd: clone, env: environment, encoding: 'utf8' });
  });
  await check('nothing tracked was changed', () => {
    const changed = execFileSync('git', ['status', '--porcelain'], { cwd: clone, encoding: 'utf8' });
    must(changed === '', changed);
  });
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
