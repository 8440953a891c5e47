import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayMinutes, dayOfDate, type Instant, minuteMs } from '../time.ts';
import { type CutPeriod, cutPeriod, type Span, spansOf } from './spans.ts';

const zone = 480;
const day = dayMinutes * minuteMs;
const at = (text: string): Instant => Date.parse(`${text}+08:00`);
const named = ({ spans }: CutPeriod) => spans.map(({ kind, begins }) => `${kind} ${begins}`);

describe('a period', () => {
  it('that is open on both sides is all of time', () => {
    expect(cutPeriod({}, true, zone)).toEqual({ spans: [{ kind: 'all', begins: '0001-01-01' }], within: {}, rest: [] });
  });

  it.each([
    ['2026-11-23T00:00', '2026-11-24T00:00', ['day 2026-11-23']],
    ['2026-11-01T00:00', '2026-12-01T00:00', ['month 2026-11-01']],
    [
      '2025-11-29T00:00',
      '2027-01-02T00:00',
      ['day 2025-11-29', 'day 2025-11-30', 'month 2025-12-01', 'year 2026-01-01', 'day 2027-01-01'],
    ],
  ])('from %s to %s is cut into the longest spans', (from, to, spans) => {
    const cut = cutPeriod({ from: at(from), to: at(to) }, true, zone);
    expect(named(cut)).toEqual(spans);
    expect(cut.rest).toEqual([]);
  });

  it('leaves what lies in no whole day at its ends', () => {
    const [from, to] = [at('2026-11-22T15:30'), at('2026-11-25T00:00:00.001')];
    const cut = cutPeriod({ from, to }, true, zone);
    expect(named(cut)).toEqual(['day 2026-11-23', 'day 2026-11-24']);
    expect(cut.days).toEqual({ from: '2026-11-23', before: '2026-11-25' });
    expect(cut.within).toEqual({ from: at('2026-11-23T00:00'), to: at('2026-11-25T00:00') });
    expect(cut.rest).toEqual([
      { from, to: at('2026-11-23T00:00') },
      { from: at('2026-11-25T00:00'), to },
    ]);
  });

  it('without days leaves what lies in no whole month', () => {
    const [from, to] = [at('2026-10-02T00:00'), at('2026-12-05T00:00')];
    const cut = cutPeriod({ from, to }, false, zone);
    expect(named(cut)).toEqual(['month 2026-11-01']);
    expect(cut.rest).toEqual([
      { from, to: at('2026-11-01T00:00') },
      { from: at('2026-12-01T00:00'), to },
    ]);
  });

  it('in which no span lies whole is left whole', () => {
    const period = { from: at('2026-11-23T08:00'), to: at('2026-11-23T09:00') };
    expect(cutPeriod(period, true, zone)).toEqual({ spans: [], within: {}, rest: [period] });
    const month = { from: at('2026-11-02T00:00'), to: at('2026-12-01T00:00') };
    expect(cutPeriod(month, false, zone)).toEqual({ spans: [], within: {}, rest: [month] });
    const none = { from: at('2026-11-23T08:00'), to: at('2026-11-22T09:00') };
    expect(cutPeriod(none, true, zone)).toEqual({ spans: [], within: {}, rest: [none] });
  });

  it('open on one side reaches beyond every span there is', () => {
    const until = cutPeriod({ to: at('2000-02-02T00:00') }, true, zone);
    expect(named(until)).toEqual(['month 2000-01-01', 'day 2000-02-01']);
    expect(until.rest).toEqual([{ to: at('2000-01-01T00:00') }]);
    const from = cutPeriod({ from: at('2099-11-30T00:00') }, true, zone);
    expect(named(from)).toEqual(['day 2099-11-30', 'month 2099-12-01']);
    expect(from.rest).toEqual([{ from: at('2100-01-01T00:00') }]);
  });

  it('is covered by its spans and its rest, every moment once', () => {
    const moment = fc.integer({ min: at('1999-06-01T00:00'), max: at('2101-06-01T00:00') });
    // Ends are often at midnight, or beside it.
    const end = fc.option(
      fc.oneof(
        moment,
        fc.tuple(moment, fc.integer({ min: -1, max: 1 })).map(([near, by]) => {
          const midnight = at('2026-01-01T00:00');
          return midnight + Math.round((near - midnight) / day) * day + by;
        }),
      ),
      { nil: undefined },
    );
    const within = (span: Span, date: string): boolean => spansOf(date)[span.kind].begins === span.begins;
    fc.assert(
      fc.property(end, end, fc.boolean(), fc.array(moment, { minLength: 1 }), (from, to, days, moments) => {
        const { spans, days: covered, rest } = cutPeriod({ from, to }, days, zone);
        const near = [from, to, ...rest.flatMap((one) => [one.from, one.to])].flatMap((one) =>
          one === undefined ? [] : [one - 1, one, one + 1],
        );
        for (const one of [...moments, ...near]) {
          const date = new Date(one + zone * minuteMs).toISOString().slice(0, 10);
          const inSpans = spans.filter((span) => within(span, date)).length;
          const inRest = rest.filter((part) => (part.from ?? -Infinity) <= one && one < (part.to ?? Infinity)).length;
          const asked = (from ?? -Infinity) <= one && one < (to ?? Infinity);
          expect([date, inSpans + inRest]).toEqual([date, asked ? 1 : 0]);
          if (covered) expect(inSpans).toBe(covered.from <= date && date < covered.before ? 1 : 0);
          expect(days || spans.every(({ kind }) => kind !== 'day')).toBe(true);
          expect(spans.every(({ begins }) => dayOfDate(begins) !== undefined)).toBe(true);
        }
      }),
    );
  });
});
