import type { CaseClock, Suspension } from '../clock-record.ts';
import type { CaseEvent } from '../event.ts';

/*
 * When the clocks of a case stood still, told from its story alone (which states it was in from when to when), so that
 * what the decisions wrote down about suspensions can be checked against something else.
 */

const ends = {
  deferred: ['resumed'],
  handled: ['verified', 'closed'],
  merged: ['unmerged'],
} as const satisfies Partial<Record<CaseEvent['type'], readonly CaseEvent['type'][]>>;
type Still = keyof typeof ends;

/** Finished spans in which the case was in a state where the handle clock stands still; a deferral ends as agreed. */
function spansIn(events: readonly CaseEvent[], still: Still): readonly Suspension[] {
  const spans: Suspension[] = [];
  let from: number | undefined;
  let agreed = Number.POSITIVE_INFINITY;
  for (const event of events) {
    if (isStart(event, still)) {
      from = event.at;
      agreed = event.type === 'deferred' ? event.until : agreed;
    } else if (from !== undefined && (ends[still] as readonly string[]).includes(event.type)) {
      spans.push([from, Math.min(event.at, agreed)]);
      from = undefined;
    }
  }
  // While a deferral lasts, its end is known.
  if (from !== undefined && still === 'deferred') spans.push([from, agreed]);
  return spans;
}

const isStart = (event: CaseEvent, still: Still): boolean =>
  event.type === still || (still === 'handled' && event.type === 'solvedOnTheSpot');

/** From the finishing of a work order until the verification that failed: its result was thought to be there. */
function finishedInVain(events: readonly CaseEvent[], workOrder: string): readonly Suspension[] {
  const spans: Suspension[] = [];
  let from: number | undefined;
  for (const event of events) {
    if (event.type === 'workOrderFinished' && event.workOrder === workOrder) from = event.at;
    if (event.type === 'verified' && !event.pass && from !== undefined) {
      spans.push([from, event.at]);
      from = undefined;
    }
  }
  return spans;
}

/** The spans a clock must have stood still for, as the design has it. */
export function standstillsOf(clock: CaseClock, events: readonly CaseEvent[]): readonly Suspension[] {
  if (clock.stage === 'supervision') return [];
  const merged = spansIn(events, 'merged');
  if (!['handle', 'result', 'acknowledge', 'reportIn'].includes(clock.stage)) return merged;
  const deferred = [...merged, ...spansIn(events, 'deferred')];
  if (clock.stage === 'handle') return [...deferred, ...spansIn(events, 'handled')];
  return clock.stage === 'result' ? [...deferred, ...finishedInVain(events, clock.ref ?? '')] : deferred;
}
