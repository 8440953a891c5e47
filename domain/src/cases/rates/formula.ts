import type { Instant } from '../../time.ts';
import type { CaseFacts } from './case-facts.ts';
import { casePredicates, isCasePredicate } from './predicates.ts';
import type { CasePredicate } from './predicates.ts';

/** Cases for which all of the named predicates hold, and what each of them weighs. */
export interface RateTerm {
  readonly all: readonly CasePredicate[];
  readonly weight: number;
}

/**
 * A rate as data. A case stands in a part with the weight of the first term that fits it, and in the numerator only
 * if it stands in the denominator: there its weight is taken times the numerator's, so no rate can pass 100 %.
 */
export interface RateFormula {
  /** Code of the rate; its name is in the catalogues. */
  readonly code: string;
  /** Weights from 0 to 1: the share of the case that counts. */
  readonly numerator: readonly RateTerm[];
  /** Weights above 0; all 1 where every case counts alike. */
  readonly denominator: readonly RateTerm[];
}

/** The weight with which a case stands in a rate; 0 for not at all. */
export interface Standing {
  readonly numerator: number;
  readonly denominator: number;
}

/** How a case stands in a rate at a moment. The figure and the list behind it both come from here. */
export function standingIn(formula: RateFormula, facts: CaseFacts, asOf: Instant): Standing {
  const denominator = facts.split ? 0 : weightOf(formula.denominator, facts, asOf);
  return { numerator: denominator > 0 ? denominator * weightOf(formula.numerator, facts, asOf) : 0, denominator };
}

function weightOf(terms: readonly RateTerm[], facts: CaseFacts, asOf: Instant): number {
  return terms.find(({ all }) => all.every((name) => casePredicates[name](facts, asOf)))?.weight ?? 0;
}

export type RateFault =
  /** A part has no terms, so the rate could never have a value. */
  | { readonly code: 'rate.empty'; readonly part: 'numerator' | 'denominator' }
  | { readonly code: 'rate.predicate'; readonly name: string }
  | { readonly code: 'rate.weight'; readonly weight: number };

/** What is wrong with a formula that came from outside. */
export function faultsOfFormula(formula: RateFormula): RateFault[] {
  const { numerator, denominator } = formula;
  const names: string[] = [...numerator, ...denominator].flatMap(({ all }) => all);
  const badWeights = [
    ...numerator.filter(({ weight }) => !(weight >= 0 && weight <= 1)),
    ...denominator.filter(({ weight }) => !(weight > 0 && Number.isFinite(weight))),
  ];
  return [
    ...(['numerator', 'denominator'] as const)
      .filter((part) => formula[part].length === 0)
      .map((part) => ({ code: 'rate.empty' as const, part })),
    ...names.filter((name) => !isCasePredicate(name)).map((name) => ({ code: 'rate.predicate' as const, name })),
    ...badWeights.map(({ weight }) => ({ code: 'rate.weight' as const, weight })),
  ];
}
