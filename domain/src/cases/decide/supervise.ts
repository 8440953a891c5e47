import { deskAbove, deskFrom } from '../body.ts';
import { isRunning } from '../clock-record.ts';
import { sitsAt } from '../parties.ts';
import { redReasons } from '../red-reasons.ts';
import { refuse } from '../refusal.ts';
import { levels } from '../state.ts';
import { ownerOf } from '../work-orders.ts';
import type { Handler } from './outcome.ts';
import { dropClocks, meetClocks, moveClock, raiseFault, type Recorder, ruleFor, startClock } from './recorder.ts';

/** Raises the level by one and with it the accountable desk; never the lead, the state or a clock. */
export const escalate: Handler<'escalate'> = (r, { reason }) => {
  const next = levels[levels.indexOf(r.case.level) + 1];
  if (next === undefined) return refuse('atTheTop');
  const desk = deskFrom(r.context.desks, r.case.desk, next);
  if (desk?.level !== next && desk?.area !== r.case.desk) raiseFault(r, 'noSuperior', next);
  if (desk) r.emit({ type: 'escalated', level: desk.level, desk: desk.area, reason });
  return undefined;
};

export const remind: Handler<'remind'> = (r, { text }) => {
  r.emit({ type: 'reminded', text, to: ownerOf(r.case) ?? { kind: 'desk', area: r.case.desk } });
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
  // What reddens it meanwhile waits for the answer: then it is asked for, if it still stands.
  if (fresh.length === 0 || r.case.orders.some((order) => order.answeredAt === undefined)) return;
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
  const done = !clock || !isRunning(clock) || clock.haltedAt !== undefined || clock.endedFor === clock.dueAt;
  if (done) return refuse('noClock');
  if (clock.dueAt > r.context.now) return refuse('dateNotAhead');
  r.emit({ type: 'clockEnded', clock: clock.id, due: clock.dueAt });
  if (clock.stage === 'resume' && r.case.state === 'deferred') {
    r.emit({ type: 'resumed', byDate: true });
    // The day has come as agreed: nobody was late.
    r.emit({ type: 'clockStopped', clock: clock.id, stoppedAt: clock.dueAt, outcome: 'met' });
  }
  if (clock.stage === 'supervision' && clock.ref !== undefined) goUp(r, clock.ref);
  return undefined;
};

/** Applies the rules in force to running clocks, because the administrator said so. A granted extension stays granted. */
export const restateClocks: Handler<'restateClocks'> = (r) => {
  for (const clock of r.case.clocks.filter(isRunning)) {
    if (!clock.amount || clock.stage === 'resume' || clock.extended) continue;
    const order = r.case.workOrders.find((one) => one.id === clock.ref);
    const rule = ruleFor(r, clock.stage, order?.summonsKind);
    if (!rule) continue;
    const source = { rule: rule.id, version: r.context.rules.clocks.version };
    moveClock(r, clock, clock.suspensions, { amount: rule.amount, source });
  }
  return undefined;
};
