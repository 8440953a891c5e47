import type { Instant } from '../time.ts';
import type { Case, Rating } from './case.ts';
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
  // A split case has no verifier of its own: its children had theirs.
  staffVerified: (found) =>
    found.state === 'closed' &&
    found.report.reporter.kind === 'staff' &&
    (found.verifiedBy !== undefined || found.children.length > 0),
  closedUnrated: (found) => found.state === 'closed' && !ratedSinceClosing(found),
  overdue: (found, _rules, now) => {
    const clock = isOpen(found.state) ? currentClock(found) : undefined;
    return clock !== undefined && hasEnded(clock, now);
  },
  raisedAgain: (found, rules, now) => isOpen(found.state) && raisedAgainSince(found, rules, now) !== undefined,
  reopened: (found, rules) => isOpen(found.state) && found.reopenings >= rules.reopenings,
  unresolved: (found) => isOpen(found.state) && lastRating(found)?.solved === 'no',
  open: (found) => isOpen(found.state),
} as const satisfies Record<string, (found: Case, rules: LightRules, now: Instant) => boolean>;

export type LightTest = keyof typeof tests;
export const lightTests = Object.keys(tests) as readonly LightTest[];

/** Whether a test holds for a case at an instant. */
export const lightTestHolds = (test: LightTest, found: Case, rules: LightRules, now: Instant): boolean =>
  tests[test](found, rules, now);

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

/** What was said since an instant and before another: the reporter's latest, else the latest call-back. */
function ratingBetween(found: Case, from: Instant, to: Instant): Rating | undefined {
  const said = found.ratings.filter(({ at }) => at >= from && at < to);
  return said.findLast((rating) => rating.from === 'reporter') ?? said.at(-1);
}

/** The last rating: that of the latest closing of which anything was said. */
export function lastRating(found: Case): Rating | undefined {
  const { closings } = found;
  return closings
    .map((closed, index) => ratingBetween(found, closed, closings[index + 1] ?? Number.POSITIVE_INFINITY))
    .findLast((rating) => rating !== undefined);
}

function ratedSinceClosing(found: Case): Rating | undefined {
  return found.closedAt === undefined ? undefined : ratingBetween(found, found.closedAt, Number.POSITIVE_INFINITY);
}

/** Since when it has been raised again so often in so many days, without a pause; undefined where it is not now. */
export function raisedAgainSince({ raisedAgainAt }: Case, rules: LightRules, now: Instant): Instant | undefined {
  const { times, days } = rules.raisedAgain;
  let span: { readonly from: Instant; readonly to: Instant } | undefined;
  for (const [index, at] of raisedAgainAt.entries()) {
    const first = raisedAgainAt[index - times + 1];
    if (first === undefined || at > now || at - first > days * dayMs) continue;
    span = { from: span && at <= span.to ? span.from : at, to: first + days * dayMs };
  }
  return span && now <= span.to ? span.from : undefined;
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
