export type { CaseFacts, ClockFact } from './case-facts.ts';
export { countingRating } from './counting-rating.ts';
export { defaultRates } from './default-formulas.ts';
export { faultsOfFormula, standingIn } from './formula.ts';
export type { RateFormula } from './formula.ts';
export { casePredicateNames } from './predicates.ts';
export { percentOf, rateFrom, rateOf } from './rate.ts';
export type { Rate } from './rate.ts';
export { wilsonInterval } from './wilson.ts';
