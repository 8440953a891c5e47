import {
  type CaseFacts,
  type CaseState,
  caseStates,
  type LightColour,
  type Rate,
  type RateFormula,
  rateFrom,
  standingIn,
} from '../cases/index.ts';
import type { Instant } from '../time.ts';

/** A case as figures count it. */
export interface CountedCase {
  readonly state: CaseState;
  readonly light: LightColour;
  /** The clock that counts has ended. */
  readonly overdue: boolean;
  readonly facts: CaseFacts;
}

/** What is counted of one unit, or of all. */
export interface UnitFigures {
  readonly cases: number;
  readonly states: Readonly<Record<CaseState, number>>;
  readonly lights: Readonly<Record<LightColour, number>>;
  readonly overdue: number;
  /** One for each formula, in their order. */
  readonly rates: readonly Rate[];
}

interface Sums {
  numerator: number;
  denominator: number;
  n: number;
  squares: number;
}

/** Adds cases up, so that a million of them never stand in memory together. */
export interface Tally {
  /** So many cases that are alike; one, where it is not said. */
  add(one: CountedCase, times?: number): void;
  figures(): UnitFigures;
}

const lightColours = ['red', 'yellow', 'green', 'awaiting', 'none'] as const satisfies readonly LightColour[];

const zeros = <Name extends string>(names: readonly Name[]): Record<Name, number> =>
  Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;

/** An empty tally. Every case stands in each rate by the same test as in the list behind the figure. */
export function tallyOf(formulas: readonly RateFormula[], asOf: Instant): Tally {
  const states = zeros(caseStates);
  const lights = zeros(lightColours);
  const sums = formulas.map((): Sums => ({ numerator: 0, denominator: 0, n: 0, squares: 0 }));
  let cases = 0;
  let overdue = 0;
  return {
    add: (one, times = 1) => {
      cases += times;
      states[one.state] += times;
      lights[one.light] += times;
      overdue += one.overdue ? times : 0;
      for (const [index, formula] of formulas.entries())
        addTo(sums[index], standingIn(formula, one.facts, asOf), times);
    },
    figures: () => ({
      cases,
      states: { ...states },
      lights: { ...lights },
      overdue,
      rates: formulas.map(({ code }, index) => rateIn(code, sums[index])),
    }),
  };
}

function addTo(sums: Sums | undefined, standing: ReturnType<typeof standingIn>, times: number): void {
  if (sums === undefined) return;
  sums.numerator += standing.numerator * times;
  sums.denominator += standing.denominator * times;
  sums.squares += standing.denominator ** 2 * times;
  sums.n += standing.denominator > 0 ? times : 0;
}

function rateIn(code: string, sums: Sums | undefined): Rate {
  const { numerator, denominator, n, squares } = sums ?? { numerator: 0, denominator: 0, n: 0, squares: 0 };
  return rateFrom(code, { numerator, denominator, n, effective: n === 0 ? 0 : denominator ** 2 / squares });
}
