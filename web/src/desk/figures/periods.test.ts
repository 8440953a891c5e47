import { expect, it } from 'vitest';
import { periodOf } from './periods.ts';

// A Sunday in the county, still Saturday in UTC.
const now = Date.parse('2026-11-22T01:00:00+08:00');

it.each([
  ['week', '2026-11-16'],
  ['month', '2026-11-01'],
  ['days30', '2026-10-24'],
  ['year', '2026-01-01'],
] as const)('%s begins on %s and ends today', (name, from) => {
  expect(periodOf(name, now)).toEqual({ from, to: '2026-11-22' });
});
