import { type Case, type Command, decide } from '@gezhi/domain/cases/index';
import type { Trx } from '../database/index.ts';
import type { Refusal } from '../refusal.ts';
import { contextOf } from './case-context.ts';
import type { Commanding, Locked } from './commanding.ts';
import type { CaseDeps } from './deps.ts';
import { recordDecision } from './record-decision.ts';
import { caseRefusal } from './refusals.ts';

/** Decides and records one command on a locked case. */
export async function apply(
  deps: CaseDeps,
  trx: Trx,
  commanding: Commanding,
  locked: Locked,
  command: Command,
  other?: Case,
): Promise<Case | Refusal> {
  const now = deps.clock.now();
  const context = await contextOf({ ...commanding, places: deps.places, now }, trx, locked.found, command, other);
  const decision = decide(locked.found, command, context);
  if (!decision.ok) return caseRefusal(decision.refusal);
  // A desk that works on a case has looked at it.
  const quarantined = locked.quarantined && decision.case.state === 'reported';
  await recordDecision(deps, trx, commanding.rules, now, {
    before: locked.found,
    after: decision.case,
    events: decision.events,
    head: locked.head,
    quarantined,
  });
  return decision.case;
}
