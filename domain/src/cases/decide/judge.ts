import type { Ask, AskKind } from '../case.ts';
import { sitsAt } from '../parties.ts';
import { refuse } from '../refusal.ts';
import { stillOpen } from './ask.ts';
import type { Handler, Outcome } from './outcome.ts';
import { dropClocks, meetClocks, moveClock, type Recorder, startClock, startDated, suspendClocks, workStages } from './recorder.ts';
import { handOverWhenDone } from './work.ts';

/** What an upheld asking brings about. */
const upheld: Record<AskKind, (r: Recorder, ask: Ask) => void> = {
  handBack: (r, ask) => {
    const order = stillOpen(r, ask.workOrder);
    if (!order) return;
    if (order.role === 'supporting') {
      excuse(r, order.id);
      return;
    }
    const { row } = r.case.routing;
    r.emit({ type: 'handedBack', workOrder: order.id, ...(row !== undefined && { row }) });
    dropClocks(r, { stages: workStages });
    toDispatch(r);
  },
  decline: (r, ask) => {
    const order = stillOpen(r, ask.workOrder);
    if (order) excuse(r, order.id);
  },
  extension: (r, ask) => {
    const clock = r.case.clocks.find((one) => one.stage === 'handle' && one.stoppedAt === undefined);
    if (!clock?.amount || ask.amount === undefined) return;
    r.emit({ type: 'extended', clock: clock.id, amount: ask.amount });
    moveClock(r, clock, clock.suspensions, { amount: { ...clock.amount, amount: ask.amount } });
  },
  deferral: (r, ask) => {
    if (ask.until === undefined) return;
    r.emit({ type: 'deferred', until: ask.until });
    suspendClocks(r, { stages: ['handle', 'result'] }, [r.context.now, ask.until]);
    const lead = r.case.workOrders.findLast((order) => order.role === 'lead');
    startDated(r, 'resume', lead?.body ?? { kind: 'desk', area: r.case.desk }, ask.until, 'agreed');
  },
  reopening: (r) => {
    r.emit({ type: 'reopened', after: 'reopening' });
    toDispatch(r);
  },
  appeal: (r) => {
    r.emit({ type: 'reopened', after: 'appeal' });
    toDispatch(r);
  },
};

function excuse(r: Recorder, workOrder: string): void {
  r.emit({ type: 'excused', workOrder });
  dropClocks(r, { stages: ['acknowledge', 'reportIn', 'result'], ref: workOrder });
  keepLead(r);
  handOverWhenDone(r);
}

/** With every body excused nobody would own the case: it goes back to the desk to be dispatched. */
function keepLead(r: Recorder): void {
  const left = r.case.workOrders.some((order) => order.state === 'sent' || order.state === 'working' || order.state === 'finished');
  if (left) return;
  r.emit({ type: 'accepted', by: { kind: 'system' } });
  dropClocks(r, { stages: workStages });
  toDispatch(r);
}

const toDispatch = (r: Recorder): void => startClock(r, 'dispatch', { kind: 'desk', area: r.case.desk });

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

/** An asking can be overtaken: the day of resuming has come, or the case is no longer where it could be granted. */
function tooLate(r: Recorder, ask: Ask): Outcome {
  const { state } = r.case;
  if (ask.kind === 'deferral' && (ask.until ?? 0) <= r.context.now) return refuse('dateNotAhead');
  if (ask.kind === 'deferral' && state !== 'handling') return refuse('notInThisState', { state });
  if (ask.kind === 'reopening' && state !== 'closed') return refuse('notInThisState', { state });
  if (ask.kind === 'appeal' && state !== 'rejected') return refuse('notInThisState', { state });
  return undefined;
}

/** Resumes before the agreed day. */
export const resume: Handler<'resume'> = (r) => {
  const deferred = r.case.clocks.findLast((clock) => clock.stage === 'resume');
  r.emit({ type: 'resumed', byDate: false });
  meetClocks(r, { stages: ['resume'] });
  if (deferred) shorten(r, deferred.dueAt);
  return undefined;
};

/** The suspension ends now, not on the day agreed on. */
function shorten(r: Recorder, agreed: number): void {
  for (const clock of r.case.clocks) {
    const last = clock.suspensions.at(-1);
    if (clock.stoppedAt !== undefined || last?.[1] !== agreed) continue;
    moveClock(r, clock, [...clock.suspensions.slice(0, -1), [last[0], r.context.now]]);
  }
}
