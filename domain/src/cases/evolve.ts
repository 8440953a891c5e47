import type { Case } from './case.ts';
import type { CaseEvent, CaseEventType, EventOf } from './event.ts';
import { evolveAsk, evolveOrder } from './evolve-asks.ts';
import { evolveClock } from './evolve-clocks.ts';
import { evolveWork, closeOrders, withHandler } from './evolve-work.ts';
import { opened } from './opened.ts';
import type { CaseState } from './state.ts';

type Fold<Type extends CaseEventType> = (found: Case, event: EventOf<Type>) => Case;

/** How each event changes the case. Closed: a new event type without an entry does not compile. */
const folds: { readonly [Type in Exclude<CaseEventType, 'reported'>]: Fold<Type> } = {
  ...evolveWork,
  ...evolveAsk,
  ...evolveOrder,
  ...evolveClock,
  accepted: (found) => ({ ...found, state: 'accepted', round: found.workOrders.length }),
  rejected: (found, event) => ({ ...found, state: 'rejected', answeredAt: event.at }),
  corrected: (found, { type: _t, at: _a, by: _b, reason: _w, ...changed }) => ({ ...found, ...changed }),
  contacted: (found, event) => ({ ...found, contactedAt: found.contactedAt ?? event.at, answeredAt: event.at }),
  noted: (found, event) => (event.public && event.by.kind !== 'reporter' ? { ...found, answeredAt: event.at } : found),
  handled: (found, event) => ({ ...found, state: 'handled', finishedAt: event.at }),
  solvedOnTheSpot: (found, event) => ({
    ...withHandler(found, event),
    state: 'handled',
    finishedAt: event.at,
    solvedOnTheSpot: true,
    // Nobody above the grid had to be asked, unless it came higher before.
    level: found.level === 'community' ? 'grid' : found.level,
  }),
  closed: (found, event) => close(found, event.at),
  deferred: (found) => ({ ...found, state: 'deferred', deferrals: found.deferrals + 1 }),
  resumed: (found) => ({ ...found, state: 'handling' }),
  reopened: (found, event) => reopen(found, event.after === 'reopening' ? 1 : 0),
  withdrawn: (found) => ({ ...found, state: 'withdrawn', workOrders: closeOrders(found, 'excused') }),
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
  childClosed: (found, event) => ({
    ...found,
    children: found.children.map((child) => (child.id === event.child ? { ...child, closed: true } : child)),
  }),
  escalated: (found, event) => ({ ...found, level: event.level, desk: event.desk }),
  reminded: (found) => ({ ...found, reminders: found.reminders + 1 }),
  imported: (found, event) => bringIn(found, event.state, event.closedAt ?? event.at),
};

const close = (found: Case, at: number): Case => ({
  ...found,
  state: 'closed',
  closedAt: at,
  closings: [...found.closings, at],
  answeredAt: at,
});

function reopen(found: Case, times: 0 | 1): Case {
  const { finishedAt: _f, closedAt: _c, verifiedBy: _v, ...rest } = found;
  return {
    ...rest,
    state: 'accepted',
    round: found.workOrders.length,
    reopenings: found.reopenings + times,
    reworks: found.reworks + times,
    closedAtSource: false,
  };
}

/** The state a case had at its source. What is over there leaves no work order open here. */
function bringIn(found: Case, state: CaseState, at: number): Case {
  if (state === 'closed') {
    const workOrders = closeOrders(found, 'finished').map((order) => ({ ...order, finishedAt: at }));
    return { ...close(found, at), workOrders, finishedAt: at, closedAtSource: true };
  }
  const over = state === 'merged' || state === 'rejected';
  return { ...found, state, ...(over && { workOrders: closeOrders(found, 'excused') }) };
}

function ratingOf(event: EventOf<'rated'> | EventOf<'calledBack'>, from: 'reporter' | 'callBack') {
  return { at: event.at, answered: event.answered, solved: event.solved, satisfied: event.satisfied, from };
}

/** Folds one event into the case. The first must be `reported`, every later one must not. Throws on a broken history. */
export function evolve(found: Case | undefined, event: CaseEvent): Case {
  if (event.type === 'reported') {
    if (found) throw new Error(`case ${found.id} is reported twice`);
    return opened(event);
  }
  if (!found) throw new Error(`the history does not begin with reported but ${event.type}`);
  const change = folds[event.type] as (found: Case, event: CaseEvent) => Case;
  return { ...change(found, event), version: found.version + 1, updatedAt: event.at };
}

/** Folds a whole history. */
export function fold(events: readonly CaseEvent[]): Case {
  const last = events.reduce<Case | undefined>(evolve, undefined);
  if (!last) throw new Error('a history has at least one event');
  return last;
}
