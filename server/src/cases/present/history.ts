import type { CaseView } from '@gezhi/contract/cases/index';
import type { Body, CaseEvent } from '@gezhi/domain/cases/index';
import type { ChainedEvent } from '../store.ts';
import { iso, namedArea, namedBodyOf, type Showing } from './names.ts';

/** Properties of events that hold an instant, in milliseconds. */
const instants = new Set(['until', 'due', 'dueAt', 'stoppedAt', 'closedAt', 'startedAt']);
/** Properties that hold the code of an area. */
const areas = new Set(['area', 'homeDesk', 'desk', 'judge', 'over', 'sender', 'from']);
const heading = new Set(['type', 'at', 'by']);
/** Never shown in a history: kept elsewhere, or the reporter's. */
const hidden = new Set(['reporter', 'keys', 'key', 'id', 'county']);

const isBody = (value: unknown): value is Body =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  (value.kind === 'org' || value.kind === 'desk' || value.kind === 'grid');

function shown(showing: Showing, name: string, value: unknown): unknown {
  if (typeof value === 'number' && instants.has(name)) return iso(value);
  if (typeof value === 'string' && areas.has(name) && /^\d+$/.test(value)) return namedArea(showing, value);
  if (isBody(value)) return namedBodyOf(showing, value);
  if (name === 'suspensions' && Array.isArray(value)) return value.map((span: readonly number[]) => span.map(iso));
  if (Array.isArray(value)) return value.map((one) => shown(showing, '', one));
  if (typeof value === 'object' && value !== null) return dataOf(showing, value);
  return value;
}

function dataOf(showing: Showing, event: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(event)
      .filter(([name]) => !heading.has(name) && !hidden.has(name))
      .map(([name, value]) => [
        name === 'to' && typeof value === 'string' ? 'to' : name,
        toPerson(showing, name, value) ?? shown(showing, name, value),
      ]),
  );
}

/** `to` names a person in a transfer and a desk in a supervision order. */
function toPerson(showing: Showing, name: string, value: unknown): unknown {
  if (name !== 'to' || typeof value !== 'string') return undefined;
  return /^\d+$/.test(value) ? namedArea(showing, value) : (showing.directory.person(value) ?? value);
}

function byOf(showing: Showing, { by }: CaseEvent): { kind: 'staff' | 'reporter' | 'system'; name?: string } {
  return by.kind === 'staff'
    ? { kind: 'staff', name: showing.directory.person(by.person) ?? by.person }
    : { kind: by.kind };
}

/** The history with names filled in, oldest first. */
export const historyOf = (showing: Showing, events: readonly ChainedEvent[]): CaseView['history'] =>
  events.map(({ seq, event, hash }) => ({
    seq,
    type: event.type,
    at: iso(event.at),
    by: byOf(showing, event),
    data: dataOf(showing, event),
    hash,
  }));
