import { sql, type Insertable, type Selectable } from 'kysely';
import type { Trx } from './database.ts';
import type { Tables } from './tables.ts';
import { later, laterSql } from './trips.ts';

type Name = keyof Tables;

/**
 * Adds many rows in one statement, as one JSON text: a statement with a placeholder for each value is several times
 * slower. All rows name the same columns. Nobody reads what comes back: without it Citus would send the rows to their
 * workers by COPY, which row-level security does not take.
 */
export async function insertMany<T extends Name>(
  trx: Trx,
  table: T,
  rows: readonly Insertable<Tables[T]>[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const names = Object.keys(first);
  const columns = sql.join(names.map((column) => sql.ref(column)));
  const insert = sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)
    returning ${sql.ref(names[0] ?? 'county')}`;
  await later(trx, { compile: () => insert.compile(trx) });
}

/** Texts of `insertRows` by table, columns and number of rows: what a transaction of the program adds has few shapes. */
const insertTexts = new Map<string, string>();
const mostTexts = 200;

const quoted = (name: string): string => `"${name}"`;

function insertText(table: string, columns: readonly string[], rows: number): string {
  const shape = `${table} ${rows} ${columns.join()}`;
  const known = insertTexts.get(shape);
  if (known !== undefined) return known;
  const places = (row: number) => columns.map((_, at) => `$${row * columns.length + at + 1}`).join(', ');
  const values = Array.from({ length: rows }, (_, row) => `(${places(row)})`).join(', ');
  const text = `insert into ${quoted(table)} (${columns.map(quoted).join(', ')}) values ${values}`;
  if (insertTexts.size < mostTexts) insertTexts.set(shape, text);
  return text;
}

/**
 * Adds a few rows in one statement with a placeholder for each value, without waiting for it (`later`). All rows name the
 * same columns; others are refused with an error, before anything is written. The text of a shape is made once: building the same queries anew was a tenth of what a report costs.
 */
export async function insertRows<T extends Name>(
  trx: Trx,
  table: T,
  rows: readonly Insertable<Tables[T]>[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const values = rows.flatMap((row) => {
    const cells = row as Readonly<Record<string, unknown>>;
    if (Object.keys(cells).length !== columns.length) throw new Error(`rows of ${table} with different columns`);
    return columns.map((column) => {
      if (cells[column] === undefined) throw new Error(`a row of ${table} without ${column}`);
      return cells[column];
    });
  });
  await laterSql(trx, insertText(table, columns, rows.length), values);
}

/** Has the planner know how much there is in tables that just grew a lot. */
export async function refreshStatistics(trx: Trx, tables: readonly Name[]): Promise<void> {
  await sql`select refresh_statistics(${tables}::text[])`.execute(trx);
}

/**
 * Changes columns of many rows of a county in one statement.
 * @param key column that tells the rows
 * @returns how many rows there were to change
 */
export async function updateMany<T extends Name>(
  trx: Trx,
  table: T,
  county: string,
  key: keyof Selectable<Tables[T]> & string,
  columns: readonly (keyof Selectable<Tables[T]> & string)[],
  rows: readonly Partial<Selectable<Tables[T]>>[],
): Promise<number> {
  if (rows.length === 0) return 0;
  const set = sql.join(columns.map((column) => sql`${sql.ref(column)} = given.${sql.ref(column)}`));
  const result = await sql`
    update ${sql.table(table)} as kept set ${set}
    from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json) as given
    where kept.county = ${county} and kept.${sql.ref(key)} = given.${sql.ref(key)}
  `.execute(trx);
  return Number(result.numAffectedRows ?? 0n);
}
