import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openLog } from '../log/log.ts';
import { repeat } from './repeat.ts';

const log = openLog('silent');

describe('a repeated task', () => {
  it('goes on by itself, also after a failure, until it is stopped', async () => {
    let turns = 0;
    const task = repeat(
      'x',
      5,
      async () => {
        turns += 1;
        if (turns === 2) throw new Error('once');
      },
      log,
    );
    while (turns < 4) await wait(5);
    await task.stop();
    const last = turns;
    await wait(30);
    expect(turns).toBe(last);
  });

  it('has one turn at a time, and one waiting however many ask for it', async () => {
    let running = 0;
    let most = 0;
    let turns = 0;
    const task = repeat(
      'x',
      60_000,
      async () => {
        running += 1;
        most = Math.max(most, running);
        await wait(20);
        running -= 1;
        turns += 1;
      },
      log,
    );
    await wait(5);
    await Promise.all(Array.from({ length: 50 }, () => task.now()));
    expect(most).toBe(1);
    expect(turns).toBe(2);
    await task.stop();
  });

  it('asked for now begins after the asking', async () => {
    let seen = 0;
    let value = 0;
    const task = repeat(
      'x',
      60_000,
      async () => {
        const start = value;
        await wait(10);
        seen = start;
      },
      log,
    );
    await wait(2);
    value = 7;
    await task.now();
    expect(seen).toBe(7);
    await task.stop();
  });

  it('says that a turn failed to whoever must know, and goes on', async () => {
    let fails = false;
    const task = repeat('x', 60_000, () => (fails ? Promise.reject(new Error('no')) : Promise.resolve()), log);
    await task.nowOrThrow();
    fails = true;
    await task.now();
    await expect(task.nowOrThrow()).rejects.toThrow('no');
    fails = false;
    await task.nowOrThrow();
    await task.stop();
  });
});
