import type { Case } from './case.ts';
import { type CaseClock, isRunning, type Stage } from './clock-record.ts';
import type { OpenState } from './state.ts';
import { isOpen } from './state.ts';
import { leadOrder } from './work-orders.ts';

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
