import { type Body, sameBody } from './body.ts';
import type { Case } from './case.ts';
import { type CaseClock, isRunning, type Stage } from './clock-record.ts';
import type { OpenState } from './state.ts';
import { isOpen } from './state.ts';
import { leadOrder, ownerOf } from './work-orders.ts';

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

/**
 * Clocks of a step somebody owes now, the one that ends first coming first. Contacting the reporter is no step: it goes
 * with the work, and its clock alone keeps no case in a list.
 */
const owedClocks = (found: Case): readonly CaseClock[] =>
  found.clocks
    .filter((clock) => isRunning(clock) && clock.haltedAt === undefined && clock.stage !== 'contact')
    .toSorted((a, b) => a.dueAt - b.dueAt);

/**
 * The clock of the next visible step: that of the present state; of a case that is over, what is still owed about it (a
 * reopening to be judged, a supervision order to be answered).
 */
export function nextClock(found: Case): CaseClock | undefined {
  return isOpen(found.state) ? currentClock(found) : owedClocks(found)[0];
}

/** Whoever owes anything on a case now: its owner, and every body with a running clock. */
export function owingBodies(found: Case): readonly Body[] {
  const owner = ownerOf(found);
  const all = [...(owner ? [owner] : []), ...owedClocks(found).map((clock) => clock.owner)];
  return all.filter((body, at) => all.findIndex((other) => sameBody(other, body)) === at);
}
