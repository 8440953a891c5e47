import type { AskKind, Case } from './case.ts';
import type { EventOf } from './event.ts';

const reportersAsk = new Set<AskKind>(['reopening', 'appeal']);

/** Folds of asking and judging. */
export const evolveAsk = {
  asked: (found: Case, event: EventOf<'asked'>): Case => ({
    ...found,
    asks: [
      ...found.asks,
      {
        id: event.ask,
        kind: event.kind,
        at: event.at,
        reason: event.reason,
        judge: event.judge,
        ...(event.workOrder !== undefined && { workOrder: event.workOrder }),
        ...(event.until !== undefined && { until: event.until }),
        ...(event.amount !== undefined && { amount: event.amount }),
      },
    ],
  }),
  judged: (found: Case, event: EventOf<'judged'>): Case => ({
    ...found,
    // Only of these two does the reporter hear the answer.
    ...(found.asks.some((ask) => ask.id === event.ask && reportersAsk.has(ask.kind)) && { answeredAt: event.at }),
    asks: found.asks.map((ask) =>
      ask.id === event.ask ? { ...ask, judgedAt: event.at, upheld: event.upheld, words: event.words } : ask,
    ),
  }),
};

/** Folds of supervision orders. */
export const evolveOrder = {
  supervisionOrdered: (found: Case, event: EventOf<'supervisionOrdered'>): Case => ({
    ...found,
    redSeen: [...found.redSeen, ...event.keys],
    orders: [
      ...found.orders,
      {
        id: event.order,
        number: event.number,
        reasons: event.reasons,
        over: event.over,
        to: event.to,
        orderedAt: event.at,
      },
    ],
  }),
  supervisionAnswered: (found: Case, event: EventOf<'supervisionAnswered'>): Case => ({
    ...found,
    orders: found.orders.map((order) =>
      order.id === event.order ? { ...order, answeredAt: event.at, answer: event.text } : order,
    ),
  }),
  supervisionWentUp: (found: Case, event: EventOf<'supervisionWentUp'>): Case => ({
    ...found,
    orders: found.orders.map((order) =>
      order.id === event.order ? { ...order, to: event.to, wentUpAt: event.at } : order,
    ),
  }),
  faultRaised: (found: Case, event: EventOf<'faultRaised'>): Case =>
    event.fault === 'supervisionUnanswered'
      ? {
          ...found,
          orders: found.orders.map((order) => (order.id === event.detail ? { ...order, stuck: true } : order)),
        }
      : found,
};
