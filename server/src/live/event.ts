import type { Scope } from '../database/index.ts';

/** Something that happened, as the live stream tells it: enough to know what to read again, never personal data. */
export interface LiveEvent {
  readonly county: string;
  /** `<noun>.<what>`, such as `case.changed`. */
  readonly kind: string;
  /** Id of what it happened to; for a case also whom its follow code shows it to. */
  readonly ref: string;
  /** Who is told: whoever sees the area, one of the organisations, or is the person. */
  readonly area?: string | undefined;
  readonly orgs?: readonly string[] | undefined;
  readonly person?: string | undefined;
  readonly data?: unknown;
}

/** An event with its place in the stream. */
export interface PlacedEvent extends LiveEvent {
  readonly id: string;
  readonly position: number;
}

/** Whether a scope sees an event. The database's policy `reading` on live_event says the same; a test compares them. */
export function seesEvent(scope: Scope, event: LiveEvent): boolean {
  if (scope.county !== event.county && scope.county !== '*') return false;
  const { area, orgs = [], person } = event;
  return (
    scope.system === true ||
    (area !== undefined && (scope.areas ?? []).some((prefix) => area.startsWith(prefix))) ||
    (scope.orgs ?? []).some((org) => orgs.includes(org)) ||
    (scope.caseId !== undefined && scope.caseId === event.ref) ||
    (scope.person !== undefined && scope.person === person)
  );
}
