import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openTestDatabase } from '../database/testing.ts';
import { openLog } from '../log/log.ts';
import { openOnce } from '../testing.ts';
import { type Jobs, openJobs } from './index.ts';

const scope = { county: '450802' };
const log = openLog('silent');

const db = openOnce(openTestDatabase);

async function jobsWith(handler: (data: { n: number }) => Promise<void>, working = false): Promise<Jobs> {
  const jobs = openJobs({ db, log });
  jobs.handle<{ n: number }>('count', handler, { retries: 1 });
  await jobs.start(working);
  return jobs;
}

describe('a job', () => {
  it('is done when its transaction is committed, and not when it is rolled back', async () => {
    const done: number[] = [];
    const jobs = await jobsWith(async ({ n }) => void done.push(n));
    await db.transaction(scope, (trx) => jobs.enqueue(trx, 'count', { n: 1 }));
    await db
      .transaction(scope, async (trx) => {
        await jobs.enqueue(trx, 'count', { n: 2 });
        throw new Error('no');
      })
      .catch(() => undefined);
    await jobs.drain();
    expect(done).toEqual([1]);
    await jobs.drain();
    expect(done).toEqual([1]);
    await jobs.stop();
  });

  it('comes again when its handler failed, and the others of its batch do not', async () => {
    const done: number[] = [];
    let fails = 1;
    const jobs = await jobsWith(async ({ n }) => {
      if (n === 3 && fails-- > 0) throw new Error('first time');
      done.push(n);
    });
    await db.transaction(scope, async (trx) => {
      for (const n of [3, 4]) await jobs.enqueue(trx, 'count', { n });
    });
    await jobs.drain();
    expect(done).toEqual([4]);
    await db.asOwner((owner) => owner.query("update pgboss.job set start_after = now() where state = 'retry'"));
    await jobs.drain();
    expect(done).toEqual([4, 3]);
    await jobs.stop();
  });

  it('is done in one go with others, and by itself where that failed', async () => {
    const done: number[][] = [];
    const jobs = openJobs({ db, log });
    jobs.handleTogether<{ n: number }>('together', async (all) => {
      if (all.length > 1 && all.some(({ n }) => n === 13)) throw new Error('not with that one');
      done.push(all.map(({ n }) => n));
    });
    await jobs.start(false);
    const put = (...numbers: number[]) =>
      db.transaction(scope, async (trx) => {
        for (const n of numbers) await jobs.enqueue(trx, 'together', { n });
      });
    await put(1, 2, 3);
    await jobs.drain();
    await put(12, 13);
    await jobs.drain();
    expect(done.map((all) => all.toSorted((a, b) => a - b)).toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0))).toEqual([
      [1, 2, 3],
      [12],
      [13],
    ]);
    await jobs.stop();
  });

  it('is one of many that do not wait for the next second', async () => {
    const done: number[] = [];
    const jobs = openJobs({ db, log });
    jobs.handle<{ n: number }>('many', async ({ n }) => void done.push(n), { batch: 5 });
    await jobs.start(true);
    await db.transaction(scope, async (trx) => {
      for (let n = 0; n < 30; n += 1) await jobs.enqueue(trx, 'many', { n });
    });
    for (let tries = 0; tries < 150 && done.length < 30; tries += 1) await wait(20);
    expect(done).toHaveLength(30);
    await jobs.stop();
  });

  it('waits for its time', async () => {
    const done: number[] = [];
    const jobs = await jobsWith(async ({ n }) => void done.push(n));
    await db.transaction(scope, (trx) => jobs.enqueue(trx, 'count', { n: 5 }, 3_600));
    await jobs.drain();
    expect(done).toEqual([]);
    await jobs.stop();
  });

  it('is done by a worker that looks by itself', async () => {
    const done: number[] = [];
    const jobs = await jobsWith(async ({ n }) => void done.push(n), true);
    await db.transaction(scope, (trx) => jobs.enqueue(trx, 'count', { n: 6 }));
    for (let tries = 0; tries < 300 && done.length === 0; tries += 1) await wait(20);
    expect(done).toEqual([6]);
    await jobs.stop();
  });

  it('needs a queue with a handler', async () => {
    const jobs = await jobsWith(async () => undefined);
    await expect(db.transaction(scope, (trx) => jobs.enqueue(trx, 'nobody', {}))).rejects.toThrow(/no handler/);
    expect(() => jobs.handle('late', async () => undefined)).toThrow(/after the start/);
    await jobs.stop();
  });
});
