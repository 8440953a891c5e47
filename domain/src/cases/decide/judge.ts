import type { Ask, AskKind, Case } from '../case.ts';
import { workClock } from '../hindrances.ts';
import { sitsAt } from '../parties.ts';
import { refuse } from '../refusal.ts';
import type { CaseState } from '../state.ts';
import { isActive, leadOrder } from '../work-orders.ts';
import { excuse, handBackUpheld } from './give-back.ts';
import type { Handler, Outcome } from './outcome.ts';
import { dropClocks, meetClocks, moveClock, type Recorder, startClock, startDated, suspendClocks } from './recorder.ts';

/** In which states something asked still stands to be judged. Elsewhere it was overtaken. */
const standsIn: Readonly<Record<AskKind, readonly CaseState[]>> = {
  handBack: ['dispatched', 'handling', 'deferred', 'merged'],
  decline: ['handling', 'deferred', 'merged'],
  extension: ['handling', 'deferred', 'merged'],
  deferral: ['handling', 'merged'],
  reopening: ['closed'],
  appeal: ['rejected'],
};

const orderOf = (found: Case, ask: Ask) =>
  found.workOrders.find((order) => order.id === ask.workOrder && isActive(order));

const stands = (found: Case, ask: Ask): boolean =>
  standsIn[ask.kind].includes(found.state) && (ask.workOrder === undefined || orderOf(found, ask) !== undefined);

/** What an upheld asking brings about. */
const upheld: Record<AskKind, (r: Recorder, ask: Ask) => void> = {
  handBack: (r, ask) => {
    const order = orderOf(r.case, ask);
    if (order) handBackUpheld(r, order);
  },
  decline: (r, ask) => {
    const order = orderOf(r.case, ask);
    if (order) excuse(r, order);
  },
  extension: (r, ask) => {
    const clock = workClock(r.case, ask.workOrder ?? '');
    if (!clock?.amount || ask.amount === undefined) return;
    r.emit({ type: 'extended', clock: clock.id, amount: ask.amount });
    moveClock(r, clock, clock.suspensions, { amount: { ...clock.amount, amount: ask.amount } });
  },
  deferral: (r, ask) => {
    if (ask.until === undefined) return;
    r.emit({ type: 'deferred', until: ask.until });
    // Nobody can work on it until then, so nobody's time to work or to answer runs.
    suspendClocks(r, { stages: ['handle', 'result', 'acknowledge', 'reportIn'] }, [r.context.now, ask.until]);
    const owner = leadOrder(r.case)?.body ?? { kind: 'desk', area: r.case.desk };
    startDated(r, 'resume', owner, ask.until, 'agreed');
  },
  reopening: (r) => {
    r.emit({ type: 'reopened', after: 'reopening' });
    startClock(r, 'dispatch', { kind: 'desk', area: r.case.desk });
  },
  appeal: (r) => {
    r.emit({ type: 'reopened', after: 'appeal' });
    startClock(r, 'dispatch', { kind: 'desk', area: r.case.desk });
  },
};

export const judge: Handler<'judge'> = (r, command) => {
  const ask = r.case.asks.find((one) => one.id === command.ask);
  if (!ask) return refuse('unknownAsk');
  if (ask.judgedAt !== undefined) return refuse('alreadyJudged');
  if (!sitsAt(r.context.actor, ask.judge)) return refuse('notYours');
  const late = command.upheld ? tooLate(r, ask) : undefined;
  if (late) return late;
  r.emit({ type: 'judged', ask: ask.id, upheld: command.upheld, words: command.words });
  meetClocks(r, { stages: ['judge'], ref: ask.id });
  if (command.upheld) upheld[ask.kind](r, ask);
  return undefined;
};

/** What was asked may no longer be grantable: the day has come, or the clock is as long by now. */
function tooLate(r: Recorder, ask: Ask): Outcome {
  if (ask.kind === 'deferral' && (ask.until ?? 0) <= r.context.now) return refuse('dateNotAhead');
  if (ask.kind !== 'extension') return undefined;
  const amount = workClock(r.case, ask.workOrder ?? '')?.amount?.amount;
  if (amount === undefined) return refuse('noClock');
  return (ask.amount ?? 0) > amount ? undefined : refuse('amountNotLarger', { amount });
}

/** Refuses, in the program's name, what was asked about work that is no longer owed. */
export function settleAsks(r: Recorder): void {
  for (const ask of r.case.asks) {
    if (ask.judgedAt !== undefined || stands(r.case, ask)) continue;
    r.emit({ type: 'judged', by: { kind: 'system' }, ask: ask.id, upheld: false, words: '' });
    dropClocks(r, { stages: ['judge'], ref: ask.id });
  }
}
