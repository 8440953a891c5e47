import chineseDays from 'chinese-days';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Instant } from '../../time.ts';
import { chinaCalendar, reckonDue, remaining } from './index.ts';
import type { ClockAmount, ClockKind, Standstill } from './index.ts';

/*
 * A second way to the same due times: minute by minute, asking chinese-days for each date, marking the minutes in
 * which the clock stands still one by one. It shares no code with the calculation and is a thousand times slower.
 */
const minute = 60_000;
const cut = (at: Instant): Instant => at - (at % minute);
const local = (at: Instant): string => new Date(at + 480 * minute).toISOString();
const dateAt = (at: Instant): string => local(at).slice(0, 10);
const timeAt = (at: Instant): string => local(at).slice(11, 16);
const midnightOf = (date: string): Instant => Date.parse(`${date}T00:00+08:00`);

const worked = new Map<string, boolean>();
function isWorked(date: string): boolean {
  const known = worked.get(date) ?? chineseDays.isWorkday(date);
  worked.set(date, known);
  return known;
}

function isOffice(at: Instant): boolean {
  const time = timeAt(at);
  return ((time >= '08:00' && time < '12:00') || (time >= '14:00' && time < '18:00')) && isWorked(dateAt(at));
}

const counts: Record<ClockKind, (at: Instant) => boolean> = {
  running: () => true,
  calendarDays: () => true,
  working: isOffice,
  workingDays: (at) => isWorked(dateAt(at)),
};

function markStill(start: Instant, standstills: readonly Standstill[]): Set<Instant> {
  const still = new Set<Instant>();
  for (const [from, to] of standstills) {
    for (let at = Math.max(cut(from), cut(start)); at < cut(to ?? Number.NaN); at += minute) still.add(at);
  }
  return still;
}

function slowMinutes(kind: ClockKind, amount: number, start: Instant, still: Set<Instant>): Instant {
  let left = amount;
  let at = cut(start);
  for (; left > 0; at += minute) if (counts[kind](at) && !still.has(at)) left -= 1;
  return at;
}

/** Unbroken runs of still minutes: when each begins, and the dates it touches after its first. */
function runsOf(still: Set<Instant>): { from: Instant; laterDates: Set<string> }[] {
  const runs: { from: Instant; laterDates: Set<string> }[] = [];
  for (const at of [...still].toSorted((a, b) => a - b)) {
    if (!still.has(at - minute)) runs.push({ from: at, laterDates: new Set() });
    const run = runs.at(-1);
    if (run !== undefined && dateAt(at) !== dateAt(run.from)) run.laterDates.add(dateAt(at));
  }
  return runs;
}

/**
 * The first day that is the n-th of its kind after the start, n having grown by the days that each standstill begun
 * before that day's end holds after its first date.
 */
function slowDays(kind: ClockKind, amount: number, start: Instant, still: Set<Instant>): Instant {
  const isCounted = (date: string): boolean => counts[kind](midnightOf(date));
  const runs = runsOf(still);
  let passed = 0;
  for (let day = midnightOf(dateAt(start)) + 1_440 * minute; ; day += 1_440 * minute) {
    if (!counts[kind](day)) continue;
    passed += 1;
    const end = kind === 'workingDays' ? day + 1_080 * minute : day + 1_440 * minute;
    const added = runs.filter(({ from }) => from < end).flatMap(({ laterDates }) => [...laterDates].filter(isCounted));
    if (passed === amount + added.length) return end;
  }
}

const first = Date.parse('2024-01-01T00:00+08:00');
const last = Date.parse('2026-11-01T00:00+08:00');
const length = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 300 }), fc.integer({ min: 300, max: 6_000 }));

