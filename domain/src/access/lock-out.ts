import type { Instant } from '../time.ts';

/** Wrong tries of one account name, whether or not such an account exists: both must look the same. */
export interface Tries {
  /** Tries since `since`, the present one not counted. */
  readonly count: number;
  readonly since: Instant;
  /** The last one that was let through. */
  readonly last: Instant;
}

/** Tries that may be wrong before the name is locked. */
export const triesAllowed = 5;
/** They are counted over, and the name is then locked for, 15 minutes. */
export const lockOutMs = 15 * 60_000;

/** Until when a name is locked, or undefined when it may be tried. */
export function lockedUntil(tries: Tries | undefined, now: Instant): Instant | undefined {
  if (tries === undefined || tries.count < triesAllowed) return undefined;
  const until = tries.last + lockOutMs;
  return now < until ? until : undefined;
}

/** Whether earlier tries no longer count: the window or the lock is over. */
export function forgiven(tries: Tries, now: Instant): boolean {
  return now >= (tries.count < triesAllowed ? tries.since : tries.last) + lockOutMs;
}
