import type { Body } from '../body.ts';
import type { WorkOrder } from '../case.ts';
import { isActive } from '../evolve.ts';
import { ownOrders } from '../parties.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { passesGate } from '../routing.ts';
import type { Handler } from './outcome.ts';
import { dropClocks, meetClocks, type Recorder, startClock, workStages } from './recorder.ts';
import { handOver } from './verify.ts';

type Found = { readonly ok: true; readonly order: WorkOrder } | { readonly ok: false; readonly refusal: Refusal };

/** The open work order the actor means: the one named, else the only one they stand for. */
export function ownOrder(r: Recorder, command: { readonly workOrder?: string }): Found {
  const own = ownOrders(r.case, r.context.actor);
  const named = command.workOrder === undefined ? own : own.filter((order) => order.id === command.workOrder);
  const [order, ...others] = named;
  if (!order) return refuse('unknownWorkOrder');
  return others.length > 0 ? refuse('workOrderUnclear') : { ok: true, order };
}

/** The contact clock begins when the first body takes a resident's case, and never again. */
export function startContact(r: Recorder, owner: Body): void {
  const { report, clocks, contactedAt } = r.case;
  if (report.reporter.kind !== 'resident' || clocks.some((clock) => clock.stage === 'contact')) return;
  startClock(r, 'contact', owner);
  if (contactedAt !== undefined) meetClocks(r, { stages: ['contact'] });
}

function answer(r: Recorder, command: { readonly workOrder?: string }, by: 'dispatch' | 'summons', type: 'acknowledged' | 'reportedIn') {
  const own = ownOrder(r, command);
  if (!own.ok) return own;
  if (own.order.by !== by) return refuse('unknownWorkOrder');
  if (own.order.state !== 'sent') return refuse('alreadyAnswered');
  r.emit({ type, workOrder: own.order.id });
  meetClocks(r, { stages: ['acknowledge', 'reportIn'], ref: own.order.id });
  startContact(r, own.order.body);
  return undefined;
}

export const acknowledge: Handler<'acknowledge'> = (r, command) => answer(r, command, 'dispatch', 'acknowledged');
export const reportIn: Handler<'reportIn'> = (r, command) => answer(r, command, 'summons', 'reportedIn');

function onTheWay(r: Recorder, command: { readonly workOrder?: string }, type: 'moving' | 'arrived') {
  const own = ownOrder(r, command);
  if (!own.ok) return own;
  if (own.order.state === 'sent') return refuse('notAnsweredYet');
  if (own.order[`${type}At`] !== undefined) return refuse('alreadyAnswered');
  r.emit({ type, workOrder: own.order.id });
  return undefined;
}

export const moving: Handler<'moving'> = (r, command) => onTheWay(r, command, 'moving');
export const arrived: Handler<'arrived'> = (r, command) => onTheWay(r, command, 'arrived');

/** Passes the work to a person inside the body. Restarts nothing. */
export const transfer: Handler<'transfer'> = (r, command) => {
  const own = ownOrder(r, command);
  if (!own.ok) return own;
  r.emit({ type: 'transferred', workOrder: own.order.id, to: command.to });
  return undefined;
};

/** A grid refuses in one tap what the task gate does not list; it counts against the sender. */
export const refuseByGate: Handler<'refuseByGate'> = (r, command) => {
  const own = ownOrder(r, command);
  if (!own.ok) return own;
  if (own.order.body.kind !== 'grid') return refuse('notOnAGrid');
  if (passesGate(r.context.rules.gate, r.case.category)) return refuse('onTheGate');
  r.emit({ type: 'gateRefused', workOrder: own.order.id, sender: own.order.from });
  dropClocks(r, { stages: workStages });
  startClock(r, 'dispatch', { kind: 'desk', area: r.case.desk });
  return undefined;
};

export const contact: Handler<'contact'> = (r, { note }) => {
  r.emit({ type: 'contacted', note });
  meetClocks(r, { stages: ['contact'] });
  return undefined;
};

export const note: Handler<'note'> = (r, { text, public: seen, photos }) => {
  r.emit({ type: 'noted', text, public: seen, photos });
  return undefined;
};

export const finish: Handler<'finish'> = (r, command) => {
  const own = ownOrder(r, command);
  if (!own.ok) return own;
  if (r.case.children.length > 0) return refuse('hasChildren');
  if (own.order.state !== 'working') return refuse('notAnsweredYet');
  r.emit({ type: 'workOrderFinished', workOrder: own.order.id, note: command.note, photos: command.photos });
  meetClocks(r, { stages: ['result'], ref: own.order.id });
  handOverWhenDone(r);
  return undefined;
};

/** The case goes to the verifier when every work order not excused has been finished. */
export function handOverWhenDone(r: Recorder): void {
  const open = r.case.workOrders.some(isActive);
  const some = r.case.workOrders.some((order) => order.state === 'finished');
  if (!open && some) {
    r.emit({ type: 'handled' });
    handOver(r);
  }
}
