import type { Client as Connection } from 'pg';

/** The rows one filing wrote, as a script for pgbench that writes the same again. */
export interface Script {
  readonly text: string;
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>;
}

const literal = (value: string): string => `'${value.replaceAll("'", "''")}'`;

async function tablesOf(db: Connection): Promise<readonly string[]> {
  const found = await db.query<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in ('public', 'auth', 'pgboss')
    order by n.nspname, c.relname`);
  return found.rows.map(({ name }) => name);
}

/** Columns that a writer gives, in order, and which of them tell a row from the next filing's. */
async function columnsOf(
  db: Connection,
  table: string,
): Promise<readonly { name: string; type: string; telling: boolean }[]> {
  const found = await db.query<{ name: string; type: string; telling: boolean }>(
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

/** Rows that transactions since \`since\` wrote, each column as text. */
async function rowsSince(db: Connection, table: string, columns: readonly string[], since: string) {
  const listed = columns.map((column) => `${column}::text as ${column}`).join(', ');
  const sql = `select ${listed} from ${table} where xmin::text::bigint >= $1::bigint`;
  return (await db.query<Record<string, string | null>>(sql, [since])).rows;
}

/**
 * Reads what was written since a transaction and writes it as one transaction of inserts in which ids are new each time.
 * Parents come before their children: the case before what hangs on it.
 */
export async function rowsAsScript(db: Connection, since: string, first: string): Promise<Script> {
  const statements: string[] = [];
  const rows: Record<string, number> = {};
  const tables = [first, ...(await tablesOf(db)).filter((table) => table !== first)];
  const varied = new Set<string>();
  for (const table of tables) {
    const columns = await columnsOf(db, table);
    const found = await rowsSince(
      db,
      table,
      columns.map(({ name }) => name),
      since,
    );
    if (found.length === 0) continue;
    rows[table] = found.length;
    for (const { name, telling } of columns) {
      if (!telling) continue;
      for (const row of found) {
        const value = row[name.replaceAll('"', '')];
        if (typeof value === 'string') varied.add(value);
      }
    }
    const valueOf = (value: string | null | undefined, type: string): string => {
      if (value === null || value === undefined) return 'null';
      if (/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(value) && varied.has(value))
        return `(${literal(value.slice(0, 18))} || '-8' || substr(md5(:r::text), 1, 3) || '-' || substr(md5(:r::text), 4, 12))::${type}`;
      return varied.has(value) ? `(${literal(value.slice(0, 12))} || :r::text)` : literal(value);
    };
    const tuples = found.map(
      (row) => `(${columns.map(({ name, type }) => valueOf(row[name.replaceAll('"', '')], type)).join(', ')})`,
    );
    statements.push(
      `insert into ${table} (${columns.map(({ name }) => name).join(', ')}) values ${tuples.join(', ')};`,
    );
  }
  return { text: ['\\set r random(1, 9000000000000000000)', 'begin;', ...statements, 'commit;', ''].join('\n'), rows };
}
