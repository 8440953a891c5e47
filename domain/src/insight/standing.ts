import { cutToMinute, type Instant, minuteMs } from '../time.ts';

/** What of a case changes by time alone. */
export interface Ending {
  readonly dueAt: Instant | null;
  /** When its running clocks for contact and handling end. */
  readonly contactEnds: Instant | null;
  readonly handleEnds: Instant | null;
}

/** What had come to its end at a moment, and from which moment on and before which it is so. */
export interface Standing {
  readonly overdue: boolean;
  readonly contact: boolean;
  readonly handle: boolean;
  readonly since: Instant;
  readonly until: Instant;
}

/** Before and after every moment there is. */
export const always = { since: -8.64e15, until: 8.64e15 } as const satisfies Pick<Standing, 'since' | 'until'>;

/** The first moment at which a clock of whole minutes has ended: what is due within this minute has not. */
const afterMinute = (ends: Instant): Instant => cutToMinute(ends) + minuteMs;

/** How a case stands in figures at a moment, by what is over then. */
export function standingAt({ dueAt, contactEnds, handleEnds }: Ending, now: Instant): Standing {
  const over = (turn: Instant | null): boolean => turn !== null && turn <= now;
  const turns = {
    overdue: dueAt === null ? null : dueAt + 1,
    contact: contactEnds === null ? null : afterMinute(contactEnds),
    handle: handleEnds === null ? null : afterMinute(handleEnds),
  };
  const set = Object.values(turns).filter((turn) => turn !== null);
  return {
    overdue: over(turns.overdue),
    contact: over(turns.contact),
    handle: over(turns.handle),
    since: Math.max(always.since, ...set.filter((turn) => turn <= now)),
    until: Math.min(always.until, ...set.filter((turn) => turn > now)),
  };
}
