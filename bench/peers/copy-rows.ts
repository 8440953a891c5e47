import type { Client as Connection } from 'pg';

/** Rows that make one ticket, in one table whose `id` the database counts up. */
export interface Part {
  readonly table: string;
  /** SQL condition that finds the rows of the ticket `$1`. */
  readonly where: string;
  /** Columns that name rows of another part's table, or of its own. */
  readonly names: Readonly<Record<string, string>>;
  /** Columns with a time, which lies further back with every copy. */
  readonly times: readonly string[];
}

interface Span {
  readonly first: number;
  readonly last: number;
}

async function spanOf(db: Connection, { table, where }: Part, ticket: number): Promise<Span> {
  const { rows } = await db.query<{ first: number | null; last: number | null }>(
    `select min(id)::int as first, max(id)::int as last from ${table} where ${where}`,
    [ticket],
  );
  const [{ first, last } = { first: null, last: null }] = rows;
  if (first === null || last === null) throw new Error(`ticket ${ticket} has nothing in ${table}`);
  const above = await db.query(`select from ${table} where id > $1`, [last]);
  if (above.rowCount !== 0) throw new Error(`ticket ${ticket} is not the last in ${table}`);
  return { first, last };
}

async function columnsOf(db: Connection, table: string): Promise<readonly string[]> {
  const { rows } = await db.query<{ name: string }>(
    'select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum',
    [table],
  );
  return rows.map(({ name }) => name);
}

/**
 * Copies a ticket, the last one made, so many times. A number that names one of its own rows names the same row of the
 * copy: it is moved on by as many ids as the ticket took in that table.
 */
export async function copyTicket(
  db: Connection,
  parts: readonly Part[],
  ticket: number,
  copies: number,
): Promise<void> {
  if (copies <= 0) return;
  const spans = new Map<string, Span>();
  for (const part of parts) spans.set(part.table, await spanOf(db, part, ticket));
  const moved = (column: string, table: string): string => {
    const { first, last } = spans.get(table) ?? { first: 0, last: 0 };
    return `case when "${column}" between ${first} and ${last} then "${column}" + n * ${last - first + 1} else "${column}" end`;
  };
  for (const { table, where, names, times } of parts) {
    const columns = await columnsOf(db, table);
    const values = columns.map((column) => {
      if (column === 'id') return moved(column, names['id'] ?? table);
      const named = names[column];
      if (named !== undefined) return moved(column, named);
      // The last copy is the newest, as it would be.
      if (times.includes(column)) return `"${column}" - make_interval(secs => (${copies} - n) * 7)`;
      return `"${column}"`;
    });
    await db.query(
      `insert into ${table} (${columns.map((column) => `"${column}"`).join(', ')})
       select ${values.join(', ')} from (select * from ${table} where ${where}) ticket, generate_series(1, ${copies}) n`,
      [ticket],
    );
    await db.query(`select setval('${table}_id_seq', (select max(id) from ${table}))`);
  }
  await db.query('vacuum analyze');
}
