import type { Instant } from '../time.ts';
import type { Body } from './body.ts';
import { type Calendar, type ClockAmount, dueAt as reckon, overdue } from './clock/index.ts';

/** What a clock times. The design's table of clocks says when each starts. */
export const stages = [
  'accept',
  'dispatch',
  'acknowledge',
  'contact',
  'handle',
  'resume',
  'verify',
  'judge',
  'supervision',
  'reportIn',
  'result',
] as const;
export type Stage = (typeof stages)[number];

/** Who owes what a clock times: a body, or the desk of an area. */
export type ClockOwner = Body;

/** Which rule gave the amount, or why there is none: a due time brought in, or a date agreed on. */
export interface ClockSource {
  readonly rule: string;
  readonly version: number;
}

/** A span in which a clock does not run. */
export type Suspension = readonly [from: Instant, to: Instant];

/** One clock of a case, as its events leave it. */
export interface CaseClock {
  /** `<stage>.<ordinal>`, unique in the case. */
  readonly id: string;
  readonly stage: Stage;
  readonly owner: ClockOwner;
  /** Absent for a clock with a fixed date (resuming, imported). */
  readonly amount?: ClockAmount;
  readonly source: ClockSource;
  readonly startedAt: Instant;
  readonly suspensions: readonly Suspension[];
  /** Since when it stands still, with no end known. */
  readonly haltedAt?: Instant;
  /** When it ends, were it not halted. */
  readonly dueAt: Instant;
  /** A granted extension replaced its amount: new rules do not take that back. */
  readonly extended?: boolean;
  /** When what it times was done, or the clock was dropped. */
  readonly stoppedAt?: Instant;
  readonly outcome?: 'met' | 'late' | 'dropped';
  /** The due time whose passing is on record. */
  readonly endedFor?: Instant;
  /** The work order, asking or supervision order it belongs to. */
  readonly ref?: string;
}

export const isRunning = (clock: CaseClock): boolean => clock.stoppedAt === undefined;

/** Whether the clock's time is over at an instant, with what it times not done. */
export function hasEnded(clock: CaseClock, now: Instant): boolean {
  if (clock.stoppedAt !== undefined) return false;
  return clock.endedFor === clock.dueAt || overdue(clock.dueAt, clock.haltedAt ?? now);
}

/**
 * The running clock that ended first with its ending not yet on record; undefined where none has. The day of resuming
 * has come with its first minute, every other clock is over when its due minute is.
 */
export function nextEnded(clocks: readonly CaseClock[], now: Instant): CaseClock | undefined {
  return clocks
    .filter((clock) => isRunning(clock) && clock.haltedAt === undefined && clock.endedFor !== clock.dueAt)
    .filter((clock) => (clock.stage === 'resume' ? clock.dueAt <= now : overdue(clock.dueAt, now)))
    .reduce<CaseClock | undefined>((first, clock) => (first && first.dueAt <= clock.dueAt ? first : clock), undefined);
}

/** When a clock of this amount ends. A clock with a fixed date keeps it, whatever is suspended. */
export function dueOf(
  calendar: Calendar,
  clock: Pick<CaseClock, 'amount' | 'startedAt' | 'suspensions' | 'dueAt'>,
): Instant {
  return clock.amount === undefined ? clock.dueAt : reckon(calendar, clock.amount, clock.startedAt, clock.suspensions);
}
