import {
  cutToMinute,
  dayMinutes,
  dayOfMinute,
  instantOfLocalMinute,
  isInstant,
  lastInstant,
  localMinuteOf,
} from '../../time.ts';
import type { Instant, LocalMinute } from '../../time.ts';
import { isClockAmount, rulerOf } from './amount.ts';
import type { ClockAmount, Ruler } from './amount.ts';
import { faultsOfCalendar } from './calendar.ts';
import type { Calendar } from './calendar.ts';
import { between } from './measure.ts';
import { daysAdded, spansOf, within } from './standstill.ts';
import type { Span, Standstill } from './standstill.ts';

/** Why no due time can be worked out. */
export type ClockRefusal =
  /** The amount is no whole number from 1 to 100,000, or of no known kind. */
  | 'clock.amount'
  /** The start is no moment of the years 1 to 9999. */
  | 'clock.start'
  /** A standstill begins or ends at no such moment. */
  | 'clock.standstill'
  /** The calendar has faults: see `faultsOfCalendar`. */
  | 'clock.calendar'
  /** The due time would lie beyond the year 9999. */
  | 'clock.range';

export type Due =
  | { readonly state: 'due'; readonly at: Instant }
  /** Standing still with no end known, so there is no due time yet. */
  | { readonly state: 'still'; readonly since: Instant }
  | { readonly state: 'refused'; readonly code: ClockRefusal };

/**
 * When a clock ends, or why it has no end. Takes any input: what cannot be counted is answered, not thrown.
 *
 * Times are cut to the minute. Minutes count outside standstills, and the due time is the instant the last of them
 * ends. Days count from the day after the start; the due time is the end of office hours (`workingDays`) or of the
 * day (`calendarDays`), and each standstill adds the days of that kind after its first date up to and including its
 * last. A standstill beginning when the clock has already ended changes nothing: what is late stays late.
 */
export function reckonDue(
  calendar: Calendar,
  amount: ClockAmount,
  start: Instant,
  standstills: readonly Standstill[],
): Due {
  const code = refusalOf(calendar, amount, start, standstills);
  if (code !== undefined) return { state: 'refused', code };
  const { offsetMinutes } = calendar;
  const begin = localMinuteOf(start, offsetMinutes);
  const spans = within(spansOf(standstills, offsetMinutes), begin, Number.POSITIVE_INFINITY);
  const ruler = rulerOf(calendar, amount.kind);
  const end = ruler.days
    ? endOfDays(ruler.days, begin, amount.amount, spans)
    : endOfMinutes(ruler, begin, amount.amount, spans);
  const at = instantOfLocalMinute(end.minute, offsetMinutes);
  if (end.still) return { state: 'still', since: at };
  return at > lastInstant ? { state: 'refused', code: 'clock.range' } : { state: 'due', at };
}

/**
 * When a clock ends, for inputs that were checked where they came in (amounts by `isClockAmount`) and standstills
 * that have ended. Throws a RangeError with the refusal's code otherwise; `reckonDue` answers it as a value.
 */
export function dueAt(
  calendar: Calendar,
  amount: ClockAmount,
  start: Instant,
  suspensions: readonly (readonly [from: Instant, to: Instant])[],
): Instant {
  const due = reckonDue(calendar, amount, start, suspensions);
  if (due.state === 'due') return due.at;
  throw new RangeError(due.state === 'refused' ? due.code : 'clock.standstill');
}

/** Whether something done (or, if not done, now) comes after its due time. The due minute itself is in time. */
export function overdue(due: Instant, doneOrNow: Instant): boolean {
  return cutToMinute(doneOrNow) > due;
}

interface End {
  readonly minute: LocalMinute;
  /** The minute is not the end, but the beginning of a standstill without one. */
  readonly still: boolean;
}

function endOfMinutes({ minutes }: Ruler, begin: LocalMinute, amount: number, spans: readonly Span[]): End {
  let at = begin;
  let left = amount;
  for (const [from, to] of spans) {
    const run = between(minutes, at, from);
    if (run >= left) break;
    if (to === Number.POSITIVE_INFINITY) return { minute: from, still: true };
    left -= run;
    at = to;
  }
  return { minute: minutes.reach(at, left), still: false };
}

function endOfDays(days: NonNullable<Ruler['days']>, begin: LocalMinute, amount: number, spans: readonly Span[]): End {
  const endAfter = (count: number): LocalMinute =>
    days.measure.reach(dayOfMinute(begin), count) * dayMinutes + days.endsAt;
  let count = amount;
  for (const span of spans) {
    if (span[0] >= endAfter(count)) break;
    if (span[1] === Number.POSITIVE_INFINITY) return { minute: span[0], still: true };
    count += daysAdded(days.measure, span);
  }
  return { minute: endAfter(count), still: false };
}

function refusalOf(
  calendar: Calendar,
  amount: ClockAmount,
  start: Instant,
  standstills: readonly Standstill[],
): ClockRefusal | undefined {
  if (!isClockAmount(amount)) return 'clock.amount';
  if (!isInstant(start)) return 'clock.start';
  if (!standstills.every(([from, to]) => isInstant(from) && (to === undefined || isInstant(to))))
    return 'clock.standstill';
  return faultsOfCalendar(calendar).length > 0 ? 'clock.calendar' : undefined;
}
