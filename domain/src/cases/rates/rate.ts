import type { Instant } from '../../time.ts';
import type { CaseFacts } from './case-facts.ts';
import { standingIn } from './formula.ts';
import type { RateFormula } from './formula.ts';
import { wilsonInterval } from './wilson.ts';

/** A unit with fewer cases in the denominator is not ranked. */
export const rankedFrom = 10;

/** A rate with all that is needed to read it honestly. */
export interface Rate {
  readonly code: string;
  readonly numerator: number;
  readonly denominator: number;
  /** Cases in the denominator, whatever they weigh. */
  readonly n: number;
  /** 0 to 1; absent without a single case. */
  readonly rate?: number;
  /** Wilson's 95 % interval of the rate. */
  readonly interval?: readonly [low: number, high: number];
  readonly ranked: boolean;
}

/**
 * A rate over cases at a moment. Where cases weigh differently the interval is that of Kish's effective number of
 * them, (Σw)² / Σw², which is n where all weigh alike.
 */
export function rateOf(formula: RateFormula, cases: Iterable<CaseFacts>, asOf: Instant): Rate {
  let [numerator, denominator, n, squares] = [0, 0, 0, 0];
  for (const facts of cases) {
    const standing = standingIn(formula, facts, asOf);
    numerator += standing.numerator;
    denominator += standing.denominator;
    squares += standing.denominator ** 2;
    n += standing.denominator > 0 ? 1 : 0;
  }
  return rateFrom(formula.code, { numerator, denominator, n, effective: n === 0 ? 0 : denominator ** 2 / squares });
}

/** A rate from sums already made, such as a roll-up. `effective` is n unless cases weigh differently. */
export function rateFrom(
  code: string,
  { numerator, denominator, n, effective = n }: Pick<Rate, 'numerator' | 'denominator' | 'n'> & { effective?: number },
): Rate {
  if (!(denominator > 0)) return { code, numerator, denominator, n, ranked: false };
  // Sums of weights such as 0.1 may pass each other by the last bit.
  const rate = Math.min(1, numerator / denominator);
  const interval = wilsonInterval(rate, effective);
  return { code, numerator, denominator, n, rate, ...(interval && { interval }), ranked: n >= rankedFrom };
}

/** A rate as per cent with two decimals, half up, from its two whole numbers: 911 of 972 is 93.72. */
export function percentOf(part: number, whole: number): number {
  return Math.round((part * 10_000) / whole) / 100;
}
