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
  | 'merged'
  | 'reopening'
  | 'appeal';

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

/** The line of steps: what is done, what is going on, what lies ahead. What was asked of an ended case is going on. */
export function stepsOf({ state, ask }: Pick<FollowView, 'state' | 'ask'>): readonly StepShown[] {
  const asked: readonly StepShown[] = ask === undefined || ask.refused ? [] : [{ step: ask.kind, is: 'now' }];
  const end = ends[state];
  if (end !== undefined) return [{ step: 'reported', is: 'done' }, { step: end, is: 'done' }, ...asked];
  const done = behind[state];
  const steps = road.map(
    (step, index): StepShown => ({ step, is: index < done ? 'done' : index === done ? 'now' : 'ahead' }),
  );
  // Whether it stays closed is just what is asked.
  return asked.length === 0 ? steps : [...steps.slice(0, -1), ...asked];
}
