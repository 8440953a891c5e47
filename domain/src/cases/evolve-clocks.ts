import type { Case } from './case.ts';
import type { CaseClock } from './clock-record.ts';
import type { EventOf } from './event.ts';

function edit(found: Case, ids: readonly string[], change: (clock: CaseClock) => CaseClock): Case {
  return { ...found, clocks: found.clocks.map((clock) => (ids.includes(clock.id) ? change(clock) : clock)) };
}

/** A moved clock runs again: the work it times was sent back. It stands still on unless the halt became a suspension. */
function move(clock: CaseClock, event: EventOf<'clockMoved'>): CaseClock {
  const { haltedAt, stoppedAt: _stopped, outcome: _outcome, ...running } = clock;
  const stillHalted = haltedAt !== undefined && event.suspensions.length <= clock.suspensions.length;
  return {
    ...running,
    suspensions: event.suspensions,
    dueAt: event.dueAt,
    ...(stillHalted && { haltedAt }),
    ...(event.amount && { amount: event.amount }),
    ...(event.source && { source: event.source }),
    ...(event.owner && { owner: event.owner }),
  };
}

/** Folds of clocks: started, halted, moved, stopped, ended, extended. */
export const evolveClock = {
  clockStarted: (found: Case, event: EventOf<'clockStarted'>): Case => ({
    ...found,
    clocks: [...found.clocks, event.clock],
  }),
  clocksHalted: (found: Case, event: EventOf<'clocksHalted'>): Case =>
    edit(found, event.clocks, (clock) => ({ ...clock, haltedAt: event.at })),
  clockMoved: (found: Case, event: EventOf<'clockMoved'>): Case =>
    edit(found, [event.clock], (clock) => move(clock, event)),
  clockStopped: (found: Case, event: EventOf<'clockStopped'>): Case =>
    edit(found, [event.clock], ({ haltedAt: _halted, ...clock }) => ({
      ...clock,
      stoppedAt: event.stoppedAt,
      outcome: event.outcome,
    })),
  clockEnded: (found: Case, event: EventOf<'clockEnded'>): Case =>
    edit(found, [event.clock], (clock) => ({ ...clock, endedFor: event.due })),
  extended: (found: Case, event: EventOf<'extended'>): Case => ({
    ...edit(found, [event.clock], (clock) => ({ ...clock, extended: true })),
    extensions: found.extensions + 1,
  }),
};
