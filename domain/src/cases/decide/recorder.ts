import type { Actor } from '../../access/index.ts';
import type { Instant } from '../../time.ts';
import type { Case } from '../case.ts';
import {
  type CaseClock,
  type ClockOwner,
  dueOf,
  hasEnded,
  isRunning,
  type Stage,
  type Suspension,
} from '../clock-record.ts';
import { overdue } from '../clock/index.ts';
import type { ClockRule, TimedStage } from '../clock-rules.ts';
import type { Context } from '../context.ts';
import type { CaseEvent, CaseFault, EventBy } from '../event.ts';
import { evolve } from '../evolve.ts';
import { mostSpecific } from '../specificity.ts';

/** An event without what the recorder fills in: its time and its author. */
type Written<E> = E extends CaseEvent ? Omit<E, 'at' | 'by'> & Partial<Pick<E, 'at' | 'by'>> : never;

/** Collects the events of one decision and folds them as they come, so that a rule can look at what it just did. */
export interface Recorder {
  readonly context: Context;
  readonly events: readonly CaseEvent[];
  readonly case: Case;
  emit(event: Written<CaseEvent>): void;
}

/** Who the history names as the author. */
export function authorOf(actor: Actor): EventBy {
  if (actor.kind === 'staff') {
    const post = actor.posts[0]?.id;
    return post === undefined ? { kind: 'staff', person: actor.person } : { kind: 'staff', person: actor.person, post };
  }
  return actor.kind === 'system' ? { kind: 'system' } : { kind: 'reporter' };
}

/** Starts a recorder on a case, or on none when a case is about to begin. */
export function recorder(found: Case | undefined, context: Context): Recorder {
  let current = found;
  const events: CaseEvent[] = [];
  return {
    context,
    events,
    get case(): Case {
      if (!current) throw new Error('no case yet');
      return current;
    },
    emit(event) {
      const whole = { at: context.now, by: authorOf(context.actor), ...event } as CaseEvent;
      events.push(whole);
      current = evolve(current, whole);
    },
  };
}

const system: EventBy = { kind: 'system' };

/** The same recorder at an earlier instant, for what is brought in with its own times. */
export function recorderAt(r: Recorder, now: Instant): Recorder {
  return {
    events: r.events,
    context: { ...r.context, now },
    get case(): Case {
      return r.case;
    },
    emit: (event) => r.emit({ at: now, ...event }),
  };
}

/** Puts a fault on record: nothing is skipped in silence. */
export function raiseFault(r: Recorder, fault: CaseFault, detail?: string): void {
  r.emit({ type: 'faultRaised', by: system, fault, ...(detail !== undefined && { detail }) });
}

/** The rule in force that times a stage of the case. */
export function ruleFor(r: Recorder, stage: TimedStage, summonsKind?: string): ClockRule | undefined {
  const { rules, now } = r.context;
  const matter = { ...r.case, ...(summonsKind !== undefined && { summonsKind }) };
  const rows = rules.clocks.rows.filter((row) => row.stage === stage);
  return mostSpecific(rules.calendar, rows, matter, now);
}

/** Starts a clock by the rule in force; a missing rule is a fault and no clock. */
export function startClock(
  r: Recorder,
  stage: TimedStage,
  owner: ClockOwner,
  more: { ref?: string; summonsKind?: string } = {},
): void {
  const { rules, now } = r.context;
  const rule = ruleFor(r, stage, more.summonsKind);
  if (!rule) {
    raiseFault(r, 'noClockRule', stage);
    return;
  }
  const clock = {
    owner,
    amount: rule.amount,
    source: { rule: rule.id, version: rules.clocks.version },
    startedAt: now,
    suspensions: [],
    dueAt: 0,
  };
  put(r, stage, { ...clock, dueAt: dueOf(rules.calendar, clock) }, more.ref);
}

