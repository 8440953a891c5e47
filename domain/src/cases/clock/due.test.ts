import { describe, expect, test } from 'vitest';
import { chinaCalendar, dueAt, isClockAmount, reckonDue } from './index.ts';
import type { Calendar, ClockAmount, ClockKind, Due, Standstill } from './index.ts';

const at = (local: string): number => Date.parse(`${local}+08:00`);
const due = (local: string): Due => ({ state: 'due', at: at(local) });
const reckon = (kind: ClockKind, amount: number, start: string, standstills: readonly Standstill[] = []): Due =>
  reckonDue(chinaCalendar, { kind, amount }, at(start), standstills);
const still = (from: string, to?: string): Standstill => [at(from), to === undefined ? undefined : at(to)];

describe('office minutes', () => {
  test.each([
    ['in the lunch break', '2026-11-20T12:30', 30, '2026-11-20T14:30'],
    ['when the office closes', '2026-11-20T18:00', 1, '2026-11-23T08:01'],
    ['a minute before it closes', '2026-11-20T17:59', 1, '2026-11-20T18:00'],
    ['when the break begins', '2026-11-20T12:00', 1, '2026-11-20T14:01'],
    ['up to the break exactly', '2026-11-20T08:00', 240, '2026-11-20T12:00'],
    ['on a holiday', '2026-10-03T10:00', 1, '2026-10-08T08:01'],
    ['at midnight', '2026-11-20T00:00', 480, '2026-11-20T18:00'],
    ['within a minute: cut', '2026-11-20T08:00:59.999', 1, '2026-11-20T08:01'],
  ])('started %s', (_, start, amount, end) => {
    expect(reckon('working', amount, start)).toEqual(due(end));
  });

  test('a standstill touching the due time moves nothing, one minute earlier moves it by its length', () => {
    const standstill = still('2026-11-20T10:00', '2026-11-20T11:00');
    expect(reckon('working', 120, '2026-11-20T08:00', [standstill])).toEqual(due('2026-11-20T10:00'));
    expect(reckon('working', 121, '2026-11-20T08:00', [standstill])).toEqual(due('2026-11-20T11:01'));
  });
});

describe('days', () => {
  test('a standstill that ends at midnight has its last date before it', () => {
    expect(reckon('calendarDays', 2, '2026-11-02T09:00', [still('2026-11-02T10:00', '2026-11-04T00:00')])).toEqual(
      due('2026-11-06T00:00'),
    );
    expect(reckon('calendarDays', 2, '2026-11-02T09:00', [still('2026-11-02T10:00', '2026-11-04T00:01')])).toEqual(
      due('2026-11-07T00:00'),
    );
  });

  test('a standstill begun before the start counts from the start', () => {
    expect(reckon('workingDays', 1, '2026-11-20T09:00', [still('2026-11-16T09:00', '2026-11-23T09:00')])).toEqual(
      due('2026-11-24T18:00'),
    );
  });

  test('overlapping standstills add their days once', () => {
    const twice = [still('2026-11-24T08:00', '2026-11-26T08:00'), still('2026-11-23T09:00', '2026-11-25T09:00')];
    expect(reckon('workingDays', 5, '2026-11-20T11:00', twice)).toEqual(due('2026-12-02T18:00'));
  });

  test('two standstills that meet at midnight are one', () => {
    const meeting = [still('2026-11-03T10:00', '2026-11-04T00:00'), still('2026-11-04T00:00', '2026-11-04T09:00')];
    expect(reckon('calendarDays', 2, '2026-11-02T09:00', meeting)).toEqual(due('2026-11-06T00:00'));
  });

  test('what has ended stays ended: a standstill from the due time on adds nothing', () => {
    expect(reckon('workingDays', 1, '2026-11-19T09:00', [still('2026-11-20T18:00', '2026-11-25T18:00')])).toEqual(
      due('2026-11-20T18:00'),
    );
    expect(reckon('workingDays', 1, '2026-11-19T09:00', [still('2026-11-20T17:59', '2026-11-25T18:00')])).toEqual(
      due('2026-11-25T18:00'),
    );
  });

  test('a standstill that only the days won by another reach counts as well', () => {
    const chain = [still('2026-11-24T09:00', '2026-11-25T09:00'), still('2026-11-20T09:00', '2026-11-24T08:00')];
    expect(reckon('workingDays', 1, '2026-11-19T09:00', chain)).toEqual(due('2026-11-25T18:00'));
  });
});

