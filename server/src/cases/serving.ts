import type { CaseDeps } from './deps.ts';
import { challengeGiven } from './challenge.ts';
import { type FloodGauge, floodGauge } from './flood.ts';

/** What the routes of cases share while the server runs. */
export interface CaseServing {
  readonly deps: CaseDeps;
  readonly flood: FloodGauge;
  /** Whether the answer of the quiet challenge speaks of a machine. No answer at all does not. */
  readonly suspects: (answer: string | undefined) => boolean;
}

export const caseServing = (deps: CaseDeps): CaseServing => ({
  deps,
  flood: floodGauge(),
  suspects: (answer) => answer !== undefined && !challengeGiven(deps.keys, answer, Date.now()),
});
