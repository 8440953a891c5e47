import type { Actor } from '../access/index.ts';
import type { Instant } from '../time.ts';
import type { AskKind, Case, WorkOrder } from './case.ts';
import { type CaseClock, hasEnded, isRunning } from './clock-record.ts';
import type { CaseCommandType } from './command.ts';
import type { Rules } from './context.ts';
import { ownOrders } from './parties.ts';
import type { Refusal, RefusalCode } from './refusal.ts';
import { passesGate } from './routing.ts';

/** The rules that a button depends on. */
export type ButtonRules = Pick<Rules, 'gate' | 'reopening' | 'rating'>;

interface Asked {
  readonly found: Case;
  readonly actor: Actor;
  readonly rules: ButtonRules;
  readonly now: Instant;
}

type Hindrance = (asked: Asked) => RefusalCode | Refusal | undefined;

const dayMs = 86_400_000;

/** Refused unless the actor stands for an open work order that fits. */
const needsOrder =
  (code: RefusalCode, fits: (order: WorkOrder, asked: Asked) => boolean): Hindrance =>
  (asked) =>
    ownOrders(asked.found, asked.actor).some((order) => fits(order, asked)) ? undefined : code;

const unlessSplit: Hindrance = ({ found }) => (found.children.length > 0 ? 'hasChildren' : undefined);
const unlessByStaff: Hindrance = ({ found }) => (found.report.reporter.kind === 'staff' ? 'nobodyToAsk' : undefined);

const first =
  (...all: readonly Hindrance[]): Hindrance =>
  (asked) =>
    all.map((one) => one(asked)).find((hindrance) => hindrance !== undefined);

/** Whether something of this kind is asked and not judged, on this work order or on any. */
export const isPending = (found: Case, kind: AskKind, workOrder?: string): boolean =>
  found.asks.some(
    (ask) =>
      ask.kind === kind && ask.judgedAt === undefined && (workOrder === undefined || ask.workOrder === workOrder),
  );

const leadMayAsk = (kind: AskKind) =>
  needsOrder('alreadyAsked', (order, { found }) => order.role === 'lead' && !isPending(found, kind, order.id));

/** The clock that an extension replaces the amount of: of those that time the body's work, the one that ends first. */
export const workClock = (found: Case, workOrder: string): CaseClock | undefined =>
  found.clocks
    .filter((clock) => isRunning(clock) && clock.amount !== undefined)
    .filter(({ stage, ref }) => stage === 'handle' || (stage === 'result' && ref === workOrder))
    .reduce<CaseClock | undefined>((best, clock) => (best && best.dueAt <= clock.dueAt ? best : clock), undefined);

/** Conditions beside state and party that do not depend on what is said with a command. */
const hindrances: { readonly [Type in CaseCommandType]?: Hindrance } = {
  acknowledge: needsOrder('alreadyAnswered', (order) => order.state === 'sent' && order.by === 'dispatch'),
  reportIn: needsOrder('alreadyAnswered', (order) => order.state === 'sent' && order.by === 'summons'),
  refuseByGate: first(
    needsOrder('notOnAGrid', (order) => order.body.kind === 'grid'),
    needsOrder('alreadyAnswered', (order) => order.body.kind === 'grid' && order.state === 'sent'),
    ({ found, rules }) => (passesGate(rules.gate, found.category) ? 'onTheGate' : undefined),
  ),
  handBack: first(
    needsOrder('unknownWorkOrder', (order) => order.by === 'dispatch'),
    needsOrder(
      'alreadyAsked',
      (order, { found }) => order.by === 'dispatch' && !isPending(found, 'handBack', order.id),
    ),
  ),
  decline: first(
    needsOrder('notSummoned', (order) => order.by === 'summons'),
    needsOrder('alreadyAsked', (order, { found }) => order.by === 'summons' && !isPending(found, 'decline', order.id)),
  ),
  finish: needsOrder('notAnsweredYet', (order) => order.state === 'working'),
  moving: first(
    needsOrder('notAnsweredYet', (order) => order.state === 'working'),
    needsOrder('alreadyAnswered', (order) => order.state === 'working' && !isUnderWay(order)),
  ),
  arrived: first(
    needsOrder('notAnsweredYet', (order) => order.state === 'working'),
    needsOrder('alreadyAnswered', (order) => order.state === 'working' && order.arrivedAt === undefined),
  ),
  askExtension: first(
    needsOrder('noClock', (order, { found }) => order.role === 'lead' && workClock(found, order.id) !== undefined),
    leadMayAsk('extension'),
  ),
  askDeferral: leadMayAsk('deferral'),
  split: unlessSplit,
  summon: unlessSplit,
  merge: unlessSplit,
  unmerge: ({ found }) => (found.mergedInto === undefined ? 'otherNotOpen' : undefined),
  contact: unlessByStaff,
  callBack: unlessByStaff,
  rate: first(unlessByStaff, ({ found, rules, now }) => within(found, now, rules.rating.withinDays)),
  askReopening: first(
    // Its children are the work: each can be reopened.
    unlessSplit,
    ({ found, rules, now }) => within(found, now, rules.reopening.withinDays),
    ({ found, rules: { reopening } }) =>
      found.reopenings < reopening.times ? undefined : { code: 'tooOften', detail: { times: reopening.times } },
    ({ found }) => (isPending(found, 'reopening') ? 'alreadyAsked' : undefined),
  ),
  appeal: ({ found }) => {
    if (isPending(found, 'appeal')) return 'alreadyAsked';
    // An upheld one took the case out of this state: a second rejection may be appealed against anew.
    return found.asks.findLast((ask) => ask.kind === 'appeal')?.upheld === false ? 'alreadyJudged' : undefined;
  },
  raiseAgain: ({ found, now }) => (isHeardOrLate(found, now) ? undefined : 'nothingAnsweredYet'),
  support: ({ found, actor }) => (actor.kind === 'reporter' && actor.caseId === found.id ? 'alreadyAsked' : undefined),
  escalate: ({ found }) => (found.level === 'county' ? 'atTheTop' : undefined),
};

const isUnderWay = (order: WorkOrder): boolean => order.movingAt !== undefined || order.arrivedAt !== undefined;

/** Raised again means: after an answer, or after a clock has ended. */
const isHeardOrLate = ({ answeredAt, clocks }: Case, now: Instant): boolean =>
  answeredAt !== undefined ||
  clocks.some((clock) => hasEnded(clock, now) || clock.outcome === 'late' || clock.endedFor !== undefined);

const within = (found: Case, now: Instant, days: number): Refusal | undefined =>
  now - (found.closedAt ?? now) > days * dayMs ? { code: 'tooLate', detail: { days } } : undefined;

/** What hinders a command that state and party allow, whatever is said with it. Buttons and decisions both ask here. */
export function hindranceOf(
  found: Case,
  command: CaseCommandType,
  actor: Actor,
  rules: ButtonRules,
  now: Instant,
): Refusal | undefined {
  const hindrance = hindrances[command]?.({ found, actor, rules, now });
  return typeof hindrance === 'string' ? { code: hindrance } : hindrance;
}
