import type { Actor } from '@gezhi/domain/access/index';
import { type Case, decide, isRunning, overdue } from '@gezhi/domain/cases/index';
import type { Trx } from '../database/index.ts';
import { contextOf } from './case-context.ts';
import type { Commanding, Locked } from './commanding.ts';
import type { CaseDeps } from './deps.ts';
import { recordDecision } from './record-decision.ts';

/** The next clock whose time is over and whose ending is not on record, the earliest first. */
function nextEnded(found: Case, now: number) {
  return found.clocks
    .filter((clock) => isRunning(clock) && clock.haltedAt === undefined && clock.endedFor !== clock.dueAt)
    .filter((clock) => (clock.stage === 'resume' ? clock.dueAt <= now : overdue(clock.dueAt, now)))
    .reduce<Case['clocks'][number] | undefined>(
      (first, clock) => (first && first.dueAt <= clock.dueAt ? first : clock),
      undefined,
    );
}

/**
 * Puts on record, in order, every clock of a locked case that has ended by now, each at its own due time: what follows
 * from it counts from then, however long the server was off. A time already on record is never gone behind.
 */
export async function endDueClocks(
  deps: CaseDeps,
  trx: Trx,
  commanding: Omit<Commanding, 'id' | 'actor'>,
  locked: Locked,
): Promise<Locked> {
  const now = deps.clock.now();
  const actor: Actor = { kind: 'system', county: commanding.county };
  let current = locked;
  for (let clock = nextEnded(current.found, now); clock; clock = nextEnded(current.found, now)) {
    const at = Math.max(clock.dueAt, current.found.updatedAt);
    const rules = await deps.rulesIn(trx, commanding.county, at);
    const command = { type: 'clockEnded', clock: clock.id } as const;
    const context = await contextOf(
      { ...commanding, rules, actor, places: deps.places, now: at },
      trx,
      current.found,
      command,
    );
    const decision = decide(current.found, command, context);
    if (!decision.ok) throw new Error(`clock ${clock.id} of ${current.found.id} cannot end: ${decision.refusal.code}`);
    const decided = {
      before: current.found,
      after: decision.case,
      events: decision.events,
      head: current.head,
      quarantined: current.quarantined,
    };
    const head = await recordDecision(deps, trx, rules, at, decided);
    current = { ...current, found: decision.case, head };
  }
  return current;
}
