import type { WorkOrder } from '../case.ts';
import { heirOf, isActive, leadOrder } from '../work-orders.ts';
import { isRunning } from '../clock-record.ts';
import { handOverWhenDone } from './hand-over.ts';
import type { Handler } from './outcome.ts';
import { ownOrder } from './own-order.ts';
import { dropClocks, meetClocks, moveClock, type Recorder, startClock, workStages } from './recorder.ts';

const ordersOwn = ['acknowledge', 'reportIn', 'result'] as const;

const toDispatch = (r: Recorder): void => startClock(r, 'dispatch', { kind: 'desk', area: r.case.desk });

/** A grid refuses in one tap what the task gate does not list; it counts against the sender. */
export const refuseByGate: Handler<'refuseByGate'> = (r, command) => {
  const own = ownOrder(r, command, ({ body, state }) => body.kind === 'grid' && state === 'sent', 'notOnAGrid');
  if (!own.ok) return own;
  const leads = isLead(r, own.order);
  r.emit({ type: 'gateRefused', workOrder: own.order.id, sender: own.order.from });
  afterReturn(r, own.order, leads);
  return undefined;
};

/** An upheld hand-back. It counts against the duty-list row that named the body. */
export function handBackUpheld(r: Recorder, order: WorkOrder): void {
  const leads = isLead(r, order);
  if (leads) endDeferral(r);
  r.emit({ type: 'handedBack', workOrder: order.id, ...(order.row !== undefined && { row: order.row }) });
  afterReturn(r, order, leads);
}

const isLead = (r: Recorder, order: WorkOrder): boolean => leadOrder(r.case)?.id === order.id;

/** With the lead's order the case goes back to be dispatched; without another's it goes on. */
function afterReturn(r: Recorder, order: WorkOrder, leads: boolean): void {
  if (!leads) {
    dropClocks(r, { stages: ordersOwn, ref: order.id });
    handOverWhenDone(r);
    return;
  }
  dropClocks(r, { stages: workStages });
  toDispatch(r);
}

/** An upheld decline: the body is excused, and another leads if it led. With nobody left the desk dispatches anew. */
export function excuse(r: Recorder, order: WorkOrder): void {
  const leads = isLead(r, order);
  const heir = leads ? heirOf(r.case, order.id) : undefined;
  if (leads && !(heir && isActive(heir))) endDeferral(r);
  r.emit({ type: 'excused', workOrder: order.id, ...(heir && { lead: heir.id }) });
  dropClocks(r, { stages: ordersOwn, ref: order.id });
  if (leads && !heir) {
    r.emit({ type: 'accepted', by: { kind: 'system' } });
    dropClocks(r, { stages: workStages });
    toDispatch(r);
    return;
  }
  if (heir) inherit(r, heir);
  handOverWhenDone(r);
}

/** The clocks of the lead are owed by the new one from now on. Nothing restarts. */
function inherit(r: Recorder, heir: WorkOrder): void {
  const owed = r.case.clocks.filter((clock) => isRunning(clock) && ['handle', 'resume'].includes(clock.stage));
  for (const clock of owed) moveClock(r, clock, clock.suspensions, { owner: heir.body });
}

/** Resumes before the agreed day. */
export const resume: Handler<'resume'> = (r) => {
  endDeferral(r);
  return undefined;
};

/** Ends a deferral now, if there is one: what stood still until the agreed day runs again. */
function endDeferral(r: Recorder): void {
  if (r.case.state !== 'deferred') return;
  const agreed = r.case.clocks.findLast((clock) => clock.stage === 'resume' && isRunning(clock))?.dueAt;
  r.emit({ type: 'resumed', byDate: false });
  meetClocks(r, { stages: ['resume'] });
  for (const clock of r.case.clocks.filter(isRunning)) {
    const last = clock.suspensions.at(-1);
    if (!last || last[1] !== agreed) continue;
    moveClock(r, clock, [...clock.suspensions.slice(0, -1), [last[0], r.context.now]]);
  }
}
