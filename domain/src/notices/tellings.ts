import {
  type AskKind,
  type Body,
  type Case,
  type CaseEvent,
  type CaseEventType,
  type EventOf,
  isActive,
} from '../cases/index.ts';

/** What a notice says. Its words are in the catalogues, under `notice.` for staff and `message.` for residents. */
export const noticeKinds = [
  'caseArrived',
  'orderSent',
  'summoned',
  'judgeAsked',
  'judgedUpheld',
  'judgedRefused',
  'verificationDue',
  'verificationFailed',
  'withdrawn',
  'raisedAgain',
  'escalated',
  'reminded',
  'supervisionOrdered',
  'supervisionWentUp',
  'clockEnded',
  'reopened',
  'transferred',
  'resumed',
  'gateRefused',
  'accepted',
  'rejected',
  'finished',
  'closed',
  'reopeningUpheld',
  'reopeningRefused',
  'merged',
  'unmerged',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Who is told. Which persons these are now is looked up when they are told. */
export type Audience =
  /** Whoever raised it: a resident by the address they left, staff on their unread list. */
  | { readonly kind: 'reporter' }
  /** Reporters of the cases that were put into this one, each by their own number. */
  | { readonly kind: 'mergedReporters' }
  | { readonly kind: 'supporters' }
  | { readonly kind: 'body'; readonly body: Body }
  | { readonly kind: 'verifiers' }
  | { readonly kind: 'person'; readonly person: string };

/** One thing to tell somebody. */
export interface Telling {
  readonly kind: NoticeKind;
  readonly to: Audience;
  /** What the sentence needs beside the case itself. */
  readonly values: {
    readonly words?: string;
    readonly ask?: AskKind;
    readonly stage?: string;
    readonly number?: string;
  };
}

type Teller<Type extends CaseEventType> = (
  event: EventOf<Type>,
  after: Case,
  before: Case | undefined,
) => readonly Telling[];

const tell = (kind: NoticeKind, to: Audience, values: Telling['values'] = {}): Telling => ({ kind, to, values });
const reporter: Audience = { kind: 'reporter' };
const desk = (area: string): Audience => ({ kind: 'body', body: { kind: 'desk', area } });
const body = (one: Body): Audience => ({ kind: 'body', body: one });
const nobody = (): readonly Telling[] => [];

/** The bodies that still work on it. */
const working = (found: Case): readonly Audience[] =>
  found.workOrders.filter((order) => isActive(order)).map((order) => body(order.body));

function orderOf(found: Case, id: string | undefined): Audience | undefined {
  const order = found.workOrders.find((one) => one.id === id);
  return order && body(order.body);
}

/** What each event makes worth telling, and to whom. Whoever adds an event decides it here. */
const table: { readonly [Type in CaseEventType]: Teller<Type> } = {
  reported: (_, after) => [tell('caseArrived', desk(after.desk))],
  accepted: () => [tell('accepted', reporter)],
  rejected: ({ reason }) => [tell('rejected', reporter, { words: reason })],
  corrected: (_, after, before) => (before?.desk === after.desk ? [] : [tell('caseArrived', desk(after.desk))]),
  dispatched: ({ workOrders }) => workOrders.map((order) => tell('orderSent', body(order.body))),
  assignedToDesk: nobody,
  summoned: ({ workOrders, reason }) =>
    workOrders.map((order) => tell('summoned', body(order.body), { words: reason })),
  acknowledged: nobody,
  reportedIn: nobody,
  moving: nobody,
  arrived: nobody,
  handedOn: ({ body: heir }) => [tell('orderSent', body(heir))],
  transferred: ({ to }) => [tell('transferred', { kind: 'person', person: to })],
  gateRefused: ({ sender }) => [tell('gateRefused', desk(sender))],
  contacted: nobody,
  noted: nobody,
  workOrderFinished: nobody,
  handled: () => [tell('verificationDue', { kind: 'verifiers' }), tell('finished', reporter)],
  solvedOnTheSpot: nobody,
  verified: ({ pass, note }, after) =>
    pass ? [] : working(after).map((to) => tell('verificationFailed', to, { words: note })),
  closed: () => [
    tell('closed', reporter),
    tell('closed', { kind: 'mergedReporters' }),
    tell('closed', { kind: 'supporters' }),
  ],
  asked: ({ kind, judge, reason }) => [tell('judgeAsked', desk(judge), { ask: kind, words: reason })],
  judged: tellOfJudgement,
  deferred: nobody,
  resumed: ({ byDate }, after) => (byDate ? working(after).map((to) => tell('resumed', to)) : []),
  extended: nobody,
  handedBack: nobody,
  excused: nobody,
  reopened: (_, after) => [tell('reopened', desk(after.desk))],
  withdrawn: (_, after, before) => [desk(after.desk), ...working(before ?? after)].map((to) => tell('withdrawn', to)),
  rated: nobody,
  calledBack: nobody,
  supported: nobody,
  raisedAgain: ({ text }, after) =>
    [desk(after.desk), ...working(after)].map((to) => tell('raisedAgain', to, { words: text })),
  merged: () => [tell('merged', reporter)],
  mergedIn: nobody,
  unmerged: () => [tell('unmerged', reporter)],
  unmergedFrom: nobody,
  split: nobody,
  childClosed: nobody,
  escalated: (event) => [tell('escalated', desk(event.desk), { words: event.reason })],
  reminded: ({ text, to }) => [tell('reminded', body(to), { words: text })],
  supervisionOrdered: ({ to, number }) => [tell('supervisionOrdered', desk(to), { number })],
  supervisionAnswered: nobody,
  supervisionWentUp: ({ to, order }, after) => [
    tell('supervisionWentUp', desk(to), { number: after.orders.find(({ id }) => id === order)?.number ?? order }),
  ],
  bodyRated: nobody,
  clockStarted: nobody,
  clocksHalted: nobody,
  clockMoved: nobody,
  clockStopped: nobody,
  clockEnded: ({ clock }, after) => {
    const ended = after.clocks.find(({ id }) => id === clock);
    return ended === undefined ? [] : [tell('clockEnded', body(ended.owner), { stage: ended.stage })];
  },
  faultRaised: nobody,
  imported: nobody,
};

/** A judgement goes back to whoever asked: the body, or the reporter for a reopening or an appeal. */
function tellOfJudgement({ ask: id, upheld, words }: EventOf<'judged'>, after: Case): readonly Telling[] {
  const ask = after.asks.find((one) => one.id === id);
  if (ask === undefined) return [];
  if (ask.kind === 'reopening' || ask.kind === 'appeal') {
    return [tell(upheld ? 'reopeningUpheld' : 'reopeningRefused', reporter, { words, ask: ask.kind })];
  }
  const asker = orderOf(after, ask.workOrder);
  return asker === undefined ? [] : [tell(upheld ? 'judgedUpheld' : 'judgedRefused', asker, { words, ask: ask.kind })];
}

/** What an event makes worth telling. */
export function tellings(event: CaseEvent, after: Case, before: Case | undefined): readonly Telling[] {
  // The table has one entry for each type, which TypeScript does not follow through an index.
  const teller = table[event.type] as Teller<CaseEventType>;
  return teller(event, after, before);
}
