import type { CaseView } from '@gezhi/contract/cases/index';
import { isWordId } from '@gezhi/contract/words/index';
import type { Say } from '../../words/locale.tsx';

type Line = CaseView['history'][number];
type Orders = CaseView['workOrders'];

/** Events that only move clocks: true and complete, but no story. */
const ofClocks = new Set(['clockStarted', 'clocksHalted', 'clockMoved', 'clockStopped']);

/** Whether a line of the history is only about clocks. */
export const isClockLine = (line: Line): boolean => ofClocks.has(line.type);

/** Lines that are remarks beside the steps of the case. */
const remarks = new Set([
  'noted',
  'contacted',
  'supported',
  'reminded',
  'supervisionAnswered',
  'bodyRated',
  'clockEnded',
  ...ofClocks,
]);
export const isStep = (line: Line): boolean => !remarks.has(line.type);

/** One line of the history as a sentence. A type the page does not know is named, never hidden. */
export function sentenceOf(line: Line, orders: Orders, say: Say): string {
  const by = byWords(line, say);
  const body = bodyOf(line, orders, say);
  const { data } = line;
  switch (line.type) {
    case 'dispatched':
    case 'summoned':
      return say(`history.${line.type}`, { by, to: bodiesOf(data, orders).join(say('ui.and')) });
    case 'acknowledged':
    case 'reportedIn':
    case 'transferred':
    case 'bodyRated':
      return say(`history.${line.type}`, { by, body });
    case 'workOrderFinished':
    case 'handedOn':
    case 'handedBack':
    case 'excused':
      return say(`history.${line.type}`, { body });
    case 'noted':
      if (line.by.kind === 'reporter') return say('history.notedByReporter', { by });
      return data['public'] === true ? say('history.notedPublic', { by }) : say('history.noted', { by });
    case 'verified':
      return data['pass'] === true ? say('history.verifiedPass', { by }) : say('history.verifiedFail', { by });
    case 'judged':
      return data['upheld'] === true ? say('history.judgedUpheld', { by }) : say('history.judgedRefused', { by });
    case 'asked':
      return askedWords(data['kind'], by, say);
    case 'supervisionOrdered':
      return say('history.supervisionOrdered', { number: textOf(data['number']) ?? '' });
    case 'clockStarted':
      return say('history.clockStarted', { stage: stageOf(data, say) });
    case 'faultRaised':
      return say('history.faultRaised', { fault: faultOf(data['fault'], say) });
    default:
      return plainWords(line.type, by, say);
  }
}

const plainWithBy = [
  'reported',
  'accepted',
  'rejected',
  'corrected',
  'assignedToDesk',
  'moving',
  'arrived',
  'gateRefused',
  'contacted',
  'solvedOnTheSpot',
  'withdrawn',
  'rated',
  'calledBack',
  'raisedAgain',
  'merged',
  'unmerged',
  'split',
  'escalated',
  'reminded',
  'supervisionAnswered',
] as const;
const plain = [
  'handled',
  'closed',
  'deferred',
  'resumed',
  'extended',
  'reopened',
  'supported',
  'mergedIn',
  'unmergedFrom',
  'childClosed',
  'supervisionWentUp',
  'clocksHalted',
  'clockMoved',
  'clockStopped',
  'clockEnded',
  'imported',
] as const;

function plainWords(type: string, by: string, say: Say): string {
  const withBy = plainWithBy.find((one) => one === type);
  if (withBy !== undefined) return say(`history.${withBy}`, { by });
  const bare = plain.find((one) => one === type);
  return bare === undefined ? say('history.other', { by, type }) : say(`history.${bare}`);
}

const asks = ['handBack', 'extension', 'deferral', 'decline', 'reopening', 'appeal'] as const;

/** What a case lacks, as the faults page names it. */
function faultOf(fault: unknown, say: Say): string {
  const id = `fault.${textOf(fault) ?? ''}`;
  return isWordId(id) ? say(id as 'fault.other') : say('fault.other');
}

function askedWords(kind: unknown, by: string, say: Say): string {
  const known = asks.find((one) => one === kind);
  return known === undefined ? say('history.other', { by, type: 'asked' }) : say(`history.asked.${known}`, { by });
}

function byWords({ by }: Line, say: Say): string {
  if (by.kind === 'system') return say('history.by.system');
  if (by.name !== undefined && by.name !== '') return by.name;
  return by.kind === 'reporter' ? say('history.by.reporter') : say('case.reporter.staff');
}

function bodyOf({ data }: Line, orders: Orders, say: Say): string {
  const order = orders.find(({ id }) => id === data['workOrder']);
  return order?.body.name ?? say('history.body.unknown');
}

/** The bodies that an event sends to: by the name it carries, else by that of the work order it names. */
function bodiesOf(data: Line['data'], orders: Orders): string[] {
  const sent = Array.isArray(data['workOrders']) ? (data['workOrders'] as readonly Sent[]) : [];
  return sent.flatMap(({ id, body }) => {
    const name = body?.name ?? orders.find((order) => order.id === id)?.body.name;
    return typeof name === 'string' ? [name] : [];
  });
}

interface Sent {
  readonly id?: unknown;
  readonly body?: { readonly name?: unknown };
}

function stageOf(data: Line['data'], say: Say): string {
  const clock = data['clock'];
  const stage =
    typeof clock === 'object' && clock !== null && 'stage' in clock ? `case.stage.${String(clock.stage)}` : '';
  return isWordId(stage) ? (say as (id: string) => string)(stage) : '';
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** What was said with an event: the reason, note, text or words. */
export function saidIn({ data }: Line): string | undefined {
  const said = ['description', 'reason', 'note', 'text', 'words', 'answer'].flatMap((part) => textOf(data[part]) ?? []);
  return said.length === 0 ? undefined : said.join('\n');
}

/** Ids of the photos given with an event. */
export function photosIn({ data }: Line): readonly string[] {
  return Array.isArray(data['photos']) ? data['photos'].filter((id): id is string => typeof id === 'string') : [];
}

/** What a rating or call-back said. */
export function ratingIn({ type, data }: Line, say: Say): string | undefined {
  if (type !== 'rated' && type !== 'calledBack') return undefined;
  const solved = (['yes', 'partly', 'no'] as const).find((one) => one === data['solved']);
  const satisfied = (['very', 'fairly', 'no'] as const).find((one) => one === data['satisfied']);
  const parts = [
    ...(solved === undefined ? [] : [say(`case.solved.${solved}`)]),
    ...(satisfied === undefined ? [] : [say(`case.satisfied.${satisfied}`)]),
  ];
  return parts.join(say('case.comma'));
}
