import type { CaseEvent } from '@gezhi/domain/cases/index';

/** What changed by a few events, as the event types in order: said by the catalogue under `case.event.*`. */
export function changedSince(events: readonly CaseEvent[]): readonly string[] {
  return [...new Set(events.map((event) => event.type).filter((type) => !type.startsWith('clock')))];
}
