import { minuteMs, dayMinutes } from '../../time.ts';
import type { Instant } from '../../time.ts';
import type { Rating } from '../case.ts';

/** How long after closing a rating counts. */
export const ratingDays = 30;

/**
 * The one rating that counts: the latest given by the reporter within 30 days of the closing before it, else the
 * latest such call-back of a clerk. A reopened case keeps what was said of its first closing until more is said.
 */
export function countingRating(ratings: readonly Rating[], closings: readonly Instant[]): Rating | undefined {
  const counted = ratings.filter(({ at }) => isInTime(at, closings)).toSorted((a, b) => a.at - b.at);
  return counted.findLast(({ from }) => from === 'reporter') ?? counted.at(-1);
}

function isInTime(at: Instant, closings: readonly Instant[]): boolean {
  return closings.some((closed) => closed <= at && at <= closed + ratingDays * dayMinutes * minuteMs);
}
