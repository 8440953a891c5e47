import type { Instant } from '../../time.ts';
import { deskAbove, deskOver } from '../body.ts';
import type { AskKind, WorkOrder } from '../case.ts';
import { areaOf } from '../context.ts';
import { isPending, workClock } from '../hindrances.ts';
import { refuse } from '../refusal.ts';
import type { Handler, Outcome } from './outcome.ts';
import { ownOrder } from './own-order.ts';
import { raiseFault, type Recorder, startClock } from './recorder.ts';

type Asking = { readonly workOrder?: string; readonly until?: Instant; readonly amount?: number };

/** Puts the asking on record, with the judge's clock. */
function put(r: Recorder, kind: AskKind, reason: string, judge: string, more: Asking = {}): Outcome {
  const ask = `ask.${r.case.asks.length + 1}`;
  r.emit({ type: 'asked', ask, kind, reason, judge, ...more });
  startClock(r, 'judge', { kind: 'desk', area: judge }, { ref: ask });
  return undefined;
}

/** The desk one level above an area; where nothing is above, the area's own and a fault. */
function judgeAbove(r: Recorder, area: string): string {
  const above = deskAbove(r.context.desks, area);
  if (above) return above.area;
  raiseFault(r, 'noSuperior', area);
  return area;
}

/** The desk one level above the body that asks: for an organisation of the county the county's own desk. */
function judgeOver(r: Recorder, order: WorkOrder): string {
  const area = areaOf(r.context, order.body) ?? r.case.desk;
  if (order.body.kind === 'desk') return judgeAbove(r, area);
  return deskOver(r.context.desks, area)?.area ?? r.case.desk;
}

/** The body's own order that may ask for this: one of a kind at a time. */
const asking = (
  r: Recorder,
  kind: AskKind,
  command: { readonly workOrder?: string },
  fits: (order: WorkOrder) => boolean,
) => ownOrder(r, command, (order) => fits(order) && !isPending(r.case, kind, order.id), 'alreadyAsked');

/** Judged by the desk that dispatched. */
export const handBack: Handler<'handBack'> = (r, command) => {
  const own = asking(r, 'handBack', command, ({ by }) => by === 'dispatch');
  if (!own.ok) return own;
  return put(r, 'handBack', command.reason, own.order.from, { workOrder: own.order.id });
};

/** A summoned body declines; judged by the desk above the summoner. */
export const decline: Handler<'decline'> = (r, command) => {
  const own = asking(r, 'decline', command, ({ by }) => by === 'summons');
  if (!own.ok) return own;
  return put(r, 'decline', command.reason, judgeAbove(r, own.order.from), { workOrder: own.order.id });
};

const leads = ({ role }: WorkOrder): boolean => role === 'lead';

export const askExtension: Handler<'askExtension'> = (r, command) => {
  const own = asking(r, 'extension', command, leads);
  if (!own.ok) return own;
  const amount = workClock(r.case, own.order.id)?.amount?.amount;
  if (amount === undefined) return refuse('noClock');
  if (command.amount <= amount) return refuse('amountNotLarger', { amount });
  const more = { workOrder: own.order.id, amount: command.amount };
  return put(r, 'extension', command.reason, judgeOver(r, own.order), more);
};

export const askDeferral: Handler<'askDeferral'> = (r, command) => {
  const own = asking(r, 'deferral', command, leads);
  if (!own.ok) return own;
  if (command.until <= r.context.now) return refuse('dateNotAhead');
  const more = { workOrder: own.order.id, until: command.until };
  return put(r, 'deferral', command.reason, judgeOver(r, own.order), more);
};

/** Judged one level above the accountable desk. */
export const askReopening: Handler<'askReopening'> = (r, { reason }) =>
  put(r, 'reopening', reason, judgeAbove(r, r.case.desk));

export const appeal: Handler<'appeal'> = (r, { reason }) => put(r, 'appeal', reason, judgeAbove(r, r.case.desk));
