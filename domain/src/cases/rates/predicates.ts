import type { Instant } from '../../time.ts';
import { overdue } from '../clock/index.ts';
import type { CaseFacts, ClockFact } from './case-facts.ts';

/** What can be asked of a case. Rate formulas are made of these names; a county chooses and weighs them. */
export const casePredicates = {
  residents: (facts) => facts.reporter === 'resident',
  contactOwed: ({ contact }, asOf) =>
    contact !== undefined && (contact.doneAt !== undefined || hasEnded(contact, asOf)),
  contactedInTime: ({ contact }) => contact !== undefined && isDoneInTime(contact),
  rated: ({ rating }) => rating !== undefined,
  solved: ({ rating }) => rating?.solved === 'yes',
  partlySolved: ({ rating }) => rating?.solved === 'partly',
  verySatisfied: ({ rating }) => rating?.satisfied === 'very',
  fairlySatisfied: ({ rating }) => rating?.satisfied === 'fairly',
  taken: (facts) => isTaken(facts),
  finished: ({ state }) => state === 'handled' || state === 'closed',
  closed: ({ state }) => state === 'closed',
  dueToBeClosed: (facts, asOf) => facts.state === 'closed' || (isTaken(facts) && hasEnded(facts.handle, asOf)),
  notDeferredNow: ({ state }) => state !== 'deferred',
  finishedInTime: ({ handle }) => handle !== undefined && isDoneInTime(handle),
  everAssigned: (facts) => facts.everAssigned,
  handedBack: ({ handBacks }) => handBacks > 0,
  everDeferred: ({ deferrals }) => deferrals > 0,
  reworked: ({ reworks }) => reworks > 0,
} as const satisfies Record<string, (facts: CaseFacts, asOf: Instant) => boolean>;

export type CasePredicate = keyof typeof casePredicates;

export function isCasePredicate(name: string): name is CasePredicate {
  return Object.hasOwn(casePredicates, name);
}

export const casePredicateNames: readonly CasePredicate[] = Object.keys(casePredicates).filter(isCasePredicate);

/** Rejected, withdrawn and merged cases owe nobody anything: their clocks were dropped. */
function isTaken({ state }: CaseFacts): boolean {
  return state !== 'rejected' && state !== 'withdrawn' && state !== 'merged';
}

/** Its time was over before it was done, or is over now and it is not done. */
function hasEnded(clock: ClockFact | undefined, asOf: Instant): boolean {
  return clock?.due !== undefined && overdue(clock.due, clock.doneAt ?? asOf);
}

/** Done before its time was over. What had no clock (solved on the spot), or one stopped before its end, was in time. */
function isDoneInTime({ due, doneAt }: ClockFact): boolean {
  return doneAt !== undefined && (due === undefined || !overdue(due, doneAt));
}
