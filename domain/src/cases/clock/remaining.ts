import { localMinuteOf } from '../../time.ts';
import type { Instant, LocalMinute } from '../../time.ts';
import { rulerOf } from './amount.ts';
import type { ClockAmount, ClockKind, Ruler } from './amount.ts';
import type { Calendar } from './calendar.ts';
import { between } from './measure.ts';
import { daysAdded, spansOf, within } from './standstill.ts';
import type { Span, Standstill } from './standstill.ts';

/** How a clock stands. All amounts are in its own kind of time: minutes, office minutes, workdays, days. */
export interface Remaining {
  readonly kind: ClockKind;
  /** Left to the due time, 0 when it has come; days with a fraction for the part of a day. */
  readonly left: number;
  /** `left` as a share of the whole amount, 0 to 1. */
  readonly share: number;
  /** How far past the due time, else 0. A standstill that begins after the due time takes nothing off. */
  readonly late: number;
  readonly overdue: boolean;
  /** Standing still before its due time: `left` does not run down. */
  readonly still: boolean;
}

/**
 * What is left of a clock at a moment. `due` and `standstills` are those it was reckoned with. A clock counted in
 * days spends each of its days over that day's own time (office hours, or 24 hours), and none of the day it starts.
 */
export function remaining(
  calendar: Calendar,
  { kind, amount }: ClockAmount,
  now: Instant,
  due: Instant,
  standstills: readonly Standstill[],
): Remaining {
  const ruler = rulerOf(calendar, kind);
  const at = localMinuteOf(now, calendar.offsetMinutes);
  const end = localMinuteOf(due, calendar.offsetMinutes);
  const spans = spansOf(standstills, calendar.offsetMinutes).filter(([from]) => from < end);
  const still = at < end ? spans.find(([from, to]) => from <= at && at < to) : undefined;
  const left = at < end ? leftBetween(ruler, still?.[0] ?? at, end, spans) : 0;
  return {
    kind,
    left: Math.min(left, amount),
    share: amount > 0 ? Math.min(left / amount, 1) : 0,
    late: at > end ? between(ruler.minutes, end, at) / (ruler.days?.length ?? 1) : 0,
    overdue: at > end,
    still: still !== undefined,
  };
}

function leftBetween({ minutes, days }: Ruler, at: LocalMinute, end: LocalMinute, spans: readonly Span[]): number {
  const whole = between(minutes, at, end);
  if (days === undefined) {
    return within(spans, at, end).reduce((left, [from, to]) => left - between(minutes, from, to), whole);
  }
  const toCome = spans.filter(([from, to]) => from >= at && to < Number.POSITIVE_INFINITY);
  const added = toCome.reduce((sum, span) => sum + daysAdded(days.measure, span), 0);
  return Math.max(0, whole / days.length - added);
}
