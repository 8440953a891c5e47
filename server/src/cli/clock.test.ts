import { describe, expect, it } from 'vitest';
import { dueTimes } from './clock.ts';
import { CommandFailed } from './command.ts';

const ask = (...examples: object[]) => dueTimes(JSON.stringify({ examples }));
const working = { kind: 'working', amount: 60 };

describe('gezhi clock', () => {
  it('answers due times on the wall clock of the calendar', () => {
    const { json, missingYears } = ask(
      { clock: { kind: 'working', amount: 240 }, start: '2026-09-30T16:00+08:00', suspensions: [] },
      {
        clock: working,
        start: '2026-11-20T03:00:00.000Z',
        suspensions: [['2026-11-20T11:30+08:00', '2026-11-23T09:00+08:00']],
        due: 'x',
      },
      { clock: { kind: 'calendarDays', amount: 7 }, start: '2026-02-12T09:00+08:00' },
    );
    expect(JSON.parse(json)).toEqual(['2026-10-08T10:00+08:00', '2026-11-23T09:30+08:00', '2026-02-20T00:00+08:00']);
    expect(missingYears).toEqual([]);
  });

  it('names the years whose holidays are not published', () => {
    expect(ask({ clock: { kind: 'workingDays', amount: 1 }, start: '2027-01-04T09:00+08:00' }).missingYears).toEqual([
      2027,
    ]);
  });

  it('answers nothing for nothing', () => {
    expect(ask().json).toBe('[]');
  });

  it.each([
    ['no JSON', '{"examples":', /not JSON/],
    ['no examples', '[]', /input must be/],
    [
      'an unknown kind',
      { clock: { kind: 'days', amount: 1 }, start: '2026-11-20T09:00+08:00' },
      /examples\.0\.clock\.kind/,
    ],
    ['half a day', { clock: { kind: 'workingDays', amount: 0.5 }, start: '2026-11-20T09:00+08:00' }, /clock\.amount/],
    ['a time without a zone', { clock: working, start: '2026-11-20T09:00' }, /examples\.0\.start: must look like/],
    ['a day that is not', { clock: working, start: '2026-13-40T09:00+08:00' }, /no moment of the calendar/],
    [
      'a suspension backwards',
      {
        clock: working,
        start: '2026-11-20T09:00+08:00',
        suspensions: [['2026-11-22T09:00+08:00', '2026-11-21T09:00+08:00']],
      },
      /ends before it begins/,
    ],
  ])('refuses %s with a sentence', (_what, given, message) => {
    const text = typeof given === 'string' ? given : JSON.stringify({ examples: [given] });
    expect(() => dueTimes(text)).toThrow(CommandFailed);
    expect(() => dueTimes(text)).toThrow(message);
  });
});
