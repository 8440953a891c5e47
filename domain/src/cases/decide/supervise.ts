import { deskAbove } from '../body.ts';
import { redReasons } from '../light.ts';
import { sitsAt } from '../parties.ts';
import { refuse } from '../refusal.ts';
import { levels } from '../state.ts';
import type { Handler } from './outcome.ts';
import { dropClocks, meetClocks, moveClock, raiseFault, type Recorder, startClock } from './recorder.ts';
import { mostSpecific } from '../specificity.ts';
import type { CaseClock } from '../clock-record.ts';

/** Raises the level and the accountable desk by one; never the lead, the state or a clock. */
export const escalate: Handler<'escalate'> = (r, { reason }) => {
  const { desks } = r.context;
  const above = deskAbove(desks, r.case.desk);
  if (!above) return refuse('atTheTop');
  const expected = levels[levels.indexOf(r.case.level === 'grid' ? 'community' : r.case.level) + 1];
  r.emit({ type: 'escalated', level: above.level, desk: above.area, reason });
  if (above.level !== expected) raiseFault(r, 'noSuperior', expected);
  return undefined;
};

export const remind: Handler<'remind'> = (r, { text }) => {
  const lead = r.case.workOrders.findLast((order) => order.role === 'lead' && (order.state === 'sent' || order.state === 'working'));
  r.emit({ type: 'reminded', text, to: lead?.body ?? { kind: 'desk', area: r.case.desk } });
  return undefined;
};

export const answerSupervision: Handler<'answerSupervision'> = (r, { order, text }) => {
  const found = r.case.orders.find((one) => one.id === order);
  if (!found) return refuse('unknownOrder');
  if (found.answeredAt !== undefined) return refuse('alreadyAnswered');
  if (!sitsAt(r.context.actor, found.to)) return refuse('notYours');
  r.emit({ type: 'supervisionAnswered', order, text });
  meetClocks(r, { stages: ['supervision'], ref: order });
  return undefined;
};

/** How the summoner found each body, after closing. */
export const rateBody: Handler<'rateBody'> = (r, { type: _type, workOrder, ...rating }) => {
  const found = r.case.workOrders.find((order) => order.id === workOrder && order.by === 'summons');
  if (!found) return refuse('notSummoned');
  if (!sitsAt(r.context.actor, found.from)) return refuse('notYours');
  r.emit({ type: 'bodyRated', workOrder, ...rating });
  return undefined;
};

/** A new red reason raises an order to the desk above the accountable one. One open order a case. */
export function superviseIfRed(r: Recorder): void {
  const { rules, desks, now } = r.context;
  const fresh = redReasons(r.case, rules.light, now).filter(({ key }) => !r.case.redSeen.includes(key));
  if (fresh.length === 0 || r.case.orders.some((order) => order.answeredAt === undefined && !order.stuck)) return;
  const above = deskAbove(desks, r.case.desk);
  const ordinal = r.case.orders.length + 1;
  const order = `so.${ordinal}`;
  r.emit({
    type: 'supervisionOrdered',
    by: { kind: 'system' },
    order,
    number: `${r.case.number}-${ordinal}`,
    reasons: [...new Set(fresh.map(({ reason }) => reason))],
    keys: fresh.map(({ key }) => key),
    over: r.case.desk,
    to: above?.area ?? r.case.desk,
  });
  if (!above) raiseFault(r, 'noSuperior', r.case.desk);
  startClock(r, 'supervision', { kind: 'desk', area: above?.area ?? r.case.desk }, { ref: order });
}

/** An order nobody answered goes up once with its own clock; at the top, or the second time, it is a fault. */
function goUp(r: Recorder, ref: string): void {
  const order = r.case.orders.find((one) => one.id === ref);
  if (!order || order.answeredAt !== undefined) return;
  const above = order.wentUpAt === undefined ? deskAbove(r.context.desks, order.to) : undefined;
  if (!above) {
    raiseFault(r, 'supervisionUnanswered', order.id);
    return;
  }
  dropClocks(r, { stages: ['supervision'], ref });
  r.emit({ type: 'supervisionWentUp', by: { kind: 'system' }, order: order.id, to: above.area });
  startClock(r, 'supervision', { kind: 'desk', area: above.area }, { ref: order.id });
}

/** Puts on record that a clock's time is over, and does what follows from it. */
export const clockEnded: Handler<'clockEnded'> = (r, command) => {
  const clock = r.case.clocks.find((one) => one.id === command.clock);
  if (!clock || clock.stoppedAt !== undefined || clock.haltedAt !== undefined || clock.endedFor === clock.dueAt) return refuse('noClock');
  if (clock.dueAt > r.context.now) return refuse('dateNotAhead');
  r.emit({ type: 'clockEnded', clock: clock.id, due: clock.dueAt });
  if (clock.stage === 'resume') {
    r.emit({ type: 'resumed', byDate: true });
    meetOnTime(r, clock);
  }
  if (clock.stage === 'supervision' && clock.ref !== undefined) goUp(r, clock.ref);
  return undefined;
};

/** The day of resuming has come as agreed: nobody was late. */
function meetOnTime(r: Recorder, clock: CaseClock): void {
  r.emit({ type: 'clockStopped', clock: clock.id, stoppedAt: clock.dueAt, outcome: 'met' });
}

/** Applies the rules in force to clocks already running, because the administrator said so. */
export const restateClocks: Handler<'restateClocks'> = (r) => {
  const { rules, now } = r.context;
  for (const clock of r.case.clocks) {
    if (clock.stoppedAt !== undefined || !clock.amount || clock.haltedAt !== undefined) continue;
    const order = r.case.workOrders.find((one) => one.id === clock.ref);
    const matter = { ...r.case, ...(order?.summonsKind !== undefined && { summonsKind: order.summonsKind }) };
    const rows = rules.clocks.rows.filter((row) => row.stage === clock.stage);
    const rule = mostSpecific(rules.calendar, rows, matter, now);
    if (!rule) continue;
    const source = { rule: rule.id, version: rules.clocks.version };
    moveClock(r, clock, clock.suspensions, { amount: rule.amount, source });
  }
  return undefined;
};
