import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderInUse, lockFolder } from './lock.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gezhi-lock-'));
  file = join(folder, 'database.lock');
});
afterEach(() => rm(folder, { recursive: true }));

/** Another process that holds the lock until it is killed. */
async function holder() {
  const script = `const { lockFolder } = await import(${JSON.stringify(join(import.meta.dirname, 'lock.ts'))});
    lockFolder(${JSON.stringify(file)}); console.log('held'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

describe('the lock of the database folder', () => {
  it('is held by one, and can be taken again when given back', () => {
    const release = lockFolder(file);
    expect(() => lockFolder(file)).toThrow(FolderInUse);
    release();
    lockFolder(file)();
  });

  it('names the process that has it, and passes on when that process was killed', async () => {
    const child = await holder();
    expect(() => lockFolder(file)).toThrow(new RegExp(`process ${child.pid} on ${hostname()}`));
    child.kill('SIGKILL');
    await once(child, 'exit');
    lockFolder(file)();
    expect(await readdir(folder)).toEqual([]);
  });

  it('passes on when the process id now belongs to something else', async () => {
    await writeFile(file, JSON.stringify({ pid: process.ppid, host: hostname(), started: '1', token: 'x' }));
    const release = lockFolder(file);
    expect(await readdir(folder)).toEqual(['database.lock']);
    release();
    await writeFile(
      file,
      JSON.stringify({ pid: process.pid, host: hostname(), started: '', token: 'of my last life' }),
    );
    lockFolder(file)();
  });

  it('passes on from another host only when nobody has touched it for a while', async () => {
    await writeFile(file, JSON.stringify({ pid: 1, host: 'elsewhere', started: '', token: 'x' }));
    expect(() => lockFolder(file)).toThrow(/on elsewhere/);
    const past = new Date((await stat(file)).mtimeMs - 60_000);
    await utimes(file, past, past);
    lockFolder(file)();
  });

  it('passes on when it was half written', async () => {
    await writeFile(file, '{"pid":');
    const release = lockFolder(file);
    expect(() => lockFolder(file)).toThrow(FolderInUse);
    release();
  });
});
