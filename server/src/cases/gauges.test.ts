import { describe, expect, it } from 'vitest';
import { countedAddress, gauge } from './gauges.ts';

const limit = { times: 2, minutes: 10 };
const minute = 60_000;

describe('a gauge', () => {
  it('is passed by one more than the limit, and has room again when the time is over', () => {
    const counted = gauge();
    expect([0, 1, 2].map((at) => counted.passed('a', at * minute, limit))).toEqual([false, false, true]);
    expect(counted.full('a', 3 * minute, limit)).toBe(true);
    expect(counted.full('b', 3 * minute, limit)).toBe(false);
    expect(counted.full('a', 11 * minute, limit)).toBe(false);
    expect(counted.passed('a', 13 * minute, limit)).toBe(false);
  });

  it('forgets the key silent for longest, not the one in use', () => {
    const counted = gauge(2);
    for (const key of ['a', 'b', 'a', 'c']) counted.passed(key, 0, limit);
    expect(['a', 'b', 'c'].map((key) => counted.full(key, 0, { ...limit, times: 1 }))).toEqual([true, false, true]);
  });
});

it('counts outside addresses, not this machine and nothing where limits are off', () => {
  const addresses = ['203.0.113.9', '127.0.0.1', '::1', '::ffff:127.0.0.1', '2001:db8::7'];
  expect(addresses.map((ip) => countedAddress({ rateLimit: 300 }, ip))).toEqual([
    '203.0.113.9',
    undefined,
    undefined,
    undefined,
    '2001:db8::7',
  ]);
  expect(countedAddress({ rateLimit: 0 }, '203.0.113.9')).toBeUndefined();
});
