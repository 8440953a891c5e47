import type { FollowView } from '@gezhi/contract/cases/index';
import {
  availableTo,
  type Case,
  type CaseEvent,
  currentClock,
  hasEnded,
  lastRating,
  ownerOf,
} from '@gezhi/domain/cases/index';

import type { ChainedEvent } from '../store.ts';
import { iso, namedArea, namedBodyOf, namedCategory, type Showing } from './names.ts';

type Line = FollowView['history'][number];

/** What the reporter may see of an event; undefined for what is the staff's own. */
function lineOf(showing: Showing, event: CaseEvent): Line | undefined {
  const line = (more: Partial<Line> = {}): Line => ({ type: event.type, at: iso(event.at), photos: [], ...more });
  switch (event.type) {
    case 'reported':
      return line({ photos: [...event.photos] });
    case 'noted':
      return event.public ? line({ text: event.text, photos: [...event.photos] }) : undefined;
    case 'rejected':
      return line({ text: event.reason });
    case 'dispatched':
    case 'assignedToDesk':
    case 'summoned': {
      const [lead] = event.workOrders;
      return line(lead ? { by: namedBodyOf(showing, lead.body).name } : {});
    }
    case 'workOrderFinished':
    case 'solvedOnTheSpot':
      return line({ text: event.note, photos: [...event.photos] });
    case 'judged':
      return event.words === '' ? undefined : line({ text: event.words });
    case 'raisedAgain':
      return line({ text: event.text });
    case 'verified':
      return event.pass ? line() : line({ type: 'verificationFailed' });
    case 'accepted':
    case 'acknowledged':
    case 'reportedIn':
    case 'contacted':
    case 'handled':
    case 'closed':
    case 'deferred':
    case 'resumed':
    case 'extended':
    case 'reopened':
    case 'withdrawn':
    case 'rated':
    case 'merged':
    case 'unmerged':
    case 'split':
    case 'escalated':
      return line();
    default:
      return undefined;
  }
}

/** Judgements that are between the bodies are not the reporter's business; those on what they asked are. */
function isTheirs(event: CaseEvent, found: Case): boolean {
  if (event.type !== 'judged') return true;
  const ask = found.asks.find((one) => one.id === event.ask);
  return ask?.kind === 'reopening' || ask?.kind === 'appeal';
}

function lastReason(events: readonly ChainedEvent[], found: Case): string | undefined {
  if (found.state !== 'rejected' && found.state !== 'closed') return undefined;
  const last = events.findLast(
    ({ event }) => event.type === 'rejected' || (event.type === 'judged' && !event.upheld && isTheirs(event, found)),
  )?.event;
  if (last?.type === 'rejected') return last.reason;
  return last?.type === 'judged' && last.words !== '' ? last.words : undefined;
}

/** What the holder of the follow code sees: state, owner, due time, public notes, nothing else. */
export function followViewOf(
  showing: Showing,
  found: Case,
  events: readonly ChainedEvent[],
  mergedNumber: string | undefined,
): FollowView {
  const clock = currentClock(found);
  const owner = ownerOf(found);
  const reason = lastReason(events, found);
  const rating = lastRating(found);
  return {
    number: found.number,
    version: found.version,
    county: found.county,
    state: found.state,
    category: namedCategory(showing, found.category),
    area: namedArea(showing, found.area),
    ...(found.address !== undefined && { address: found.address }),
    ...(found.point && { point: [...found.point] as [number, number] }),
    description: found.report.description,
    photos: [...found.report.photos],
    reportedAt: iso(found.reportedAt),
    ...(owner && { owner: namedBodyOf(showing, owner) }),
    ...(clock && { stage: clock.stage, dueAt: iso(clock.dueAt) }),
    overdue: clock !== undefined && hasEnded(clock, showing.now),
    ...(reason !== undefined && { reason }),
    history: events.flatMap(({ event }) => (isTheirs(event, found) ? (lineOf(showing, event) ?? []) : [])),
    ...(rating && { rating: { ...rating, at: iso(rating.at) } }),
    supporters: found.supporters.filter((one) => one.verified).length,
    commands: [...availableTo(found, showing.actor, showing.rules, showing.now)].filter(
      (command) => command !== 'support',
    ),
    ...(mergedNumber !== undefined && { mergedInto: mergedNumber }),
    ...(found.closedAt !== undefined && { closedAt: iso(found.closedAt) }),
  };
}
