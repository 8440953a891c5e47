import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cutToMinute,
  dateOfDay,
  dayOfDate,
  firstInstant,
  isInstant,
  lastInstant,
  localDateOf,
  localMinuteOf,
  instantOfLocalMinute,
  startOfDay,
} from './time.ts';

const shanghai = 480;

describe('moments', () => {
  test('reach from the year 1 to the year 9999', () => {
    expect(new Date(firstInstant).toISOString()).toBe('0001-01-01T00:00:00.000Z');
    expect(new Date(lastInstant).toISOString()).toBe('9999-12-31T23:59:59.999Z');
    expect([firstInstant, 0, lastInstant].every(isInstant)).toBe(true);
    expect([firstInstant - 1, lastInstant + 1, 0.5, Number.NaN, Number.POSITIVE_INFINITY].some(isInstant)).toBe(false);
  });

  test('are cut to the minute downwards, before 1970 too', () => {
    expect(cutToMinute(Date.parse('2026-11-20T09:10:59.999Z'))).toBe(Date.parse('2026-11-20T09:10Z'));
    expect(cutToMinute(-1)).toBe(-60_000);
  });
});

describe('local time', () => {
  test('changes its date at local midnight', () => {
    expect(localDateOf(Date.parse('2026-11-20T23:59:59+08:00'), shanghai)).toBe('2026-11-20');
    expect(localDateOf(Date.parse('2026-11-21T00:00+08:00'), shanghai)).toBe('2026-11-21');
    expect(localDateOf(Date.parse('2026-11-20T23:00-05:00'), -300)).toBe('2026-11-20');
  });

  test('a minute comes back as the moment it began', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: firstInstant, max: lastInstant }),
        fc.integer({ min: -720, max: 840 }),
        (at, offset) => {
          expect(instantOfLocalMinute(localMinuteOf(at, offset), offset)).toBe(cutToMinute(at));
        },
      ),
    );
  });

  test('a day begins at local midnight', () => {
    expect(startOfDay(dayOfDate('2026-11-20') ?? 0, shanghai)).toBe(Date.parse('2026-11-20T00:00+08:00'));
  });
});

describe('dates', () => {
  test('and day numbers are one and the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (day) => {
        expect(dayOfDate(dateOfDay(day))).toBe(day);
      }),
    );
  });

  test.each([
    '2026-02-30',
    '2026-13-01',
    '2025-02-29',
    '26-01-01',
    '2026-1-1',
    '2026-01-01T00:00',
    '+010000-01-01',
    '',
  ])('%j is none', (text) => {
    expect(dayOfDate(text)).toBeUndefined();
  });
});