/** Standstills around a start: unsorted, overlapping, touching, empty, begun before it, long after it. */
function casesOf(kinds: readonly ClockKind[], amount: fc.Arbitrary<number>) {
  return fc.record({
    kind: fc.constantFrom(...kinds),
    amount,
    start: fc.integer({ min: first, max: last }),
    still: fc.array(fc.tuple(fc.integer({ min: -2_000, max: 12_000 }), length), { maxLength: 5 }),
  });
}

function standstillsOf(start: Instant, still: readonly (readonly [number, number])[]): Standstill[] {
  return still.map(([begin, size]) => [start + begin * minute, start + (begin + size) * minute] as const);
}

const inMinutes = casesOf(['running', 'working'], fc.integer({ min: 1, max: 2_500 }));
const inDays = casesOf(['workingDays', 'calendarDays'], fc.integer({ min: 1, max: 16 }));

test('minutes: the same due time as minute by minute', () => {
  fc.assert(
    fc.property(inMinutes, ({ kind, amount, start, still }) => {
      const standstills = standstillsOf(start, still);
      const slow = slowMinutes(kind, amount, start, markStill(start, standstills));
      expect(reckonDue(chinaCalendar, { kind, amount }, start, standstills)).toEqual({ state: 'due', at: slow });
    }),
    { numRuns: 300 },
  );
});

test('days: the same due time as day by day over marked minutes', () => {
  fc.assert(
    fc.property(inDays, ({ kind, amount, start, still }) => {
      const standstills = standstillsOf(start, still);
      const slow = slowDays(kind, amount, start, markStill(start, standstills));
      expect(reckonDue(chinaCalendar, { kind, amount }, start, standstills)).toEqual({ state: 'due', at: slow });
    }),
    { numRuns: 200 },
  );
});

test('minutes: what is left at any moment is what minute by minute still has to pass', () => {
  fc.assert(
    fc.property(inMinutes, fc.integer({ min: 0, max: 8_000 }), ({ kind, amount, start, still }, later) => {
      const standstills = standstillsOf(start, still);
      const marked = markStill(start, standstills);
      const due = slowMinutes(kind, amount, start, marked);
      const now = start + later * minute;
      let left = 0;
      for (let at = cut(now); at < due; at += minute) if (counts[kind](at) && !marked.has(at)) left += 1;
      const answer = remaining(chinaCalendar, { kind, amount }, now, due, standstills);
      expect(answer.left).toBe(left);
      expect(answer.share).toBe(left / amount);
      expect(answer.overdue).toBe(cut(now) > due);
    }),
    { numRuns: 200 },
  );
});

test('the order of standstills, and cutting one in two, changes nothing', () => {
  const any = fc.oneof(inMinutes, inDays);
  fc.assert(
    fc.property(any, fc.integer({ min: 0, max: 6_000 }), ({ kind, amount, start, still }, where) => {
      const whole: ClockAmount = { kind, amount };
      const standstills = standstillsOf(start, still);
      const halves = standstills.flatMap(([from, to]): Standstill[] => {
        const middle = Math.min(from + where * minute, to ?? from);
        return [
          [middle, to],
          [from, middle],
        ];
      });
      const due = reckonDue(chinaCalendar, whole, start, standstills);
      expect(reckonDue(chinaCalendar, whole, start, standstills.toReversed())).toEqual(due);
      expect(reckonDue(chinaCalendar, whole, start, halves)).toEqual(due);
    }),
  );
});

test('one more standstill never brings the due time forward', () => {
  const any = fc.oneof(inMinutes, inDays);
  fc.assert(
    fc.property(any, fc.tuple(fc.integer({ min: 0, max: 9_000 }), length), ({ kind, amount, start, still }, more) => {
      const before = reckonDue(chinaCalendar, { kind, amount }, start, standstillsOf(start, still));
      const after = reckonDue(chinaCalendar, { kind, amount }, start, standstillsOf(start, [...still, more]));
      if (before.state !== 'due' || after.state !== 'due') throw new Error('no due time');
      expect(after.at).toBeGreaterThanOrEqual(before.at);
    }),
  );
});
