import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutToMinute, type Instant } from '../time.ts';
import { always, type Ending, standingAt } from './standing.ts';

const at = (text: string): Instant => Date.parse(`2026-11-23T${text}+08:00`);

/** As figures ask of the rows. */
const asked = ({ dueAt, contactEnds, handleEnds }: Ending, now: Instant) => ({
  overdue: dueAt !== null && dueAt < now,
  contact: contactEnds !== null && contactEnds < cutToMinute(now),
  handle: handleEnds !== null && handleEnds < cutToMinute(now),
});

describe('how a case stands at a moment', () => {
  it('is so for ever when nothing of it runs', () => {
    const standing = standingAt({ dueAt: null, contactEnds: null, handleEnds: null }, at('10:00'));
    expect(standing).toEqual({ overdue: false, contact: false, handle: false, ...always });
  });

  it('turns when it falls due, and with the minute after a clock has ended', () => {
    const ending = { dueAt: at('12:00'), contactEnds: at('11:00'), handleEnds: at('13:00:30') };
    const between = standingAt(ending, at('11:30'));
    expect(between).toEqual({
      overdue: false,
      contact: true,
      handle: false,
      since: at('11:01'),
      until: at('12:00') + 1,
    });
    expect(standingAt(ending, between.until)).toMatchObject({
      overdue: true,
      since: at('12:00') + 1,
      until: at('13:01'),
    });
    expect(standingAt(ending, at('11:00:59.999'))).toMatchObject({ contact: false, until: at('11:01') });
  });

  it('is what is asked of the rows at every moment that it is said to hold for', () => {
    const moment = fc.integer({ min: at('10:00'), max: at('10:05') });
    const ends = fc.option(fc.oneof(moment, moment.map(cutToMinute)), { nil: null });
    fc.assert(
      fc.property(
        fc.record({ dueAt: ends, contactEnds: ends, handleEnds: ends }),
        moment,
        moment,
        (ending, now, other) => {
          const { since, until, ...over } = standingAt(ending, now);
          expect(since <= now && now < until).toBe(true);
          expect(over).toEqual(asked(ending, now));
          if (since <= other && other < until) expect(asked(ending, other)).toEqual(over);
          if (since > always.since) expect(asked(ending, since - 1)).not.toEqual(over);
          if (until < always.until) expect(asked(ending, until)).not.toEqual(over);
        },
      ),
    );
  });
});
