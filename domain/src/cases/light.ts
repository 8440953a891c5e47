import type { Instant } from '../time.ts';
import type { Case, Rating, RedReason } from './case.ts';
import { currentClock } from './current-clock.ts';
import { type Calendar, remaining } from './clock/index.ts';
import { hasEnded } from './clock-record.ts';
import { isOpen } from './state.ts';

export type LightColour = 'red' | 'yellow' | 'green' | 'awaiting' | 'none';

const dayMs = 86_400_000;

/** What can be true of a case that a light rule may ask. Pure: the case, the rules, the time. */
const tests = {
  withoutLight: (found) => found.state === 'rejected' || found.state === 'withdrawn' || found.state === 'merged',
  closedUnresolved: (found) => ratedSinceClosing(found)?.solved === 'no',
  closedPartly: (found) => ratedSinceClosing(found)?.solved === 'partly',
  closedDissatisfied: (found) => {
    const rating = ratedSinceClosing(found);
    return rating?.solved === 'yes' && rating.satisfied === 'no';
  },
  closedSatisfied: (found) => {
    const rating = ratedSinceClosing(found);
    return rating?.solved === 'yes' && rating.satisfied !== 'no';
  },
  staffVerified: (found) => found.state === 'closed' && found.report.reporter.kind === 'staff',
  closedUnrated: (found) => found.state === 'closed' && !ratedSinceClosing(found),
  overdue: (found, _rules, now) => {
    const clock = isOpen(found.state) ? currentClock(found) : undefined;
    return clock !== undefined && hasEnded(clock, now);
  },
  raisedAgain: (found, rules, now) =>
    isOpen(found.state) &&
    found.raisedAgainAt.filter((at) => at <= now && now - at <= rules.raisedAgain.days * dayMs).length >= rules.raisedAgain.times,
  reopened: (found, rules) => isOpen(found.state) && found.reopenings >= rules.reopenings,
  unresolved: (found) => isOpen(found.state) && lastRating(found)?.solved === 'no',
  open: (found) => isOpen(found.state),
} as const satisfies Record<string, (found: Case, rules: LightRules, now: Instant) => boolean>;

export type LightTest = keyof typeof tests;
export const lightTests = Object.keys(tests) as readonly LightTest[];

/** The light rules as data: the first row that fits gives the light. */
export interface LightRules {
  readonly rows: readonly { readonly when: LightTest; readonly light: LightColour }[];
  readonly raisedAgain: { readonly times: number; readonly days: number };
  readonly reopenings: number;
  /** Share of the clock under which a yellow light says that time is short. */
  readonly shortShare: number;
}

export const defaultLightRules: LightRules = {
  rows: [
    { when: 'withoutLight', light: 'none' },
    { when: 'closedUnresolved', light: 'red' },
    { when: 'closedPartly', light: 'yellow' },
    { when: 'closedDissatisfied', light: 'yellow' },
    { when: 'closedSatisfied', light: 'green' },
    { when: 'staffVerified', light: 'green' },
    { when: 'closedUnrated', light: 'awaiting' },
    { when: 'overdue', light: 'red' },
    { when: 'raisedAgain', light: 'red' },
    { when: 'reopened', light: 'red' },
    { when: 'unresolved', light: 'red' },
    { when: 'open', light: 'yellow' },
  ],
  raisedAgain: { times: 2, days: 90 },
  reopenings: 2,
  shortShare: 0.2,
};

/** A light with every test that gave that colour, so that its reason can be said. */
export interface LightAnswer {
  readonly light: LightColour;
  readonly reasons: readonly LightTest[];
  /** Yellow with little time left, in that clock's own kind of time. */
  readonly short: boolean;
}

/** The rating that counts: the reporter's latest, else the latest call-back. */
export function lastRating(found: Case): Rating | undefined {
  return found.ratings.findLast((rating) => rating.from === 'reporter') ?? found.ratings.at(-1);
}

function ratedSinceClosing(found: Case): Rating | undefined {
  if (found.state !== 'closed') return undefined;
  const since = found.ratings.filter((rating) => rating.at >= (found.closedAt ?? 0));
  return since.findLast((rating) => rating.from === 'reporter') ?? since.at(-1);
}

/** The light of a case at an instant. Never stored by hand: always this function. */
export function lightOf(found: Case, rules: LightRules, calendar: Calendar, now: Instant): LightAnswer {
  const holding = rules.rows.filter((row) => tests[row.when](found, rules, now));
  const light = holding[0]?.light ?? 'none';
  const reasons = holding.filter((row) => row.light === light).map((row) => row.when);
  return { light, reasons, short: light === 'yellow' && isShort(found, rules, calendar, now) };
}

function isShort(found: Case, rules: LightRules, calendar: Calendar, now: Instant): boolean {
  const clock = isOpen(found.state) ? currentClock(found) : undefined;
  if (!clock?.amount || clock.haltedAt !== undefined) return false;
  return remaining(calendar, clock.amount, now, clock.dueAt, clock.suspensions).share < rules.shortShare;
}

/** The red reasons of a case, each with a key that tells one occurrence from the next. */
export function redReasons(found: Case, rules: LightRules, now: Instant): readonly { reason: RedReason; key: string }[] {
  const standing: { reason: RedReason; key: string }[] = [];
  const clock = isOpen(found.state) ? currentClock(found) : undefined;
  if (clock && hasEnded(clock, now)) standing.push({ reason: 'overdue', key: `overdue:${clock.id}` });
  if (tests.raisedAgain(found, rules, now)) standing.push({ reason: 'raisedAgain', key: 'raisedAgain' });
  if (tests.reopened(found, rules)) standing.push({ reason: 'reopened', key: `reopened:${found.reopenings}` });
  const rating = lastRating(found);
  if (rating?.solved === 'no' && (tests.unresolved(found) || tests.closedUnresolved(found))) {
    standing.push({ reason: 'unresolved', key: `unresolved:${rating.at}` });
  }
  return standing;
}
