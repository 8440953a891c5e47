import type { RuleVersionRow } from '@gezhi/contract/rules/index';
import { isQuiet } from './columns.ts';

/** A body of rules as JSON. */
export type Json = Readonly<Record<string, unknown>>;

/** A row whose nested parts stand in columns of their own: `amount.kind`, `name.zh`. Lists stay as JSON text. */
export type FlatRow = Readonly<Record<string, string>>;

/** How a column's text is read back. */
export type ColumnType = 'text' | 'number' | 'boolean' | 'json';

export interface RuleTable {
  /** Name of the list inside the body that the table shows. */
  readonly part: string;
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[];
  readonly rows: readonly FlatRow[];
}

const lists = ['rows', 'categories', 'kinds', 'formulas', 'roles'] as const;

/** The main list of a body as a table; undefined for bodies that are no list of rows. */
export function tableOf(body: Json): RuleTable | undefined {
  const part = lists.find((name) => Array.isArray(body[name]));
  if (part === undefined) return undefined;
  const items = body[part] as readonly unknown[];
  if (!items.every(isPlain)) return undefined;
  const flat = items.map((item) => new Map(leaves(item, '')));
  const names = [...new Set(flat.flatMap((leaf) => [...leaf.keys()]))].toSorted((a, b) => placeOf(a) - placeOf(b));
  const columns = names.map((name) => ({
    name,
    type: typeOf(flat.flatMap((leaf) => (leaf.has(name) ? [leaf.get(name)] : []))),
  }));
  const rows = flat.map((leaf) => Object.fromEntries([...leaf].map(([name, value]) => [name, written(value)])));
  return { part, columns, rows };
}

/** The columns in the order of reading: an id that says nothing by itself goes last. */
export function columnsShown(kind: RuleVersionRow['kind'], table: RuleTable): RuleTable['columns'] {
  const quiet = (name: string) => Number(isQuiet(kind, name));
  return table.columns.toSorted((a, b) => quiet(a.name) - quiet(b.name));
}

/** The body with the rows of the table in place of its list. A blank cell leaves its part out. */
export function bodyWith(body: Json, table: RuleTable): Json {
  const types = new Map(table.columns.map(({ name, type }) => [name, type]));
  return { ...body, [table.part]: table.rows.map((row) => grown(row, types)) };
}

/** Order in which people read a row: its name, what it is for, then what it says. The database keeps no order. */
const order = [
  'id',
  'code',
  'name.zh',
  'name.en',
  'stage',
  'when',
  'category',
  'area',
  'level',
  'kind',
  'urgency',
  'summonsKind',
];
const later = [
  'window.days',
  'window.from',
  'window.to',
  'amount.amount',
  'amount.kind',
  'light',
  'lead.kind',
  'lead.org',
  'lead.area',
  'under',
  'desk',
  'size',
  'use',
  'numbers.from',
  'numbers.to',
  'numerator',
  'denominator',
];

function placeOf(column: string): number {
  const at = [...order, ...later].indexOf(column);
  return at === -1 ? order.length + later.length : at;
}

function isPlain(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function leaves(item: Json, start: string): (readonly [string, unknown])[] {
  return Object.entries(item).flatMap(([name, value]) =>
    isPlain(value) ? leaves(value, `${start}${name}.`) : [[start + name, value] as const],
  );
}

function typeOf(values: readonly unknown[]): ColumnType {
  if (values.every((value) => typeof value === 'string')) return 'text';
  if (values.every((value) => typeof value === 'number')) return 'number';
  return values.every((value) => typeof value === 'boolean') ? 'boolean' : 'json';
}

const written = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function grown(row: FlatRow, types: ReadonlyMap<string, ColumnType>): Json {
  const item: Record<string, unknown> = {};
  for (const [path, text] of Object.entries(row)) {
    if (text.trim() === '') continue;
    const steps = path.split('.');
    const last = steps.pop() ?? path;
    let into = item;
    for (const step of steps) into = (into[step] ??= {}) as Record<string, unknown>;
    into[last] = read(text, types.get(path) ?? 'text');
  }
  return item;
}

/** A cell's text as its column means it; what cannot be read stays text, so that the check names it. */
function read(text: string, type: ColumnType): unknown {
  if (type === 'text') return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
