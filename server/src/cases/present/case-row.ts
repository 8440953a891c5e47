import type { CaseRow } from '@gezhi/contract/cases/index';
import {
  bodyKey,
  type Case,
  type CaseClock,
  firstOwed,
  lightOf,
  nextClock,
  ownerOf,
  remaining,
} from '@gezhi/domain/cases/index';

import { iso, namedArea, namedBodyOf, namedCategory, type Showing } from './names.ts';
import { ownersOf } from './owners-of.ts';

/** A clock with what is left of it now. A clock on a date counts plain minutes. */
export function clockViewOf(showing: Showing, clock: CaseClock) {
  const { rules, now } = showing;
  const amount = clock.amount ?? {
    kind: 'running' as const,
    amount: Math.max(1, Math.round((clock.dueAt - clock.startedAt) / 60_000)),
  };
  const left =
    clock.stoppedAt === undefined
      ? remaining(rules.calendar, amount, clock.haltedAt ?? now, clock.dueAt, clock.suspensions)
      : undefined;
  return {
    id: clock.id,
    stage: clock.stage,
    owner: namedBodyOf(showing, clock.owner),
    ...(clock.amount && { amount: clock.amount }),
    rule: clock.source.rule,
    ruleVersion: clock.source.version,
    startedAt: iso(clock.startedAt),
    dueAt: iso(clock.dueAt),
    halted: clock.haltedAt !== undefined,
    ...(clock.stoppedAt !== undefined && { stoppedAt: iso(clock.stoppedAt) }),
    ...(clock.outcome && { outcome: clock.outcome }),
    ...(left && { left: left.left, late: left.late, share: left.share }),
    ...(clock.ref !== undefined && { ref: clock.ref }),
  };
}

/**
 * Next step of a case: who owes what by when. To a body that owes something sooner than what everybody sees (a summoned
 * one that is to report in within the hour, of a matter that has days) its own comes first.
 */
function nextOf(showing: Showing, found: Case) {
  const clock = nextClock(found);
  const own = ownersOf(showing.actor);
  const owed = firstOwed(found, (body) => own.includes(bodyKey(body)));
  if (owed !== undefined && (clock === undefined || owed.dueAt < clock.dueAt))
    return { owner: namedBodyOf(showing, owed.owner), stage: owed.stage, clock: clockViewOf(showing, owed) };
  const owner = ownerOf(found) ?? clock?.owner;
  return clock && owner
    ? { owner: namedBodyOf(showing, owner), stage: clock.stage, clock: clockViewOf(showing, clock) }
    : undefined;
}

/** A case as a row of a list. */
export function caseRowOf(showing: Showing, found: Case): CaseRow {
  const { report } = found;
  const lead = found.workOrders.findLast((order) => order.role === 'lead' && order.state !== 'returned');
  const next = nextOf(showing, found);
  const rating = found.ratings.at(-1);
  const light = lightOf(found, showing.rules.light, showing.rules.calendar, showing.now);
  return {
    id: found.id,
    number: found.number,
    version: found.version,
    state: found.state,
    category: namedCategory(showing, found.category),
    kind: found.kind,
    urgency: found.urgency,
    level: found.level,
    area: namedArea(showing, found.area),
    desk: namedArea(showing, found.desk),
    ...(found.point && { point: [...found.point] as [number, number] }),
    ...(found.address !== undefined && { address: found.address }),
    description: report.description,
    channel: report.channel,
    reporterKind: report.reporter.kind,
    reportedAt: iso(found.reportedAt),
    updatedAt: iso(found.updatedAt),
    ...(found.closedAt !== undefined && { closedAt: iso(found.closedAt) }),
    light: { light: light.light, reasons: [...light.reasons], short: light.short },
    ...(next && { next }),
    ...(lead && { lead: namedBodyOf(showing, lead.body) }),
    photos: [...report.photos],
    supporters: found.supporters.filter((one) => one.verified).length,
    raisedAgain: found.raisedAgainAt.length,
    imported: report.source !== undefined,
    ...(rating && { rating: { solved: rating.solved, satisfied: rating.satisfied } }),
  };
}
