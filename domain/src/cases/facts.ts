import type { Instant } from '../time.ts';
import type { Case } from './case.ts';
import type { CaseClock } from './clock-record.ts';
import { type CaseFacts, type ClockFact, countingRating } from './rates/index.ts';
import { ordersOfRound } from './work-orders.ts';
import { overdue } from './clock/index.ts';

/** Whether what a clock times came after its due time, or had not come when it was last counting. */
function wasLate(clock: CaseClock): boolean {
  if (clock.outcome !== undefined) return clock.outcome === 'late';
  return clock.endedFor === clock.dueAt || (clock.haltedAt !== undefined && overdue(clock.dueAt, clock.haltedAt));
}

/** When a clock ends or ended, if it counts: not while it stands still, and not if it was dropped before its end. */
function dueIn(clock: CaseClock): Instant | undefined {
  if (wasLate(clock)) return clock.dueAt;
  return clock.haltedAt !== undefined || clock.outcome === 'dropped' ? undefined : clock.dueAt;
}

const doneIn = (clock: CaseClock): Instant | undefined => (clock.outcome === 'dropped' ? undefined : clock.stoppedAt);

const fact = (due: Instant | undefined, doneAt: Instant | undefined): ClockFact => ({
  ...(due !== undefined && { due }),
  ...(doneAt !== undefined && { doneAt }),
});

/** The reporter was contacted, or the clock was stopped because nobody owed it any more after its end. */
function contactFact({ clocks, contactedAt }: Case): ClockFact | undefined {
  const clock = clocks.find(({ stage }) => stage === 'contact');
  return clock && fact(dueIn(clock), contactedAt === undefined ? undefined : doneIn(clock));
}

const earliest = (times: readonly (Instant | undefined)[]): Instant | undefined =>
  times.reduce((first, at) => (first === undefined || (at !== undefined && at < first) ? at : first), undefined);

/**
 * The handle clock of this round with the results of its summonses: the due time that was missed first; with none
 * missed the one that ends first. Done when the work was last finished.
 */
function handleFact(found: Case): ClockFact | undefined {
  const orders = new Set(ordersOfRound(found).map(({ id }) => id));
  const latest = found.clocks.findLast(({ stage }) => stage === 'handle');
  // One stopped with the work undone was given back or reopened: the next assignment starts another.
  const handle = latest?.stoppedAt !== undefined && found.finishedAt === undefined ? undefined : latest;
  const results = found.clocks.filter(({ stage, ref }) => stage === 'result' && ref !== undefined && orders.has(ref));
  const all = handle ? [handle, ...results] : results;
  const late = all.filter(wasLate);
  const running = all.filter(({ stoppedAt }) => stoppedAt === undefined);
  const [counting] = [late, running, handle ? [handle] : results].filter((some) => some.length > 0);
  if (!counting && found.finishedAt === undefined) return undefined;
  return fact(earliest((counting ?? []).map(dueIn)), found.finishedAt);
}

/** A case as the rates see it. */
export function factsOf(found: Case): CaseFacts {
  const contact = contactFact(found);
  const handle = handleFact(found);
  const rating = countingRating(found.ratings, found.closings);
  return {
    case: found.id,
    state: found.state,
    split: found.children.length > 0,
    reporter: found.report.reporter.kind,
    ...(contact && { contact }),
    ...(handle && { handle }),
    ...(rating && { rating: { solved: rating.solved, satisfied: rating.satisfied } }),
    everAssigned: found.everAssigned,
    handBacks: found.handBacks,
    deferrals: found.deferrals,
    reworks: found.reworks,
  };
}
