import { type Body, sameBody } from '../body.ts';
import type { WorkOrder } from '../case.ts';
import { isRunning } from '../clock-record.ts';
import { partiesOf } from '../parties.ts';
import { refuse } from '../refusal.ts';
import { counts, ordersOfRound } from '../work-orders.ts';
import { handOverWhenDone } from './hand-over.ts';
import type { Handler } from './outcome.ts';
import { ownOrder } from './own-order.ts';
import { meetClocks, moveClock, type Recorder, startClock } from './recorder.ts';

/** The contact clock begins when the first body takes a resident's case, and never again. */
export function startContact(r: Recorder, owner: Body): void {
  const { report, clocks, contactedAt } = r.case;
  // Who left neither number nor address cannot be contacted: nobody owes it.
  if (report.reporter.kind !== 'resident' || report.reporter.subject === undefined) return;
  const clock = clocks.find(({ stage }) => stage === 'contact');
  if (!clock) {
    startClock(r, 'contact', owner);
    if (contactedAt !== undefined) meetClocks(r, { stages: ['contact'] });
    return;
  }
  // Whoever owed it has given the case back: it is owed by the next who takes it.
  const stillThere = ordersOfRound(r.case).some((order) => counts(order) && sameBody(order.body, clock.owner));
  if (isRunning(clock) && !stillThere) moveClock(r, clock, clock.suspensions, { owner });
}

function answer(
  r: Recorder,
  command: { readonly workOrder?: string },
  by: 'dispatch' | 'summons',
  type: 'acknowledged' | 'reportedIn',
) {
  const own = ownOrder(r, command, (order) => order.by === by && order.state === 'sent', 'alreadyAnswered');
  if (!own.ok) return own;
  r.emit({ type, workOrder: own.order.id });
  meetClocks(r, { stages: ['acknowledge', 'reportIn'], ref: own.order.id });
  startContact(r, own.order.body);
  return undefined;
}

export const acknowledge: Handler<'acknowledge'> = (r, command) => answer(r, command, 'dispatch', 'acknowledged');
export const reportIn: Handler<'reportIn'> = (r, command) => answer(r, command, 'summons', 'reportedIn');

const isWorking = (order: WorkOrder): boolean => order.state === 'working';

export const moving: Handler<'moving'> = (r, command) => {
  const waits = (order: WorkOrder) => isWorking(order) && order.movingAt === undefined && order.arrivedAt === undefined;
  const own = ownOrder(r, command, waits, 'alreadyAnswered');
  if (!own.ok) return own;
  r.emit({ type: 'moving', workOrder: own.order.id });
  return undefined;
};

export const arrived: Handler<'arrived'> = (r, command) => {
  const waits = (order: WorkOrder) => isWorking(order) && order.arrivedAt === undefined;
  const own = ownOrder(r, command, waits, 'alreadyAnswered');
  if (!own.ok) return own;
  r.emit({ type: 'arrived', workOrder: own.order.id });
  return undefined;
};

/** Passes the work to a person inside the body. Restarts nothing. */
export const transfer: Handler<'transfer'> = (r, command) => {
  const own = ownOrder(r, command);
  if (!own.ok) return own;
  r.emit({ type: 'transferred', workOrder: own.order.id, to: command.to });
  return undefined;
};

export const contact: Handler<'contact'> = (r, { note }) => {
  r.emit({ type: 'contacted', note });
  meetClocks(r, { stages: ['contact'] });
  return undefined;
};

/** Who may say something to the reporter. Other readers note for staff only. */
const speakers = ['desk', 'above', 'body', 'worked'] as const;

export const note: Handler<'note'> = (r, { text, public: asked, photos }) => {
  const { actor } = r.context;
  const parties = partiesOf(r.case, actor);
  if (asked && actor.kind === 'staff' && !speakers.some((party) => parties.has(party))) return refuse('notYours');
  // What reporters say about their own case they can read.
  r.emit({ type: 'noted', text, public: asked || actor.kind === 'reporter', photos });
  return undefined;
};

export const finish: Handler<'finish'> = (r, command) => {
  const own = ownOrder(r, command, isWorking, 'notAnsweredYet');
  if (!own.ok) return own;
  r.emit({ type: 'workOrderFinished', workOrder: own.order.id, note: command.note, photos: command.photos });
  meetClocks(r, { stages: ['result'], ref: own.order.id });
  handOverWhenDone(r);
  return undefined;
};
