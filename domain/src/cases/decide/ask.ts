import type { Instant } from '../../time.ts';
import { deskAbove, deskAt } from '../body.ts';
import type { AskKind, WorkOrder } from '../case.ts';
import type { Stage } from '../clock-record.ts';
import { areaOf } from '../context.ts';
import { isActive } from '../evolve.ts';
import { refuse } from '../refusal.ts';
import type { Handler, Outcome } from './outcome.ts';
import { raiseFault, type Recorder, startClock } from './recorder.ts';
import { ownOrder } from './work.ts';

const dayMs = 86_400_000;

type Asking = { readonly workOrder?: string; readonly until?: Instant; readonly amount?: number };

/** Puts the asking on record, with the judge's clock. One of a kind at a time. */
function put(r: Recorder, kind: AskKind, reason: string, judge: string, more: Asking = {}): Outcome {
  const same = r.case.asks.some((ask) => ask.kind === kind && ask.judgedAt === undefined && ask.workOrder === more.workOrder);
  if (same) return refuse('alreadyAsked');
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
  const { desks } = r.context;
  const area = areaOf(r.context, order.body) ?? r.case.desk;
  if (order.body.kind === 'desk') return judgeAbove(r, area);
  return (deskAbove(desks, area) ?? deskAt(desks, area))?.area ?? r.case.desk;
}

/** Judged by the desk that dispatched or summoned. */
export const handBack: Handler<'handBack'> = (r, command) => {
  const own = ownOrder(r, command);
  if (!own.ok) return own;
  if (own.order.by !== 'dispatch') return refuse('unknownWorkOrder');
  return put(r, 'handBack', command.reason, own.order.from, { workOrder: own.order.id });
};

/** A summoned body declines; judged by the desk above the summoner. */
export const decline: Handler<'decline'> = (r, command) => {
  const own = ownOrder(r, command);
  if (!own.ok) return own;
  if (own.order.by !== 'summons') return refuse('notSummoned');
  return put(r, 'decline', command.reason, judgeAbove(r, own.order.from), { workOrder: own.order.id });
};

export const askExtension: Handler<'askExtension'> = (r, command) => {
  const own = ownOrder(r, command);
  if (!own.ok) return own;
  const clock = r.case.clocks.find((one) => one.stage === 'handle' && one.stoppedAt === undefined);
  if (!clock?.amount) return refuse('noClock');
  if (command.amount <= clock.amount.amount) return refuse('amountNotLarger', { amount: clock.amount.amount });
  const more = { workOrder: own.order.id, amount: command.amount };
  return put(r, 'extension', command.reason, judgeOver(r, own.order), more);
};

export const askDeferral: Handler<'askDeferral'> = (r, command) => {
  const own = ownOrder(r, command);
  if (!own.ok) return own;
  if (command.until <= r.context.now) return refuse('dateNotAhead');
  const more = { workOrder: own.order.id, until: command.until };
  return put(r, 'deferral', command.reason, judgeOver(r, own.order), more);
};

/** Within the days after closing and the times that the rules allow; judged one level above the accountable desk. */
export const askReopening: Handler<'askReopening'> = (r, { reason }) => {
  const { rules, now } = r.context;
  if (now - (r.case.closedAt ?? now) > rules.reopening.withinDays * dayMs) return refuse('tooLate', { days: rules.reopening.withinDays });
  if (r.case.reopenings >= rules.reopening.times) return refuse('tooOften', { times: rules.reopening.times });
  if (pending(r, 'reopening')) return refuse('alreadyAsked');
  return put(r, 'reopening', reason, judgeAbove(r, r.case.desk));
};

export const appeal: Handler<'appeal'> = (r, { reason }) => {
  if (r.case.asks.some((ask) => ask.kind === 'appeal' && ask.judgedAt !== undefined && ask.at >= lastRejection(r))) return refuse('alreadyJudged');
  if (pending(r, 'appeal')) return refuse('alreadyAsked');
  return put(r, 'appeal', reason, judgeAbove(r, r.case.desk));
};

const pending = (r: Recorder, kind: AskKind): boolean => r.case.asks.some((ask) => ask.kind === kind && ask.judgedAt === undefined);

/** When the desk last said no: its accept or dispatch clock stopped then. */
function lastRejection(r: Recorder): Instant {
  const stages: readonly Stage[] = ['accept', 'dispatch'];
  return Math.max(0, ...r.case.clocks.filter((clock) => stages.includes(clock.stage)).map((clock) => clock.stoppedAt ?? 0));
}

/** Whether a work order is still there to be judged about. */
export const stillOpen = (r: Recorder, id: string | undefined): WorkOrder | undefined =>
  r.case.workOrders.find((order) => order.id === id && isActive(order));
