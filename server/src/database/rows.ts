import { createHash } from 'node:crypto';
import type { CataloguedTable } from './catalogue.ts';
import type { OwnerSession } from './migrate.ts';
import { scopeText } from './scope.ts';

const batch = 500;

const quoted = (column: string) => `"${column.replaceAll('"', '""')}"`;
const listed = (columns: readonly string[]) => columns.map(quoted).join(', ');

/** Has a transaction of the owner see every county, with times as they are written to files. */
export async function seeEverything(owner: OwnerSession): Promise<void> {
  await owner.query("set local timezone = 'UTC'");
  await owner.query('select set_scope($1)', [scopeText({ county: '*', system: true })]);
}

/** Runs work in one transaction of the owner that sees every county, at one moment. */
export async function inOwnerTransaction<T>(owner: OwnerSession, work: () => Promise<T>): Promise<T> {
  await owner.query('begin isolation level repeatable read');
  try {
    await seeEverything(owner);
    const result = await work();
    await owner.query('commit');
    return result;
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}

/** Which rows of a table leave it. */
export interface RowFilter {
  /** SQL condition. */
  readonly where?: string;
}

/** Rows of a table, each as the JSON text the database makes of it, so that no value passes through another type. */
export async function* readRows(
  owner: OwnerSession,
  table: CataloguedTable,
  filter: RowFilter = {},
): AsyncGenerator<string[]> {
  const where = filter.where === undefined ? '' : `where ${filter.where}`;
  await owner.query(
    // The columns stand in a query of their own for each row: Citus would send the shards a row whose columns have no names.
    `declare leaving no scroll cursor for
     select (select row_to_json(given) from (select ${listed(table.columns)}) given)::text as line from ${table.name} ${where}`,
  );
  try {
    for (;;) {
      const rows = await owner.query(`fetch ${batch} from leaving`);
      if (rows.length === 0) return;
      yield rows.map((row) => String(row['line']));
    }
  } finally {
    await owner.query('close leaving');
  }
}

/**
 * Puts rows back as `readRows` gave them. Columns the table has gained since take their defaults. Something is returned
 * for the same reason as in `insertMany`.
 */
export async function writeRows(
  owner: OwnerSession,
  table: CataloguedTable,
  columns: readonly string[],
  lines: readonly string[],
): Promise<void> {
  for (let at = 0; at < lines.length; at += batch) {
    await owner.query(
      `insert into ${table.name} (${listed(columns)}) overriding system value
       select ${listed(columns)} from json_populate_recordset(null::${table.name}, $1::json)
       returning ${quoted(columns[0] ?? '')}`,
      [`[${lines.slice(at, at + batch).join(',')}]`],
    );
  }
}

const modulus = 1n << 256n;

/**
 * Counts lines and adds up their hashes, to compare what was written with what is read back. A sum, because two
 * databases give the same rows in different orders, and sorting ten million of them by bytes takes long.
 */
export function tallyLines(): { add(lines: readonly string[]): void; end(): { rows: number; sum: string } } {
  let rows = 0;
  let sum = 0n;
  return {
    add: (lines) => {
      rows += lines.length;
      for (const line of lines) sum += BigInt(`0x${createHash('sha256').update(line).digest('hex')}`);
      sum %= modulus;
    },
    end: () => ({ rows, sum: sum.toString(16) }),
  };
}
