import { type Case, type CaseEvent, evolve } from '../cases/index.ts';
import type { Instant } from '../time.ts';
import { type Telling, tellings } from './tellings.ts';

/** One thing to tell, with what its sentence needs. */
export interface News extends Telling {
  /** Number of the event in the case's history, from 1. */
  readonly seq: number;
  readonly at: Instant;
  /** The person who did it: they need not be told. */
  readonly by?: string;
}

/**
 * What there is to tell of new events.
 * @param before the case without them; absent for a new case
 */
export function newsOf(before: Case | undefined, events: readonly CaseEvent[]): readonly News[] {
  // A case brought in from elsewhere is history: nobody waits for its news.
  if (events.some(({ type }) => type === 'imported')) return [];
  const all: News[] = [];
  let current = before;
  for (const event of events) {
    const previous = current;
    current = evolve(previous, event);
    const person = event.by.kind === 'staff' ? { by: event.by.person } : {};
    for (const telling of tellings(event, current, previous)) {
      all.push({ ...telling, seq: current.version, at: event.at, ...person });
    }
  }
  return current === undefined ? [] : all.filter((news) => stillTrue(news, all, current));
}

/** What the same decision has already overtaken is not told: a case solved on the spot waits at no desk. */
function stillTrue(news: News, all: readonly News[], after: Case | undefined): boolean {
  if (news.kind === 'caseArrived') return after?.state === 'reported';
  if (news.kind === 'verificationDue') return after?.state === 'handled';
  if (news.kind === 'finished') return !all.some(({ kind }) => kind === 'closed');
  return true;
}
