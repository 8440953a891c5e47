import type { CaseView, StaffCommandName } from '@gezhi/contract/cases/index';
import { keyOfBody } from '../../pickers/bodies.ts';
import type { Body } from '../../pickers/bodies.ts';
import type { Say } from '../../../words/locale.tsx';
import { amountWords, extendedClock } from './amount.ts';
import { workOrderOf } from './own-orders.ts';
import type { Wrong } from './wrong-fields.ts';

type Values = Readonly<Record<string, unknown>>;

/** What no schema sees: it depends on the case. The server refuses the same. */
export function mistakesBeyondShape(command: StaffCommandName, found: CaseView, values: Values, say: Say): Wrong {
  if (command === 'dispatch') {
    const lead = values['lead'] as Body | undefined;
    const supporting = (values['supporting'] ?? []) as readonly Body[];
    const twice = lead !== undefined && supporting.some((body) => keyOfBody(body) === keyOfBody(lead));
    return twice ? { supporting: say('form.wrong.leadTwice') } : {};
  }
  if (command === 'askExtension') {
    const order = typeof values['workOrder'] === 'string' ? values['workOrder'] : workOrderOf(found)?.id;
    const clock = extendedClock(found, order);
    const amount = values['amount'];
    if (clock === undefined || typeof amount !== 'number' || amount > clock.amount.amount) return {};
    const [stage, old] = [say(`case.stage.${clock.stage}`), amountWords(say, clock.amount)];
    return { amount: say('form.wrong.amount', { stage, amount: old }) };
  }
  return {};
}
