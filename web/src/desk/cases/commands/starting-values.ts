import type { CaseView } from '@gezhi/contract/cases/index';
import { bodyFromKey, keyOfNamed } from '../../pickers/bodies.ts';
import { extendedClock } from './amount.ts';
import type { Chosen } from './command-bar.tsx';
import { workOrderOf } from './own-orders.ts';

/** What a form begins with: what it is about, and what the duty list or the last word suggests. */
export function startingValues(
  found: CaseView,
  { command, ask, order, workOrder, into }: Chosen,
): Readonly<Record<string, unknown>> {
  switch (command) {
    case 'dispatch':
      return {
        lead: bodyFromKey(keyOfNamed(found.routing.lead)),
        supporting: found.routing.supporting.map((body) => bodyFromKey(keyOfNamed(body))),
      };
    case 'correct':
      return {
        category: found.category.code,
        kind: found.kind,
        urgency: found.urgency,
        point: found.point,
        address: found.address,
      };
    case 'askExtension':
      return { amount: extendedClock(found, workOrderOf(found)?.id)?.amount.amount };
    case 'judge':
      return { ask: ask ?? found.asks.find(({ mine, judgedAt }) => mine && judgedAt === undefined)?.id };
    case 'answerSupervision':
      return { order: order ?? found.orders.find(({ mine, answeredAt }) => mine && answeredAt === undefined)?.id };
    case 'rateBody':
      return {
        workOrder: workOrder ?? found.workOrders.find(({ by, rated }) => by === 'summons' && rated === undefined)?.id,
        came: false,
        worked: false,
        solved: false,
      };
    case 'merge':
      return { into };
    case 'callBack':
      return { answered: true };
    case 'split':
      return {
        children: [
          { description: '', category: found.category.code },
          { description: '', category: found.category.code },
        ],
      };
    default:
      return {};
  }
}
