import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openRounds } from './rounds.ts';
import type { Why } from './rounds.ts';
import type { Round } from './send-waiting.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Waits so many turns of the microtask queue. */
async function turns(n: number): Promise<void> {
  for (let turn = 0; turn < n; turn += 1) await Promise.resolve();
}

it('misses nothing that is put in while a round ends', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(12), { minLength: 1, maxLength: 6 }),
      fc.array(fc.nat(4), { maxLength: 6 }),
      async (pauses, lengths) => {
        let waiting = 0;
        let round = 0;
        const rounds = openRounds({
          round: async () => {
            await turns(lengths[round++] ?? 0);
            waiting = 0;
            return { kind: 'nothing' };
          },
          ended: () => undefined,
        });
        for (const pause of pauses) {
          await turns(pause);
          waiting += 1;
          rounds.sendNow();
        }
        await turns(60);
        expect(waiting).toBe(0);
      },
    ),
    { numRuns: 500 },
  );
});

/** Rounds that end as told, the last end again and again; the moments and reasons of all that were begun. */
function played(ends: readonly (Round | Error)[]) {
  const begun: { at: number; why: Why }[] = [];
  const start = Date.now();
  const told: string[] = [];
  const rounds = openRounds({
    round: async (why) => {
      const end = ends[Math.min(begun.length, ends.length - 1)];
      begun.push({ at: Date.now() - start, why });
      if (end instanceof Error || end === undefined) throw end ?? new Error('no end');
      return end;
    },
    ended: ({ kind }) => void told.push(kind),
  });
  return { rounds, begun, told };
}

it.each<[string, Round | Error, number]>([
  ['the session does not answer', { kind: 'unreachable' }, 1000],
  ['the phone’s store fails', new Error('closing'), 1000],
  ['another tab has the lock', { kind: 'elsewhere' }, 5000],
  ['nobody is signed in', { kind: 'signedOut' }, 60_000],
])('looks again by itself where %s', async (_, end, ms) => {
  const { rounds, begun } = played([end, { kind: 'nothing' }]);
  rounds.sendNow();
  await vi.advanceTimersByTimeAsync(ms - 1);
  expect(begun).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(begun).toEqual([
    { at: 0, why: 'asked' },
    { at: ms, why: 'time' },
  ]);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(begun).toHaveLength(2);
});

it('tells a store that fails from a line that is down', async () => {
  const { rounds, told } = played([new Error('closing'), { kind: 'unreachable' }, { kind: 'nothing' }]);
  rounds.sendNow();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(told).toEqual(['unread', 'unreachable', 'nothing']);
});

it('goes on after a pause, and at once when asked for', async () => {
  const { rounds, begun } = played([{ kind: 'later', at: Date.now() + 40_000 }, { kind: 'nothing' }]);
  rounds.sendNow();
  await vi.advanceTimersByTimeAsync(3000);
  rounds.sendNow();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(begun).toEqual([
    { at: 0, why: 'asked' },
    { at: 3000, why: 'asked' },
  ]);
});
