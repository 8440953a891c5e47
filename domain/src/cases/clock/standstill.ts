import { dayOfMinute, localMinuteOf } from '../../time.ts';
import type { Instant, LocalMinute } from '../../time.ts';
import { between } from './measure.ts';
import type { Measure } from './measure.ts';

/** A time [from, to) in which a clock stands still. Without an end it stands still from then on. */
export type Standstill = readonly [from: Instant, to: Instant | undefined];

/** The same in local minutes; `to` is Infinity when there is no end. */
export type Span = readonly [from: LocalMinute, to: LocalMinute];

/** Cuts to the minute, drops what is empty, orders, and joins what overlaps or touches. */
export function spansOf(standstills: readonly Standstill[], offsetMinutes: number): Span[] {
  const spans = standstills
    .map(
      ([from, to]): Span => [
        localMinuteOf(from, offsetMinutes),
        to === undefined ? Number.POSITIVE_INFINITY : localMinuteOf(to, offsetMinutes),
      ],
    )
    .filter(([from, to]) => from < to)
    .toSorted(([a], [b]) => a - b);
  const joined: Span[] = [];
  for (const [from, to] of spans) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], to)];
    else joined.push([from, to]);
  }
  return joined;
}

/** The parts of spans that lie within [from, to). */
export function within(spans: readonly Span[], from: LocalMinute, to: LocalMinute): Span[] {
  return spans.map(([a, b]): Span => [Math.max(a, from), Math.min(b, to)]).filter(([a, b]) => a < b);
}

/**
 * Days that a span adds to a clock counted in days: those after its first date up to and including its last. A span
 * ending at midnight has its last date before that midnight, for it is half-open like all others.
 */
export function daysAdded(measure: Measure, [from, to]: Span): number {
  return between(measure, dayOfMinute(from), dayOfMinute(to - 1));
}