describe('a standstill without an end', () => {
  test.each(['running', 'working', 'workingDays', 'calendarDays'] as const)('leaves %s without a due time', (kind) => {
    const open = still('2026-11-20T09:00');
    expect(reckon(kind, 2_000, '2026-11-20T08:30', [open])).toEqual({ state: 'still', since: at('2026-11-20T09:00') });
    expect(reckon(kind, 2_000, '2026-11-20T09:30', [open])).toEqual({ state: 'still', since: at('2026-11-20T09:30') });
  });

  test('begun after the due time changes nothing', () => {
    expect(reckon('running', 30, '2026-11-20T08:30', [still('2026-11-20T09:00')])).toEqual(due('2026-11-20T09:00'));
    expect(reckon('workingDays', 1, '2026-11-20T08:30', [still('2026-11-23T18:00')])).toEqual(due('2026-11-23T18:00'));
  });
});

describe('other calendars', () => {
  const nights: Calendar = {
    offsetMinutes: -300,
    office: [
      [0, 60],
      [1_380, 1_440],
    ],
    years: {},
  };

  test('office hours may touch midnight', () => {
    const start = Date.parse('2026-11-20T23:30-05:00');
    expect(dueAt(nights, { kind: 'working', amount: 31 }, start, [])).toBe(Date.parse('2026-11-23T00:01-05:00'));
    expect(dueAt(nights, { kind: 'workingDays', amount: 1 }, start, [])).toBe(Date.parse('2026-11-24T00:00-05:00'));
  });

  test('one with faults refuses', () => {
    const broken: Calendar = { ...nights, office: [] };
    expect(reckonDue(broken, { kind: 'running', amount: 1 }, 0, [])).toEqual({
      state: 'refused',
      code: 'clock.calendar',
    });
  });
});

describe('refusals are answers', () => {
  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 100_001])('amount %d', (amount) => {
    expect(isClockAmount({ kind: 'running', amount })).toBe(false);
    expect(reckon('running', amount, '2026-11-20T08:00')).toEqual({ state: 'refused', code: 'clock.amount' });
  });

  test('a kind nobody knows', () => {
    const amount: ClockAmount = JSON.parse('{"kind": "fortnights", "amount": 1}');
    expect(reckonDue(chinaCalendar, amount, 0, [])).toEqual({ state: 'refused', code: 'clock.amount' });
  });

  test.each([Number.NaN, 0.5, 8.64e15, -8.64e15])('a start of %d', (start) => {
    expect(reckonDue(chinaCalendar, { kind: 'working', amount: 1 }, start, [])).toEqual({
      state: 'refused',
      code: 'clock.start',
    });
  });

  test('a standstill at no moment', () => {
    const bad: Standstill[] = [[0, Number.NaN]];
    expect(reckonDue(chinaCalendar, { kind: 'working', amount: 1 }, 0, bad)).toEqual({
      state: 'refused',
      code: 'clock.standstill',
    });
  });

  test('a due time beyond the year 9999', () => {
    expect(reckon('workingDays', 1, '9999-12-30T08:00')).toEqual(due('9999-12-31T18:00'));
    expect(reckon('workingDays', 2, '9999-12-30T08:00')).toEqual({ state: 'refused', code: 'clock.range' });
  });

  test('dueAt throws them, for its inputs are checked before', () => {
    expect(() => dueAt(chinaCalendar, { kind: 'running', amount: -1 }, 0, [])).toThrow(RangeError);
  });
});

test('the largest amounts and longest standstills are as quick as small ones', { timeout: 5_000 }, () => {
  const forAges: Standstill = [at('2026-11-20T09:00'), at('9000-01-01T00:00')];
  // 600 answers: a walk over millions of days for each would outlast the time limit many times.
  for (let i = 0; i < 200; i += 1) {
    expect(reckon('workingDays', 100_000, '2026-11-20T08:00').state).toBe('due');
    expect(reckon('working', 100_000, '2026-11-20T08:00', [forAges]).state).toBe('due');
    expect(reckon('workingDays', 100_000, '2026-11-20T08:00', [forAges]).state).toBe('due');
  }
  expect(reckon('calendarDays', 100_000, '2026-11-20T08:00')).toEqual(due('2300-09-06T00:00'));
});
