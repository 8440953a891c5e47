import { sameBody } from '../body.ts';
import { isRunning } from '../clock-record.ts';
import { isActive, ordersOfRound } from '../work-orders.ts';
import { excuse } from './give-back.ts';
import type { Handler } from './outcome.ts';
import { moveClock } from './recorder.ts';

/**
 * A body was merged or closed: another takes its open work orders as they stand, with their clocks; nothing restarts.
 * Where the other already works on the case, the work of the old one is done by it.
 */
export const handOn: Handler<'handOn'> = (r, { from, to }) => {
  for (const { id } of ordersOfRound(r.case).filter((order) => isActive(order) && sameBody(order.body, from))) {
    const open = ordersOfRound(r.case).filter(isActive);
    const order = open.find((one) => one.id === id);
    if (order === undefined) continue;
    if (open.some((one) => sameBody(one.body, to))) excuse(r, order);
    else r.emit({ type: 'handedOn', workOrder: id, from, body: to });
  }
  for (const clock of r.case.clocks) {
    const { owner } = clock;
    if (isRunning(clock) && owner.kind === from.kind && sameBody(owner, from))
      moveClock(r, clock, clock.suspensions, { owner: to });
  }
  return undefined;
};
