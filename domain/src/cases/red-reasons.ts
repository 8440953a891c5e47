import type { Instant } from '../time.ts';
import type { Case, RedReason } from './case.ts';
import { currentClock } from './current-clock.ts';
import { lastRating, lightTestHolds, type LightRules, raisedAgainSince } from './light.ts';

/** A reason to be red, with a key that tells one occurrence from the next. */
export interface StandingReason {
  readonly reason: RedReason;
  readonly key: string;
}

/** The red reasons of a case at an instant. The same deadline missed by a second body is no new reason. */
export function redReasons(found: Case, rules: LightRules, now: Instant): readonly StandingReason[] {
  const standing: StandingReason[] = [];
  const clock = currentClock(found);
  if (clock && lightTestHolds('overdue', found, rules, now)) {
    standing.push({ reason: 'overdue', key: `overdue:${clock.stage}:${clock.dueAt}` });
  }
  if (lightTestHolds('raisedAgain', found, rules, now)) {
    standing.push({ reason: 'raisedAgain', key: `raisedAgain:${raisedAgainSince(found, rules, now)}` });
  }
  if (lightTestHolds('reopened', found, rules, now)) {
    standing.push({ reason: 'reopened', key: `reopened:${found.reopenings}` });
  }
  if (lightTestHolds('unresolved', found, rules, now) || lightTestHolds('closedUnresolved', found, rules, now)) {
    standing.push({ reason: 'unresolved', key: `unresolved:${lastRating(found)?.at}` });
  }
  return standing;
}
