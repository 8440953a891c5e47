import type { FollowView } from '@gezhi/contract/cases/index';
import {
  type Ask,
  availableTo,
  type Case,
  type CaseEvent,
  currentClock,
  hasEnded,
  isOpen,
  lastRating,
  ownerOf,
} from '@gezhi/domain/cases/index';

import type { ChainedEvent } from '../store.ts';
import { iso, namedArea, namedBodyOf, namedCategory, type Showing } from './names.ts';

type Line = FollowView['history'][number];

type Theirs = Ask & { readonly kind: 'reopening' | 'appeal' };

const isTheirs = (ask: Ask | undefined): ask is Theirs => ask?.kind === 'reopening' || ask?.kind === 'appeal';

/** What the reporter asked and what became of it. What the bodies ask of each other is not the reporter's business. */
function askLine(
  showing: Showing,
  found: Case,
  event: Extract<CaseEvent, { type: 'asked' | 'judged' }>,
): Partial<Line> | undefined {
  const ask = found.asks.find((one) => one.id === event.ask);
  if (!isTheirs(ask)) return undefined;
  const by = namedArea(showing, ask.judge).name;
  if (event.type === 'asked') return { type: `${ask.kind}Asked`, by, text: event.reason };
  return { type: `${ask.kind}${event.upheld ? 'Upheld' : 'Refused'}`, by, text: event.words };
}

/** What the reporter may see of an event; undefined for what is the staff's own. */
function lineOf(showing: Showing, found: Case, event: CaseEvent): Line | undefined {
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
    case 'asked':
    case 'judged': {
      const said = askLine(showing, found, event);
      return said && line(said);
    }
    case 'supervisionOrdered':
      return line({ by: namedArea(showing, event.to).name, reasons: [...event.reasons] });
    case 'supervisionAnswered': {
      const order = found.orders.find(({ id }) => id === event.order);
      return line(order ? { by: namedArea(showing, order.to).name } : {});
    }
    case 'rated':
      return line(event.words === undefined ? {} : { text: event.words });
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
    case 'merged':
    case 'unmerged':
    case 'split':
    case 'escalated':
      return line();
    default:
      return undefined;
  }
}

function lastReason(events: readonly ChainedEvent[], found: Case): string | undefined {
  if (found.state !== 'rejected' && found.state !== 'closed') return undefined;
  const theirs = new Set(found.asks.filter(isTheirs).map(({ id }) => id));
  const last = events.findLast(
    ({ event }) => event.type === 'rejected' || (event.type === 'judged' && !event.upheld && theirs.has(event.ask)),
  )?.event;
  if (last?.type === 'rejected') return last.reason;
  return last?.type === 'judged' && last.words !== '' ? last.words : undefined;
}

/** What was asked of an ended case last, unless it was granted: then the case goes on and says so itself. */
function openAsk(showing: Showing, found: Case): FollowView['ask'] {
  const ask = found.asks.findLast(isTheirs);
  if (!isTheirs(ask) || ask.upheld === true || isOpen(found.state)) return undefined;
  const clock = found.clocks.find(({ stage, ref }) => stage === 'judge' && ref === ask.id);
  const waits = ask.judgedAt === undefined;
  return {
    kind: ask.kind,
    judge: namedArea(showing, ask.judge),
    at: iso(ask.at),
    refused: !waits,
    ...(waits && clock && { dueAt: iso(clock.dueAt) }),
    overdue: waits && clock !== undefined && hasEnded(clock, showing.now),
  };
}

/** The rating that counts, with the words of the reporter's last one. */
function ratingOf(events: readonly ChainedEvent[], found: Case): FollowView['rating'] {
  const rating = lastRating(found);
  if (rating === undefined) return undefined;
  const last = events.findLast(({ event }) => event.type === 'rated')?.event;
  const words = rating.from === 'reporter' && last?.type === 'rated' ? last.words : undefined;
  return { ...rating, at: iso(rating.at), ...(words !== undefined && { words }) };
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
  const rating = ratingOf(events, found);
  const ask = openAsk(showing, found);
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
    ...(ask && { ask }),
    history: events.flatMap(({ event }) => lineOf(showing, found, event) ?? []),
    ...(rating && { rating }),
    supporters: found.supporters.filter((one) => one.verified).length,
    commands: [...availableTo(found, showing.actor, showing.rules, showing.now)].filter(
      (command) => command !== 'support',
    ),
    ...(mergedNumber !== undefined && { mergedInto: mergedNumber }),
    ...(found.closedAt !== undefined && { closedAt: iso(found.closedAt) }),
  };
}
