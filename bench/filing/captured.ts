import type { Client as Connection } from 'pg';

/** A value as it is written again: as it was, or new with each filing. */
export type Value = null | { readonly same: string } | { readonly newId: string } | { readonly newText: string };

/** Rows that one filing wrote into a table, as text that the columns' types read. */
export interface Captured {
  readonly table: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly (readonly Value[])[];
}

interface Column {
  readonly name: string;
  readonly type: string;
  /** Tells a row from the next filing's. */
  readonly telling: boolean;
}

async function tablesOf(db: Connection): Promise<readonly string[]> {
  const found = await db.query<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in ('public', 'auth', 'pgboss')
    order by n.nspname, c.relname`);
  return found.rows.map(({ name }) => name);
}

/** Columns that a writer gives, in order. */
async function columnsOf(db: Connection, table: string): Promise<readonly Column[]> {
  const found = await db.query<Column>(
    `select quote_ident(a.attname) as name, format_type(a.atttypid, a.atttypmod) as type,
            a.attname in ('id', 'case_id', 'number', 'code_hash', 'key') and exists (
              select 1 from pg_index i where i.indrelid = a.attrelid and i.indisunique and a.attnum = any(i.indkey)
            ) as telling
     from pg_attribute a
     where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = ''
       -- The database numbers these itself.
       and not exists (
         select 1 from pg_attrdef d where d.adrelid = a.attrelid and d.adnum = a.attnum
         and pg_get_expr(d.adbin, d.adrelid) like 'nextval%'
       )
     order by a.attnum`,
    [table],
  );
  return found.rows;
}

type Row = Readonly<Record<string, string | null>>;

/** Rows that a transaction wrote and nobody has changed since, each column as text. */
async function rowsOf(db: Connection, table: string, columns: readonly Column[], transaction: string) {
  const listed = columns.map(({ name }) => `${name}::text as ${name}`).join(', ');
  return (await db.query<Row>(`select ${listed} from ${table} where xmin::text = $1`, [transaction])).rows;
}

const plain = (column: Column): string => column.name.replaceAll('"', '');
const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/**
 * Reads what the transaction wrote that wrote the row `id` of the table `first`, as it stands now. Parents come before
 * their children: the table `first` before what hangs on it. Ids and numbers that tell one filing from the next are marked
 * as such, wherever they stand alone in a column.
 */
export async function captureRows(db: Connection, first: string, id: string): Promise<readonly Captured[]> {
  // One moment for all tables: what is told of it later changes some of them.
  await db.query('begin isolation level repeatable read');
  try {
    const { rows } = await db.query<{ xmin: string }>(`select xmin::text from ${first} where id = $1`, [id]);
    return await rowsAsCaptured(db, first, rows[0]?.xmin ?? '');
  } finally {
    await db.query('commit');
  }
}

async function rowsAsCaptured(db: Connection, first: string, transaction: string): Promise<readonly Captured[]> {
  const varied = new Set<string>();
  const captured: Captured[] = [];
  const valueOf = (value: string | null | undefined): Value => {
    if (value === null || value === undefined) return null;
    if (!varied.has(value)) return { same: value };
    return uuid.test(value) ? { newId: value.slice(0, 18) } : { newText: value.slice(0, 12) };
  };
  for (const table of [first, ...(await tablesOf(db)).filter((one) => one !== first)]) {
    const columns = await columnsOf(db, table);
    const found = await rowsOf(db, table, columns, transaction);
    if (found.length === 0) continue;
    for (const column of columns.filter(({ telling }) => telling)) {
      for (const row of found) {
        const value = row[plain(column)];
        if (typeof value === 'string') varied.add(value);
      }
    }
    captured.push({
      table,
      columns: columns.map(({ name, type }) => ({ name, type })),
      rows: found.map((row) => columns.map((column) => valueOf(row[plain(column)]))),
    });
  }
  return captured;
}
