import { instantIn } from './local-time.ts';
import type { ImportMapping } from './mapping.ts';

/** One row of the list, read. */
export interface PlannedRow {
  /** Line of the sheet it came from, the heading being 1. */
  readonly line: number;
  readonly number: string;
  readonly category: string;
  readonly status: string;
  readonly state: ImportMapping['states'][string]['state'];
  readonly reason?: string;
  readonly reportedAt: number;
  readonly dueAt?: number;
  readonly closedAt?: number;
  readonly description: string;
  readonly area?: string;
  readonly org?: string;
  readonly address?: string;
  readonly point?: readonly [number, number];
}

/** Why a row cannot be taken. */
export type RowFault =
  | 'numberMissing'
  | 'numberTwice'
  | 'categoryMissing'
  | 'statusUnknown'
  | 'createdUnreadable'
  | 'dueUnreadable'
  | 'closedUnreadable'
  | 'closedMissing'
  | 'closedBeforeCreated'
  | 'textMalformed';

export interface FaultyRow {
  readonly line: number;
  readonly fault: RowFault;
  readonly value: string;
}

export type Row = Readonly<Record<string, string>>;

const isFault = (row: PlannedRow | FaultyRow): row is FaultyRow => 'fault' in row;

/** The place, unless it is blank, no place on earth, or one of the source's ways of saying "unknown". */
function pointOf(mapping: ImportMapping, longitude: string, latitude: string): readonly [number, number] | undefined {
  if (longitude.trim() === '' || latitude.trim() === '') return undefined;
  const [x, y] = [Number(longitude), Number(latitude)];
  if (!Number.isFinite(x) || !Number.isFinite(y) || Math.abs(x) > 180 || Math.abs(y) > 90 || (x === 0 && y === 0))
    return undefined;
  return mapping.noPlace.some(([east, north]) => east === x && north === y) ? undefined : [x, y];
}

/** Reads one row by the mapping, or says what is wrong with it and shows the wrong value. */
export function planRow(mapping: ImportMapping, row: Row, line: number): PlannedRow | FaultyRow {
  const { columns, zone } = mapping;
  const of = (name: string | undefined): string => (name === undefined ? '' : (row[name] ?? '').trim());
  const fault = (kind: RowFault, value: string): FaultyRow => ({ line, fault: kind, value });
  const malformed = Object.values(row).find((value) => !value.isWellFormed() || value.includes('\u0000'));
  if (malformed !== undefined) return fault('textMalformed', malformed.toWellFormed());
  const [number, category, status] = [of(columns.number), of(columns.category), of(columns.status)];
  if (number === '') return fault('numberMissing', '');
  if (category === '') return fault('categoryMissing', '');
  const enters = mapping.states[status];
  if (!enters) return fault('statusUnknown', status);
  const [created, due, closed] = [of(columns.createdAt), of(columns.dueAt), of(columns.closedAt)];
  const reportedAt = instantIn(zone, created);
  if (reportedAt === undefined) return fault('createdUnreadable', created);
  const dueAt = due === '' ? undefined : instantIn(zone, due);
  if (due !== '' && dueAt === undefined) return fault('dueUnreadable', due);
  const closedAt = closed === '' ? undefined : instantIn(zone, closed);
  if (closed !== '' && closedAt === undefined) return fault('closedUnreadable', closed);
  if (enters.state === 'closed' && closedAt === undefined) return fault('closedMissing', status);
  if (closedAt !== undefined && closedAt < reportedAt) return fault('closedBeforeCreated', closed);
  const [area, org, address] = [of(columns.area), of(columns.org), of(columns.address)];
  const point = pointOf(mapping, of(columns.longitude), of(columns.latitude));
  return {
    line,
    number,
    category,
    status,
    state: enters.state,
    ...(enters.reason !== undefined && { reason: enters.reason }),
    reportedAt,
    ...(dueAt !== undefined && { dueAt }),
    ...(closedAt !== undefined && { closedAt }),
    description: of(columns.description) || category,
    ...(area !== '' && { area }),
    ...(org !== '' && { org }),
    ...(address !== '' && { address: address.slice(0, 200) }),
    ...(point && { point }),
  };
}

/** Reads all rows: those that can be taken and those that cannot. A number that stands twice is taken once. */
export function planRows(
  mapping: ImportMapping,
  rows: readonly Row[],
): { readonly taken: readonly PlannedRow[]; readonly faulty: readonly FaultyRow[] } {
  const taken: PlannedRow[] = [];
  const faulty: FaultyRow[] = [];
  const seen = new Set<string>();
  for (const [index, row] of rows.entries()) {
    const planned = planRow(mapping, row, index + 2);
    if (isFault(planned)) faulty.push(planned);
    else if (seen.has(planned.number)) faulty.push({ line: planned.line, fault: 'numberTwice', value: planned.number });
    else taken.push(planned);
    if (!isFault(planned)) seen.add(planned.number);
  }
  return { taken, faulty };
}
