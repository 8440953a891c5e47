import { type Body, type Case, currentClock, isOpen } from '@gezhi/domain/cases/index';

/** Who owes the next step of a case: the one visible owner. A split case is the desk's. */
export function ownerOf(found: Case): Body | undefined {
  if (!isOpen(found.state)) return undefined;
  const desk: Body = { kind: 'desk', area: found.desk };
  if (found.state === 'handled') return { kind: 'desk', area: found.homeDesk };
  if (found.state === 'reported' || found.state === 'accepted' || found.children.length > 0) return desk;
  const lead = found.workOrders.findLast(
    (order) => order.role === 'lead' && (order.state === 'sent' || order.state === 'working'),
  );
  return lead?.body ?? currentClock(found)?.owner ?? desk;
}
