import { describe, expect, it } from 'vitest';
import { daysOf, mondayOf, touches } from './week.ts';

const at = (text: string) => Date.parse(`${text}+08:00`);

describe('the week of the roster', () => {
  it.each([
    ['2026-11-16T00:00', '2026-11-16T00:00'],
    ['2026-11-22T23:59', '2026-11-16T00:00'],
    ['2026-11-23T00:00', '2026-11-23T00:00'],
    ['1969-12-30T12:00', '1969-12-29T00:00'],
  ])('%s belongs to the week of %s', (day, monday) => {
    expect(mondayOf(at(day))).toBe(at(monday));
  });

  it('has seven days', () => {
    expect(daysOf(at('2026-11-16T00:00'))[6]).toBe(at('2026-11-22T00:00'));
  });

  it('shows a night turn on both days it touches, not on a day it only borders', () => {
    const night = { from: '2026-11-20T18:00:00+08:00', to: '2026-11-21T08:00:00+08:00' };
    const whole = { from: '2026-11-20T00:00:00+08:00', to: '2026-11-21T00:00:00+08:00' };
    expect([20, 21, 22].map((day) => touches(night, at(`2026-11-${day}T00:00`)))).toEqual([true, true, false]);
    expect([19, 20, 21].map((day) => touches(whole, at(`2026-11-${day}T00:00`)))).toEqual([false, true, false]);
  });
});
