import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from './index.ts';

const county = '450802';
const rounds = 3;

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'gezhi-kill-'));
});
afterAll(() => rm(dataDir, { recursive: true }));

const options = () => ({ dataDir, appPassword: '' });

/** A process that writes rows as fast as it can and says which are committed. */
function writer(round: number): ChildProcess {
  const script = `
    const { openDatabase } = await import(${JSON.stringify(join(import.meta.dirname, 'index.ts'))});
    const db = await openDatabase(${JSON.stringify(options())});
    for (let n = 0; ; n += 1) {
      const id = '${round}-' + n;
      await db.transaction({ county: '${county}', system: true }, async (trx) => {
        await trx.insertInto('file').values({ county: '${county}', id, state: 'ready', bytes: n, at: new Date().toISOString() }).execute();
        await trx.insertInto('idempotency').values({ county: '${county}', actor: 'a', key: id, hash: '', answer: '', at: new Date().toISOString() }).execute();
      });
      console.log(id);
    }`;
  return spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
}

describe.skipIf(process.env['GEZHI_TEST_DATABASE_URL'])('a server that is killed while it writes', () => {
  it('has lost nothing it acknowledged, and nothing is there by half', { timeout: 120_000 }, async () => {
    const acknowledged: string[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const child = writer(round);
      if (child.stdout === null) throw new Error('no output');
      createInterface({ input: child.stdout }).on('line', (id) => acknowledged.push(id));
      await once(child.stdout, 'data');
      await wait(100 + Math.random() * 400);
      child.kill('SIGKILL');
      await once(child, 'close');
    }
    expect(acknowledged.length).toBeGreaterThan(rounds);
    const db = await openDatabase(options());
    const { files, keys } = await db.transaction({ county, system: true }, async (trx) => ({
      files: await trx.selectFrom('file').select('id').orderBy('id').execute(),
      keys: await trx.selectFrom('idempotency').select('key as id').orderBy('key').execute(),
    }));
    await db.close();
    const there = new Set(files.map(({ id }) => id));
    expect(acknowledged.filter((id) => !there.has(id))).toEqual([]);
    expect(files).toEqual(keys);
  });
});
