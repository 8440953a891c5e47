import type { FollowView } from '@gezhi/contract/cases/index';

type State = FollowView['state'];
type Step =
  | 'reported'
  | 'accepted'
  | 'dispatched'
  | 'handling'
  | 'handled'
  | 'closed'
  | 'rejected'
  | 'withdrawn'
  | 'merged';

/** One step of the line over the history. */
export interface StepShown {
  readonly step: Step;
  readonly is: 'done' | 'now' | 'ahead';
}

const road: readonly Step[] = ['reported', 'accepted', 'dispatched', 'handling', 'handled', 'closed'];

/** How many steps of the road are behind a state. The step a state stands in is the next one. */
const behind = {
  reported: 1,
  accepted: 2,
  dispatched: 3,
  handling: 3,
  deferred: 3,
  handled: 4,
  closed: 6,
  rejected: 1,
  withdrawn: 1,
  merged: 1,
} as const satisfies Record<State, number>;

/** States that end the road early, with the step they end it in. */
const ends: Partial<Record<State, Step>> = { rejected: 'rejected', withdrawn: 'withdrawn', merged: 'merged' };

/** The line of steps: what is done, what is going on, what lies ahead. */
export function stepsOf(state: State): readonly StepShown[] {
  const end = ends[state];
  if (end !== undefined)
    return [
      { step: 'reported', is: 'done' },
      { step: end, is: 'done' },
    ];
  const done = behind[state];
  return road.map((step, index) => ({ step, is: index < done ? 'done' : index === done ? 'now' : 'ahead' }));
}
