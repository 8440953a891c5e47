/** How long a number may be missing before it counts as rolled back: longer than any transaction of ours lives. */
const patienceMs = 65_000;
const mostMissing = 5_000;

/**
 * Keeps track of which numbers of a sequence have been seen. A transaction takes its number before it commits, so a
 * lower one may become visible after a higher one; until it does, or time shows that it never will, it is missing.
 */
export function trackGaps(start: number) {
  let high = start;
  const missing = new Map<number, number>();
  return {
    high: () => high,
    missing: (): number[] => [...missing.keys()],
    /** Everything up to here has been seen or given up: a reader that resumes here misses nothing. */
    settled: () => {
      const [lowest] = missing.keys();
      return lowest === undefined ? high : lowest - 1;
    },
    /** Notes a number; false when it was seen before. */
    see: (position: number, nowMs: number): boolean => {
      if (position <= high) return missing.delete(position);
      for (let gap = Math.max(high + 1, position - mostMissing); gap < position; gap += 1) missing.set(gap, nowMs);
      high = position;
      return true;
    },
    giveUp: (nowMs: number): void => {
      for (const [position, since] of missing) {
        if (nowMs - since > patienceMs || missing.size > mostMissing) missing.delete(position);
      }
    },
  };
}
