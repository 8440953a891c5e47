/**
 * A way of counting along a line of whole steps (local minutes, or local days), in which some steps count and some
 * do not. The four kinds of clock differ in nothing else.
 */
export interface Measure {
  /**
   * How much has been counted at a step, from an origin of the measure's own: only differences mean anything. On
   * the line of minutes a step is the boundary before that minute, on the line of days the end of that day.
   */
  readonly upTo: (step: number) => number;
  /** The first step after `after` at which `amount` (one or more) has been counted since. */
  readonly reach: (after: number, amount: number) => number;
}

/** Every step counts. */
export const everyStep: Measure = {
  upTo: (step) => step,
  reach: (after, amount) => after + amount,
};

/** What is counted after one step up to another. */
export function between(measure: Measure, after: number, upTo: number): number {
  return measure.upTo(upTo) - measure.upTo(after);
}

/** Finds the first step by doubling and halving, for a count that never falls and grows without end. */
export function reachBySearch(upTo: Measure['upTo'], after: number, amount: number): number {
  const goal = upTo(after) + amount;
  let low = after;
  let stride = amount;
  while (upTo(low + stride) < goal) {
    low += stride;
    stride *= 2;
  }
  let high = low + stride;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (upTo(middle) < goal) low = middle;
    else high = middle;
  }
  return high;
}
