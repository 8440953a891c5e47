import type { WorkOrder } from '../case.ts';
import { ownOrders } from '../parties.ts';
import { type Refusal, type RefusalCode, refuse } from '../refusal.ts';
import type { Recorder } from './recorder.ts';

type Found = { readonly ok: true; readonly order: WorkOrder } | { readonly ok: false; readonly refusal: Refusal };

/**
 * The open work order the actor means: the one named, else the only one of theirs that fits.
 * @param otherwise why one that does not fit is refused
 */
export function ownOrder(
  r: Recorder,
  { workOrder }: { readonly workOrder?: string },
  fits: (order: WorkOrder) => boolean = () => true,
  otherwise: RefusalCode = 'unknownWorkOrder',
): Found {
  const own = ownOrders(r.case, r.context.actor);
  const named = workOrder === undefined ? own : own.filter(({ id }) => id === workOrder);
  if (named.length === 0) return refuse('unknownWorkOrder');
  const [order, ...others] = named.filter(fits);
  if (!order) return refuse(otherwise);
  return others.length > 0 ? refuse('workOrderUnclear') : { ok: true, order };
}
