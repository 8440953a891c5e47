import type { Case } from '../case.ts';
import { type CaseClock, isRunning, type Stage } from '../clock-record.ts';
import { currentClock } from '../current-clock.ts';
import { type CaseState, isOpen, levels } from '../state.ts';
import { counts, isActive, ordersOfRound, ownerOf } from '../work-orders.ts';

/** Where the clock of a stage may run; where it is not named it never does. */
const runsIn: Partial<Record<Stage, readonly CaseState[]>> = {
  accept: ['reported'],
  dispatch: ['accepted'],
  acknowledge: ['dispatched', 'handling', 'deferred'],
  handle: ['dispatched', 'handling', 'deferred'],
  resume: ['deferred'],
  verify: ['handled'],
  reportIn: ['handling', 'deferred'],
  result: ['handling', 'deferred'],
};

/** The clock each open state must have, and no other state may. */
const must: Partial<Record<CaseState, Stage>> = {
  reported: 'accept',
  accepted: 'dispatch',
  handling: 'handle',
  deferred: 'resume',
  handled: 'verify',
};

const counters = (found: Case): readonly number[] => [
  found.version,
  found.updatedAt,
  // Solved on the spot at the community's level it was the grid's.
  Math.max(1, levels.indexOf(found.level)),
  found.workOrders.length,
  found.round,
  found.clocks.length,
  found.asks.length,
  found.orders.length,
  found.redSeen.length,
  found.ratings.length,
  found.supporters.length,
  found.raisedAgainAt.length,
  found.closings.length,
  found.reopenings,
  found.reworks,
  found.handBacks,
  found.deferrals,
  found.extensions,
  found.gateRefusals,
  found.reminders,
  found.handlers.length,
  found.answeredAt ?? 0,
];

/** Fails with the case's state and what should have been true of it. */
function holds(found: Case, what: string, isTrue: boolean): void {
  if (!isTrue) throw new Error(`${found.state}, version ${found.version}: ${what}`);
}

/** What must hold of every case, whatever happened to it. */
export function checkCase(found: Case): void {
  const running = found.clocks.filter((clock) => isRunning(clock) && clock.haltedAt === undefined);
  checkOwner(found);
  checkOrders(found);
  checkClocks(found, running);
  checkAsks(found, running);
  checkSupervision(found, running);
}

/** An open case has one owner and one deadline; any other has neither. */
function checkOwner(found: Case): void {
  const owner = ownerOf(found);
  const clock = currentClock(found);
  const open = isOpen(found.state);
  holds(found, 'an owner while it is open', (owner !== undefined) === open);
  holds(found, 'a deadline while it is open', (clock !== undefined) === open);
  holds(found, 'a deadline that runs', !clock || (isRunning(clock) && clock.haltedAt === undefined && clock.dueAt > 0));
}

/** One lead wherever bodies work, nobody's work open anywhere else. */
function checkOrders(found: Case): void {
  holds(found, 'nothing open from an earlier round', !found.workOrders.slice(0, found.round).some(isActive));
  const active = found.workOrders.filter(isActive).length;
  const leads = ordersOfRound(found).filter((order) => order.role === 'lead' && counts(order)).length;
  if (found.children.length > 0) {
    holds(found, 'no work open on a split case', active === 0);
  } else if (['dispatched', 'handling', 'deferred'].includes(found.state)) {
    holds(found, 'work open', active > 0);
    holds(found, 'one lead', leads === 1);
  } else if (found.state !== 'merged') {
    holds(found, 'no work open', active === 0);
  }
  const ids = found.workOrders.map(({ id }) => id);
  holds(found, 'work orders with ids of their own', new Set(ids).size === ids.length);
}

/** Clocks run where their stage may, stand still where it must, and no state lacks the clock that counts in it. */
function checkClocks(found: Case, running: readonly CaseClock[]): void {
  const { state } = found;
  for (const { id, stage } of running) {
    const where = runsIn[stage];
    holds(found, `${id} not running`, where === undefined || where.includes(state));
  }
  const stage = must[state];
  holds(found, `a running clock of ${stage}`, stage === undefined || running.some((clock) => clock.stage === stage));
  for (const clock of found.clocks.filter(({ haltedAt }) => haltedAt !== undefined)) {
    const may = state === 'merged' || (state === 'handled' && clock.stage === 'handle');
    holds(found, `${clock.id} not standing still`, may && isRunning(clock));
  }
}

const refs = (clocks: readonly CaseClock[], stage: Stage): string =>
  clocks
    .filter((clock) => clock.stage === stage)
    .map(({ ref }) => ref ?? '')
    .toSorted()
    .join();

/** What is asked and not judged has its judge's clock, and no other clock of a judge runs. */
function checkAsks(found: Case, running: readonly CaseClock[]): void {
  if (found.state === 'merged') return;
  const pending = found.asks.filter((ask) => ask.judgedAt === undefined);
  const ids = pending.map(({ id }) => id).toSorted();
  holds(found, 'a clock for each judge', refs(running, 'judge') === ids.join());
  const kinds = pending.map((ask) => `${ask.kind} ${ask.workOrder ?? ''}`);
  holds(found, 'one asking of a kind at a time', new Set(kinds).size === kinds.length);
}

/** At most one order is open, and it has its clock. */
function checkSupervision(found: Case, running: readonly CaseClock[]): void {
  const open = found.orders.filter((order) => order.answeredAt === undefined).map(({ id }) => id);
  holds(found, 'one supervision order at a time', open.length <= 1);
  holds(found, 'a clock for the supervision order', refs(running, 'supervision') === open.join());
}

/** What must hold between a case and what it became: nothing that counts ever goes down. */
export function checkStep(before: Case, after: Case): void {
  const now = counters(after);
  const lost = counters(before).findIndex((count, index) => count > (now[index] ?? 0));
  holds(after, `counter ${lost} not to go down`, lost === -1);
  holds(after, 'the report as it was', after.report === before.report);
}
