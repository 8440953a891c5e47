import { type Case, type Command, decide } from '@gezhi/domain/cases/index';
import type { Instant } from '@gezhi/domain/time';
import type { Trx } from '../database/index.ts';
import type { Refusal } from '../refusal.ts';
import { contextOf } from './case-context.ts';
import type { Commanding, Locked } from './commanding.ts';
import type { CaseDeps } from './deps.ts';
import { recordDecision } from './record-decision.ts';
import { caseRefusal } from './refusals.ts';

/** As far as the clocks of two servers may differ without anybody noticing. */
const skewMs = 60_000;

/** Now, or when the case was last written where another server's clock is a little ahead of this one's. */
function timeFor(now: Instant, { updatedAt }: Case): Instant {
  return updatedAt > now && updatedAt - now <= skewMs ? updatedAt : now;
}

/** Decides and records one command on a locked case. */
export async function apply(
  deps: CaseDeps,
  trx: Trx,
  commanding: Commanding,
  locked: Locked,
  command: Command,
  other?: Case,
): Promise<Case | Refusal> {
  const now = timeFor(deps.clock.now(), locked.found);
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
