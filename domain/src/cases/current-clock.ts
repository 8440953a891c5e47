import { type Body, sameBody } from './body.ts';
import type { Case } from './case.ts';
import { type CaseClock, isRunning, type Stage } from './clock-record.ts';
import type { OpenState } from './state.ts';
import { isOpen } from './state.ts';
import { isActive, leadOrder, ordersOfRound, ownerOf } from './work-orders.ts';

/** Which clocks count in each open state; where there are several, the one that ends first. */
const counting: Record<OpenState, readonly Stage[]> = {
  reported: ['accept'],
  accepted: ['dispatch'],
  dispatched: ['acknowledge'],
  handling: ['handle', 'result'],
  deferred: ['resume'],
  handled: ['verify'],
};

/** The clock of the present state: the deadline everybody sees. */
export function currentClock(found: Case): CaseClock | undefined {
  const { state } = found;
  if (!isOpen(state)) return undefined;
  const lead = leadOrder(found)?.id;
  return found.clocks
    .filter((clock) => isRunning(clock) && counting[state].includes(clock.stage))
    .filter((clock) => clock.stage !== 'acknowledge' || clock.ref === lead)
    .reduce<CaseClock | undefined>((first, clock) => (first && first.dueAt <= clock.dueAt ? first : clock), undefined);
}

/** What some bodies owe first by a running clock of an open case. */
export function firstOwed(found: Case, mine: (body: Body) => boolean): CaseClock | undefined {
  if (!isOpen(found.state)) return undefined;
  return found.clocks
    .filter((clock) => isRunning(clock) && clock.haltedAt === undefined && mine(clock.owner))
    .toSorted((a, b) => a.dueAt - b.dueAt)[0];
}

/** Clocks of an answer that a desk owes now: a judgement, a supervision order. The one that ends first comes first. */
const answerClocks = (found: Case): readonly CaseClock[] =>
  found.clocks
    .filter((clock) => isRunning(clock) && (clock.stage === 'judge' || clock.stage === 'supervision'))
    .toSorted((a, b) => a.dueAt - b.dueAt);

/**
 * The clock of the next visible step: that of the present state; of a case that is over, what is still owed about it (a
 * reopening to be judged, a supervision order to be answered).
 */
export function nextClock(found: Case): CaseClock | undefined {
  return isOpen(found.state) ? currentClock(found) : answerClocks(found)[0];
}

/** Whoever owes a step on a case now: its owner, every body with work still open, and every desk that owes an answer. */
export function owingBodies(found: Case): readonly Body[] {
  const owner = ownerOf(found);
  const working = isOpen(found.state) ? ordersOfRound(found).filter(isActive) : [];
  const all = [
    ...(owner ? [owner] : []),
    ...working.map((order) => order.body),
    ...answerClocks(found).map((clock) => clock.owner),
  ];
  return all.filter((body, at) => all.findIndex((other) => sameBody(other, body)) === at);
}
