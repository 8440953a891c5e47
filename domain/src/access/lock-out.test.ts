import { describe, expect, it } from 'vitest';
import { forgiven, lockedUntil, lockOutMs, type Tries } from './lock-out.ts';

const minutes = 60_000;

describe('lock-out', () => {
  it.each<{ name: string; tries: Tries | undefined; now: number; until: number | undefined }>([
    { name: 'no tries', tries: undefined, now: 0, until: undefined },
    { name: 'four tries', tries: { count: 4, since: 0, last: 0 }, now: 1, until: undefined },
    { name: 'five tries', tries: { count: 5, since: 0, last: 60_000 }, now: 2 * minutes, until: 16 * minutes },
    {
      name: 'the last instant of the lock',
      tries: { count: 5, since: 0, last: 0 },
      now: lockOutMs - 1,
      until: lockOutMs,
    },
    { name: 'the lock is over', tries: { count: 5, since: 0, last: 0 }, now: lockOutMs, until: undefined },
    { name: 'more than five that raced in', tries: { count: 9, since: 0, last: 0 }, now: 1, until: lockOutMs },
  ])('$name', ({ tries, now, until }) => {
    expect(lockedUntil(tries, now)).toBe(until);
  });

  it('forgets four tries 15 minutes after the first, and five 15 minutes after the last', () => {
    expect(forgiven({ count: 4, since: 0, last: 14 * minutes }, 15 * minutes)).toBe(true);
    expect(forgiven({ count: 5, since: 0, last: 14 * minutes }, 15 * minutes)).toBe(false);
    expect(forgiven({ count: 5, since: 0, last: 14 * minutes }, 29 * minutes)).toBe(true);
  });
});
