import type { CaseDeps } from './deps.ts';
import { challengeGiven } from './challenge.ts';

/** What the routes of cases share while the server runs. */
export interface CaseServing {
  readonly deps: CaseDeps;
  /** Whether the answer of the quiet challenge speaks of a machine. No answer at all does not. */
  readonly suspects: (answer: string | undefined) => boolean;
}

export const caseServing = (deps: CaseDeps): CaseServing => ({
  deps,
  suspects: (answer) => answer !== undefined && !challengeGiven(deps.keys, answer, Date.now()),
});
