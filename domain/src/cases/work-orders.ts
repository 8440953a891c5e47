import type { Body } from './body.ts';
import type { Case, WorkOrder } from './case.ts';
import { isOpen } from './state.ts';

/** Whether a body still owes work on the order. */
export const isActive = (order: WorkOrder): boolean => order.state === 'sent' || order.state === 'working';

/** The work orders of the present round: those before the last hand-back, refusal or reopening are history. */
export const ordersOfRound = (found: Case): readonly WorkOrder[] => found.workOrders.slice(found.round);

/** Whether a work order counts for the outcome: it was neither excused nor given back. */
export const counts = (order: WorkOrder): boolean => isActive(order) || order.state === 'finished';

/** The order of the lead body (主办), done or not. A case in dispatched, handling or deferred has one unless it was split. */
export const leadOrder = (found: Case): WorkOrder | undefined =>
  ordersOfRound(found).findLast((order) => order.role === 'lead' && counts(order));

/**
 * The one owner of an open case, who owes its next step: the desk, the lead body, or the desk whose people verify.
 * Undefined once nobody owes anything.
 */
export function ownerOf(found: Case): Body | undefined {
  const { state } = found;
  if (!isOpen(state)) return undefined;
  if (state === 'handled') return { kind: 'desk', area: found.homeDesk };
  const desk: Body = { kind: 'desk', area: found.desk };
  if (state === 'reported' || state === 'accepted') return desk;
  return leadOrder(found)?.body ?? desk;
}

/** Who leads when a body is excused: the first that still works, else the last that has finished. */
export function heirOf(found: Case, excused: string): WorkOrder | undefined {
  const others = ordersOfRound(found).filter((order) => order.id !== excused && counts(order));
  return others.find(isActive) ?? others.at(-1);
}
