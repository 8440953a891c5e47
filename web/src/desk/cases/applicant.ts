import type { CaseView } from '@gezhi/contract/cases/index';

/** Who asks: the body by its work order, and the person by the line of the history that asked. */
export function applicantOf(
  found: Pick<CaseView, 'workOrders' | 'history'>,
  ask: CaseView['asks'][number],
): string | undefined {
  const body = found.workOrders.find(({ id }) => id === ask.workOrder)?.body.name;
  const person = found.history.find(({ type, data }) => type === 'asked' && data['ask'] === ask.id)?.by.name;
  const known = [body, person].filter((name) => name !== undefined);
  return known.length === 0 ? undefined : known.join(' · ');
}
