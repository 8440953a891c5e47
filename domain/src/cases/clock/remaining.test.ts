import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chinaCalendar, dueAt, remaining } from './index.ts';
import type { ClockAmount, Remaining, Standstill } from './index.ts';

const at = (local: string): number => Date.parse(`${local}+08:00`);
const five: ClockAmount = { kind: 'workingDays', amount: 5 };

function leftOf(amount: ClockAmount, now: string, due: string, standstills: readonly Standstill[] = []): Remaining {
  return remaining(chinaCalendar, amount, at(now), at(due), standstills);
}

describe('minutes', () => {
  const two: ClockAmount = { kind: 'working', amount: 120 };

  test('run down in office hours only', () => {
    expect(leftOf(two, '2026-11-20T17:30', '2026-11-23T09:30')).toEqual({
      kind: 'working',
      left: 120,
      share: 1,
      late: 0,
      overdue: false,
      still: false,
    });
    expect(leftOf(two, '2026-11-22T12:00', '2026-11-23T09:30').left).toBe(90);
    expect(leftOf(two, '2026-11-23T09:06', '2026-11-23T09:30').share).toBe(0.2);
  });

  test('do not run down in a standstill', () => {
    const standstill: Standstill = [at('2026-11-20T11:30'), at('2026-11-23T09:00')];
    const expected = { left: 90, still: true };
    expect(leftOf(two, '2026-11-20T11:30', '2026-11-23T10:30', [standstill])).toMatchObject(expected);
    expect(leftOf(two, '2026-11-23T08:59', '2026-11-23T10:30', [standstill])).toMatchObject(expected);
    expect(leftOf(two, '2026-11-23T09:00', '2026-11-23T10:30', [standstill])).toMatchObject({ left: 90, still: false });
  });

  test('at the due minute nothing is left and nothing is late', () => {
    expect(leftOf(two, '2026-11-20T10:00:59', '2026-11-20T10:00')).toMatchObject({
      left: 0,
      share: 0,
      late: 0,
      overdue: false,
    });
  });

  test('late is told in the same kind of time', () => {
    expect(leftOf(two, '2026-11-23T08:15', '2026-11-20T17:50')).toMatchObject({ left: 0, late: 25, overdue: true });
    expect(leftOf({ kind: 'running', amount: 30 }, '2026-11-21T00:00', '2026-11-20T23:00')).toMatchObject({ late: 60 });
  });

  test('a standstill begun after the due time takes nothing off the lateness', () => {
    const after: Standstill = [at('2026-11-20T18:00'), at('2026-11-24T08:00')];
    expect(leftOf(two, '2026-11-23T09:00', '2026-11-20T17:00', [after])).toMatchObject({ late: 120, still: false });
  });
});

describe('days', () => {
  test.each([
    ['the day of the start takes none', '2026-11-20T09:35', 5],
    ['nor the weekend after it', '2026-11-22T12:00', 5],
    ['a morning is half a day', '2026-11-23T13:00', 4.5],
    ['the last day begins with one', '2026-11-27T08:00', 1],
    ['and ends with none', '2026-11-27T18:00', 0],
  ])('%s', (_, now, left) => {
    expect(leftOf(five, now, '2026-11-27T18:00')).toMatchObject({ left, share: left / 5, late: 0 });
  });

  test('a week holds its fifth day until it is under a fifth', () => {
    expect(leftOf(five, '2026-11-27T08:00', '2026-11-27T18:00').share).toBe(0.2);
    expect(leftOf(five, '2026-11-27T08:01', '2026-11-27T18:00').share).toBeLessThan(0.2);
  });

  test('a deferral holds them, now and to come', () => {
    const deferral: Standstill = [at('2026-11-23T09:00'), at('2026-11-25T09:00')];
    const due = '2026-12-01T18:00';
    expect(leftOf(five, '2026-11-20T12:00', due, [deferral])).toMatchObject({ left: 5, still: false });
    expect(leftOf(five, '2026-11-24T15:00', due, [deferral])).toMatchObject({ left: 4.875, still: true });
    expect(leftOf(five, '2026-11-25T09:00', due, [deferral])).toMatchObject({ left: 4.875, still: false });
  });

  test('a standstill from the due time on takes none away', () => {
    const after: Standstill = [at('2026-11-27T18:00'), at('2026-12-01T18:00')];
    expect(leftOf(five, '2026-11-26T18:00', '2026-11-27T18:00', [after])).toMatchObject({ left: 1, still: false });
  });

  test('late in days, with a fraction', () => {
    expect(leftOf(five, '2026-11-30T12:00', '2026-11-27T18:00')).toMatchObject({ left: 0, late: 0.5, overdue: true });
    expect(leftOf({ kind: 'calendarDays', amount: 3 }, '2026-11-24T12:00', '2026-11-22T00:00')).toMatchObject({
      late: 2.5,
    });
  });

  test('a due time that a weekend standstill covers is past all the same', () => {
    const weekend: Standstill = [at('2026-11-27T16:00'), at('2026-11-28T10:00')];
    expect(leftOf(five, '2026-11-27T17:00', '2026-11-27T18:00', [weekend])).toMatchObject({ left: 0.25, still: true });
    expect(leftOf(five, '2026-11-27T20:00', '2026-11-27T18:00', [weekend])).toMatchObject({
      left: 0,
      still: false,
      overdue: true,
    });
  });
});

test('outside standstills, what is left never grows and stays within the amount', () => {
  const kinds = fc.constantFrom<ClockAmount>(
    five,
    { kind: 'calendarDays', amount: 7 },
    { kind: 'working', amount: 960 },
    { kind: 'running', amount: 1_440 },
  );
  const start = at('2026-09-28T10:20');
  fc.assert(
    fc.property(kinds, fc.nat(20_000), fc.nat(20_000), (amount, a, b) => {
      const due = dueAt(chinaCalendar, amount, start, []);
      const [sooner, later] = [Math.min(a, b), Math.max(a, b)].map((minutes) =>
        remaining(chinaCalendar, amount, start + minutes * 60_000, due, []),
      );
      if (!sooner || !later) throw new Error('two moments');
      expect(later.left).toBeLessThanOrEqual(sooner.left);
      expect(later.late).toBeGreaterThanOrEqual(sooner.late);
      expect(sooner.share).toBeLessThanOrEqual(1);
      expect(later.share).toBeGreaterThanOrEqual(0);
    }),
  );
});
