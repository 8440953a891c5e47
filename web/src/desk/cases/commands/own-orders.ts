import type { CaseView } from '@gezhi/contract/cases/index';

/** The work orders of the bodies one stands for. */
const own = (found: CaseView) => found.workOrders.filter(({ mine, state }) => mine && state !== 'returned');

/** To choose among, where one stands for several bodies or rates them. */
export function orderOptions(found: CaseView): readonly { readonly value: string; readonly label: string }[] {
  const orders = own(found).length > 1 ? own(found) : found.workOrders;
  return orders.map(({ id, body }) => ({ value: id, label: body.name }));
}

/** The one that a command without a named order is about. */
export function workOrderOf(found: CaseView): CaseView['workOrders'][number] | undefined {
  return own(found)[0];
}
