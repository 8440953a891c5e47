import type { Case } from './case.ts';
import type { CaseClock } from './clock-record.ts';
import type { EventOf } from './event.ts';

function edit(found: Case, ids: readonly string[], change: (clock: CaseClock) => CaseClock): Case {
  return { ...found, clocks: found.clocks.map((clock) => (ids.includes(clock.id) ? change(clock) : clock)) };
}

/** Folds of clocks: started, halted, moved, stopped, ended. */
export const evolveClock = {
  clockStarted: (found: Case, event: EventOf<'clockStarted'>): Case => ({
    ...found,
    clocks: [...found.clocks, event.clock],
  }),
  clocksHalted: (found: Case, event: EventOf<'clocksHalted'>): Case =>
    edit(found, event.clocks, (clock) => ({ ...clock, haltedAt: event.at })),
  clockMoved: (found: Case, event: EventOf<'clockMoved'>): Case =>
    edit(found, [event.clock], ({ haltedAt: _halted, ...clock }) => ({
      ...clock,
      suspensions: event.suspensions,
      dueAt: event.dueAt,
      ...(event.amount && { amount: event.amount }),
      ...(event.source && { source: event.source }),
    })),
  clockStopped: (found: Case, event: EventOf<'clockStopped'>): Case =>
    edit(found, [event.clock], ({ haltedAt: _halted, ...clock }) => ({
      ...clock,
      stoppedAt: event.stoppedAt,
      outcome: event.outcome,
    })),
  clockEnded: (found: Case, event: EventOf<'clockEnded'>): Case =>
    edit(found, [event.clock], (clock) => ({ ...clock, endedFor: event.due })),
};
