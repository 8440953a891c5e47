import type { Case, WorkOrder } from './case.ts';
import type { CaseEvent, CaseEventType, EventOf, NewWorkOrder, ReportedEvent } from './event.ts';
import { evolveAsk, evolveOrder } from './evolve-asks.ts';
import { evolveClock } from './evolve-clocks.ts';

type Fold<Type extends CaseEventType> = (found: Case, event: EventOf<Type>) => Case;

const person = (event: CaseEvent): readonly string[] => (event.by.kind === 'staff' ? [event.by.person] : []);
const withHandler = (found: Case, event: CaseEvent): Case => ({
  ...found,
  handlers: [...new Set([...found.handlers, ...person(event)])],
});

function change(found: Case, id: string, edit: (order: WorkOrder) => WorkOrder): Case {
  return { ...found, workOrders: found.workOrders.map((order) => (order.id === id ? edit(order) : order)) };
}

function send(found: Case, event: CaseEvent, orders: readonly NewWorkOrder[]): Case {
  const sent = orders.map((order): WorkOrder => ({ ...order, state: 'sent', sentAt: event.at }));
  const { finishedAt: _finished, ...rest } = withHandler(found, event);
  return { ...rest, workOrders: [...found.workOrders, ...sent], everAssigned: true };
}

/** How each event changes the case. Closed: a new event type without an entry does not compile. */
const folds: { readonly [Type in Exclude<CaseEventType, 'reported'>]: Fold<Type> } = {
  accepted: (found) => ({ ...found, state: 'accepted' }),
  rejected: (found, event) => ({ ...found, state: 'rejected', answeredAt: event.at }),
  corrected: (found, { type: _t, at: _a, by: _b, reason: _w, ...changed }) => ({ ...found, ...changed }),
  dispatched: (found, event) => ({
    ...send(found, event, event.workOrders),
    state: 'dispatched',
    ...(event.routing && { routing: event.routing }),
  }),
  assignedToDesk: (found, event) => ({
    ...send(found, event, event.workOrders),
    state: 'handling',
  }),
  summoned: (found, event) => ({ ...send(found, event, event.workOrders), state: 'handling' }),
  acknowledged: (found, event) => {
    const next = change(withHandler(found, event), event.workOrder, (order) => ({ ...order, state: 'working', answeredAt: event.at }));
    const lead = next.workOrders.find((order) => order.id === event.workOrder)?.role === 'lead';
    return lead && next.state === 'dispatched' ? { ...next, state: 'handling' } : next;
  },
  reportedIn: (found, event) =>
    change(withHandler(found, event), event.workOrder, (order) => ({ ...order, state: 'working', answeredAt: event.at })),
  moving: (found, event) => change(found, event.workOrder, (order) => ({ ...order, movingAt: event.at })),
  arrived: (found, event) => change(found, event.workOrder, (order) => ({ ...order, arrivedAt: event.at })),
  transferred: (found, event) => change(found, event.workOrder, (order) => ({ ...order, assignee: event.to })),
  gateRefused: (found, event) => ({
    ...change(found, event.workOrder, (order) => ({ ...order, state: 'returned' })),
    state: 'accepted',
    gateRefusals: found.gateRefusals + 1,
  }),
  contacted: (found, event) => ({ ...found, contactedAt: found.contactedAt ?? event.at, answeredAt: event.at }),
  noted: (found, event) => (event.public && event.by.kind !== 'reporter' ? { ...found, answeredAt: event.at } : found),
  workOrderFinished: (found, event) =>
    change(withHandler(found, event), event.workOrder, (order) => ({
      ...order,
      state: 'finished',
      finishedAt: event.at,
      note: event.note,
    })),
  handled: (found, event) => ({ ...found, state: 'handled', finishedAt: event.at }),
  solvedOnTheSpot: (found, event) => ({
    ...withHandler(found, event),
    state: 'handled',
    finishedAt: event.at,
    solvedOnTheSpot: true,
    level: 'grid',
  }),
  verified: (found, event) => {
    if (event.pass) return { ...found, ...(event.by.kind === 'staff' && { verifiedBy: event.by.person }) };
    const { finishedAt: _finished, ...rest } = found;
    return {
      ...rest,
      state: 'handling',
      reworks: found.reworks + 1,
      workOrders: found.workOrders.map((order) => (order.state === 'finished' && order.role === 'lead' ? reopenOrder(order) : order)),
    };
  },
  closed: (found, event) => ({ ...found, state: 'closed', closedAt: event.at, answeredAt: event.at }),
  asked: evolveAsk.asked,
  judged: evolveAsk.judged,
  deferred: (found) => ({ ...found, state: 'deferred', deferrals: found.deferrals + 1 }),
  resumed: (found) => ({ ...found, state: 'handling' }),
  extended: (found) => ({ ...found, extensions: found.extensions + 1 }),
  handedBack: (found) => ({
    ...found,
    workOrders: found.workOrders.map((order) => (isActive(order) ? { ...order, state: 'returned' } : order)),
    state: 'accepted',
    handBacks: found.handBacks + 1,
  }),
  excused: (found, event) => change(found, event.workOrder, (order) => ({ ...order, state: 'excused' })),
  reopened: (found, event) => {
    const { finishedAt: _f, closedAt: _c, verifiedBy: _v, ...rest } = found;
    const again = event.after === 'reopening' ? 1 : 0;
    return { ...rest, state: 'accepted', reopenings: found.reopenings + again, reworks: found.reworks + again, closedAtSource: false };
  },
  withdrawn: (found) => ({ ...found, state: 'withdrawn' }),
  rated: (found, event) => ({ ...found, ratings: [...found.ratings, ratingOf(event, 'reporter')] }),
  calledBack: (found, event) => ({ ...found, ratings: [...found.ratings, ratingOf(event, 'callBack')] }),
  supported: (found, event) => ({
    ...found,
    supporters: [
      ...found.supporters.filter((one) => one.key !== event.key),
      { key: event.key, verified: event.verified, at: event.at },
    ],
  }),
  raisedAgain: (found, event) => ({ ...found, raisedAgainAt: [...found.raisedAgainAt, event.at] }),
  merged: (found, event) => ({
    ...found,
    state: 'merged',
    stateBeforeMerge: found.state,
    ...(event.into !== undefined && { mergedInto: event.into }),
  }),
  mergedIn: (found, event) => ({ ...found, mergedFrom: [...found.mergedFrom, event.from] }),
  unmerged: (found) => {
    const { mergedInto: _into, stateBeforeMerge, ...rest } = found;
    return { ...rest, state: stateBeforeMerge ?? 'reported' };
  },
  unmergedFrom: (found, event) => ({ ...found, mergedFrom: found.mergedFrom.filter((id) => id !== event.from) }),
  split: (found, event) => ({
    ...found,
    children: event.children.map((id) => ({ id, closed: false })),
    workOrders: found.workOrders.map((order) => (isActive(order) ? { ...order, state: 'excused' } : order)),
  }),
  childClosed: (found, event) => ({
    ...found,
    children: found.children.map((child) => (child.id === event.child ? { ...child, closed: true } : child)),
  }),
  escalated: (found, event) => ({ ...found, level: event.level, desk: event.desk }),
  reminded: (found) => ({ ...found, reminders: found.reminders + 1 }),
  supervisionOrdered: evolveOrder.supervisionOrdered,
  supervisionAnswered: evolveOrder.supervisionAnswered,
  supervisionWentUp: evolveOrder.supervisionWentUp,
  bodyRated: (found, event) =>
    change(found, event.workOrder, (order) => ({
      ...order,
      rated: { came: event.came, worked: event.worked, solved: event.solved },
    })),
  clockStarted: evolveClock.clockStarted,
  clocksHalted: evolveClock.clocksHalted,
  clockMoved: evolveClock.clockMoved,
  clockStopped: evolveClock.clockStopped,
  clockEnded: evolveClock.clockEnded,
  faultRaised: evolveOrder.faultRaised,
  imported: (found, event) => ({
    ...found,
    state: event.state,
    ...(event.state === 'closed' && { closedAt: event.closedAt ?? event.at, finishedAt: event.closedAt ?? event.at, closedAtSource: true }),
  }),
};

