import { describe, expect, it } from 'vitest';
import { instantOf, wallOf } from './county-time.ts';

describe('county time', () => {
  it.each(['Asia/Shanghai', 'America/New_York', 'UTC'])(
    '%s: reads its own wall clock back, all through a year',
    (zone) => {
      const wrong: string[] = [];
      for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 5 * 3_600_000) {
        // Of the hour that comes twice only the first can be named.
        if (wallOf(instantOf(wallOf(at, zone), zone), zone) !== wallOf(at, zone)) wrong.push(wallOf(at, zone));
      }
      expect(wrong).toEqual([]);
    },
  );

  it('is not the clock of this device', () => {
    expect(instantOf('2026-11-20T09:00', 'Asia/Shanghai')).toBe(Date.parse('2026-11-20T01:00:00Z'));
    expect(wallOf(Date.parse('2026-11-20T01:00:00Z'), 'Asia/Shanghai')).toBe('2026-11-20T09:00');
  });
});
