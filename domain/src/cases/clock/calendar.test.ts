import chineseDays from 'chinese-days';
import { describe, expect, test } from 'vitest';
import { dateOfDay, dayOfDate } from '../../time.ts';
import { chinaCalendar, faultsOfCalendar, isWorkday, yearsMissing } from './index.ts';
import type { Calendar } from './index.ts';

const at = (iso: string): number => Date.parse(`${iso}+08:00`);
const plain: Calendar = { ...chinaCalendar, years: {} };

describe('workdays', () => {
  test('are those of chinese-days on every day of 2024 to 2026', () => {
    const first = dayOfDate('2024-01-01') ?? 0;
    const last = dayOfDate('2026-12-31') ?? 0;
    const dates = Array.from({ length: last - first + 1 }, (_, i) => dateOfDay(first + i));
    expect(dates).toHaveLength(1_096);
    expect(dates.filter((date) => isWorkday(chinaCalendar, date))).toEqual(
      dates.filter((date) => chineseDays.isWorkday(date)),
    );
  });

  test('follow the week in a year that is not loaded', () => {
    const week = ['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04'];
    expect(week.map((date) => isWorkday(chinaCalendar, date))).toEqual([true, false, false, true]);
    expect(isWorkday(plain, '1969-12-31')).toBe(true);
    expect(isWorkday(plain, '1969-12-28')).toBe(false);
    expect(isWorkday(plain, '9999-12-31')).toBe(true);
  });

  test('a weekend listed as holiday, or a weekday as worked, changes nothing', () => {
    const years = { 2026: { holidays: ['2026-10-03'], makeUpWorkdays: ['2026-10-12'] } };
    expect(isWorkday({ ...plain, years }, '2026-10-03')).toBe(false);
    expect(isWorkday({ ...plain, years }, '2026-10-12')).toBe(true);
    expect(isWorkday({ ...plain, years }, '2026-10-13')).toBe(true);
  });

  test('a text that is no date is none', () => {
    expect(isWorkday(chinaCalendar, '2026-02-30')).toBe(false);
  });
});

describe('years missing', () => {
  test('are told by local date', () => {
    expect(yearsMissing(chinaCalendar, at('2026-01-01T00:00'), at('2026-12-31T23:59'))).toEqual([]);
    expect(yearsMissing(chinaCalendar, at('2026-11-30T00:00'), at('2027-01-01T00:00'))).toEqual([2027]);
    expect(yearsMissing(chinaCalendar, at('2022-06-01T00:00'), at('2028-06-01T00:00'))).toEqual([
      2022, 2023, 2027, 2028,
    ]);
  });

  test('turned round or without sense: none', () => {
    expect(yearsMissing(plain, at('2026-01-01T00:00'), at('2025-01-01T00:00'))).toEqual([]);
    expect(yearsMissing(plain, Number.NaN, at('2025-01-01T00:00'))).toEqual([]);
  });
});

describe('faults of a calendar', () => {
  test('the one a county begins with has none', () => {
    expect(faultsOfCalendar(chinaCalendar)).toEqual([]);
  });

  test.each([
    [[]],
    [[[720, 480]]],
    [[[480, 480]]],
    [
      [
        [840, 1080],
        [480, 720],
      ],
    ],
    [
      [
        [480, 900],
        [840, 1080],
      ],
    ],
    [[[480, 1441]]],
    [[[-1, 720]]],
    [[[480.5, 720]]],
    [[[480, Number.NaN]]],
  ] as [[number, number][]][])('office %j', (office) => {
    expect(faultsOfCalendar({ ...plain, office })).toEqual([{ code: 'calendar.office' }]);
  });

  test('all are told at once', () => {
    const years = {
      2026: { holidays: ['2026-02-30', '2026-10-01'], makeUpWorkdays: ['2026-10-01', '2025-10-11'] },
    };
    expect(faultsOfCalendar({ offsetMinutes: 480.5, office: [[0, 1440]], years })).toEqual([
      { code: 'calendar.offset' },
      { code: 'calendar.date', year: 2026, date: '2026-02-30' },
      { code: 'calendar.date', year: 2026, date: '2025-10-11' },
      { code: 'calendar.bothLists', year: 2026, date: '2026-10-01' },
    ]);
  });
});