function ratingOf(event: EventOf<'rated'> | EventOf<'calledBack'>, from: 'reporter' | 'callBack') {
  return { at: event.at, answered: event.answered, solved: event.solved, satisfied: event.satisfied, from };
}

function reopenOrder({ finishedAt: _finished, ...order }: WorkOrder): WorkOrder {
  return { ...order, state: 'working' };
}

/** Whether a body still owes work on the order. */
export const isActive = (order: WorkOrder): boolean => order.state === 'sent' || order.state === 'working';

function open(event: ReportedEvent): Case {
  return {
    id: event.id,
    county: event.county,
    number: event.number,
    version: 1,
    state: 'reported',
    report: event,
    category: event.category,
    kind: event.kind,
    urgency: event.urgency,
    level: event.level,
    area: event.area,
    ...(event.point && { point: event.point }),
    ...(event.address !== undefined && { address: event.address }),
    homeDesk: event.homeDesk,
    desk: event.desk,
    routing: event.routing,
    reportedAt: event.at,
    updatedAt: event.at,
    workOrders: [],
    clocks: [],
    asks: [],
    orders: [],
    redSeen: [],
    ratings: [],
    supporters: [],
    raisedAgainAt: [],
    reopenings: 0,
    reworks: 0,
    handBacks: 0,
    deferrals: 0,
    extensions: 0,
    gateRefusals: 0,
    reminders: 0,
    everAssigned: false,
    solvedOnTheSpot: false,
    closedAtSource: false,
    handlers: [],
    mergedFrom: [],
    ...(event.parent !== undefined && { parent: event.parent }),
    children: [],
    visibleToHandler: !event.hideFromHandler,
  };
}

/** Folds one event into the case. The first must be `reported`, every later one must not. Throws on a broken history. */
export function evolve(found: Case | undefined, event: CaseEvent): Case {
  if (event.type === 'reported') {
    if (found) throw new Error(`case ${found.id} is reported twice`);
    return open(event);
  }
  if (!found) throw new Error(`the history does not begin with reported but ${event.type}`);
  const fold = folds[event.type] as (found: Case, event: CaseEvent) => Case;
  return { ...fold(found, event), version: found.version + 1, updatedAt: event.at };
}

/** Folds a whole history. */
export function fold(events: readonly CaseEvent[]): Case {
  const last = events.reduce<Case | undefined>(evolve, undefined);
  if (!last) throw new Error('a history has at least one event');
  return last;
}