/** Starts a clock that ends on a date, not after an amount. */
export function startDated(
  r: Recorder,
  stage: Stage,
  owner: ClockOwner,
  dueAt: Instant,
  rule: string,
  startedAt = r.context.now,
): void {
  put(r, stage, { owner, source: { rule, version: 0 }, startedAt, suspensions: [], dueAt });
}

function put(r: Recorder, stage: Stage, clock: Omit<CaseClock, 'id' | 'stage'>, ref?: string): void {
  const ordinal = r.case.clocks.filter((one) => one.stage === stage).length + 1;
  r.emit({
    type: 'clockStarted',
    by: system,
    clock: { id: `${stage}.${ordinal}`, stage, ...clock, ...(ref !== undefined && { ref }) },
  });
}

/** Which running clocks to touch. */
export interface ClockPick {
  readonly stages: readonly Stage[];
  readonly ref?: string;
}

const picked = (r: Recorder, pick: ClockPick): readonly CaseClock[] =>
  r.case.clocks.filter(
    (clock) =>
      isRunning(clock) && pick.stages.includes(clock.stage) && (pick.ref === undefined || clock.ref === pick.ref),
  );

/** Stops running clocks because what they time was done, now or at an earlier instant. */
export function meetClocks(r: Recorder, pick: ClockPick, doneAt = r.context.now): void {
  for (const clock of picked(r, pick)) {
    const late = overdue(clock.dueAt, doneAt);
    r.emit({ type: 'clockStopped', by: system, clock: clock.id, stoppedAt: doneAt, outcome: late ? 'late' : 'met' });
  }
}

/** Stops running clocks because nobody owes it any more. One that had already ended stays late. */
export function dropClocks(r: Recorder, pick: ClockPick): void {
  const { now } = r.context;
  for (const clock of picked(r, pick)) {
    const outcome = hasEnded(clock, now) ? 'late' : 'dropped';
    r.emit({ type: 'clockStopped', by: system, clock: clock.id, stoppedAt: now, outcome });
  }
}

/** Lets running clocks stand still until further notice. */
export function haltClocks(r: Recorder, pick: ClockPick): void {
  const ids = picked(r, pick)
    .filter((clock) => clock.haltedAt === undefined)
    .map((clock) => clock.id);
  if (ids.length > 0) r.emit({ type: 'clocksHalted', by: system, clocks: ids });
}

/** Lets halted clocks run on: the halt becomes a suspension. */
export function releaseClocks(r: Recorder, pick: ClockPick): void {
  for (const clock of picked(r, pick)) {
    if (clock.haltedAt !== undefined) moveClock(r, clock, [...clock.suspensions, [clock.haltedAt, r.context.now]]);
  }
}

/** Suspends running clocks for a span whose end is known. */
export function suspendClocks(r: Recorder, pick: ClockPick, span: Suspension): void {
  for (const clock of picked(r, pick)) moveClock(r, clock, [...clock.suspensions, span]);
}

/** Puts new suspensions, and if given a new amount or owner, on a clock, lets it run and reckons its due time again. */
export function moveClock(
  r: Recorder,
  clock: CaseClock,
  suspensions: readonly Suspension[],
  more: Partial<Pick<CaseClock, 'amount' | 'source' | 'owner'>> = {},
): void {
  const dueAt = dueOf(r.context.rules.calendar, { ...clock, ...more, suspensions });
  r.emit({ type: 'clockMoved', by: system, clock: clock.id, suspensions, dueAt, ...more });
}

/** What stands still while merged and ends with the case. Supervision orders do neither: they are owed all the same. */
export const allStages: readonly Stage[] = [
  'accept',
  'dispatch',
  'acknowledge',
  'contact',
  'handle',
  'resume',
  'verify',
  'judge',
  'reportIn',
  'result',
];
/** What the bodies owe: gone with their work orders. */
export const workStages: readonly Stage[] = ['acknowledge', 'handle', 'reportIn', 'result'];
