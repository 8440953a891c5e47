import { describe, expect, it } from 'vitest';
import { daysOf, withDays } from './calendar-days.ts';
import { readMinute } from './minute.ts';

describe('days of the calendar', () => {
  const year = { holidays: ['2027-02-06', '2027-01-01'], makeUpWorkdays: ['2027-01-30'] };

  it('stand in order, each by its kind, and make the same year again', () => {
    expect(daysOf(year)).toEqual([
      { date: '2027-01-01', kind: 'off' },
      { date: '2027-01-30', kind: 'work' },
      { date: '2027-02-06', kind: 'off' },
    ]);
    expect(withDays(daysOf(year))).toEqual({
      holidays: ['2027-01-01', '2027-02-06'],
      makeUpWorkdays: ['2027-01-30'],
    });
    expect(daysOf(undefined)).toEqual([]);
  });
});

describe('a time of day', () => {
  it.each([
    ['8:30', 510],
    ['０８：３０', 510],
    ['24:00', 1_440],
    ['24:01', undefined],
    ['08:60', undefined],
    ['8', undefined],
  ])('%s is %s', (typed, minutes) => {
    expect(readMinute(typed)).toBe(minutes);
  });
});
