import type { Client as Connection } from 'pg';

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
}

/** Columns of the case itself and of everything that hangs on one, parents first. */
async function columnsOfCases(db: Connection): Promise<readonly Column[]> {
  const { rows } = await db.query<Column>(`
    select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relname in ('case_file', 'case_event', 'case_clock', 'case_word', 'case_follow', 'public_case')
      and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    order by c.relname <> 'case_file', c.relname, a.attnum`);
  return rows;
}

/** What stands in a column of the nth copy: another id and number wherever they are named, and its own times. */
function valueIn({ name, type }: Column): string {
  const column = `t.${name}`;
  if (name === 'code_hash') return `md5(${column} || n)`;
  if (name === 'reported_at' || name === 'updated_at') return `${column} - make_interval(secs => n * 7)`;
  if (name === 'due_at') return `${column} + make_interval(secs => n * 7)`;
  if (type === 'text' || type === 'jsonb')
    return `replace(replace(${column}::text, $1, substr($1, 1, 18) || '-8' || substr(md5(n::text), 1, 3) || '-' || substr(md5(n::text), 4, 12)), $2, $2 || '-' || n)::${type}`;
  return column;
}

/**
 * Copies a case until there are so many: with its events, clocks, words and follow code, every copy a little older than the
 * one before. Hashes of the chains are copied as they are; only `gezhi audit verify` would see that.
 */
export async function copyCase(
  db: Connection,
  { id, number }: { readonly id: string; readonly number: string },
  count: number,
): Promise<void> {
  const { rows } = await db.query<{ there: number }>('select count(*)::int as there from case_file');
  const there = rows[0]?.there ?? 0;
  const columns = Map.groupBy(await columnsOfCases(db), ({ table }) => table);
  await db.query('begin');
  // The copies fit together as the case does: looking each of them up once more takes most of the time.
  await db.query('set local session_replication_role = replica');
  for (const [table, own] of columns) {
    const key = table === 'case_file' || table === 'public_case' ? 'id' : 'case_id';
    await db.query(
      `insert into ${table} (${own.map(({ name }) => name).join(', ')})
       select ${own.map(valueIn).join(', ')}
       from ${table} t, generate_series($3::int, $4::int) n where t.${key} = $1 and $2 <> ''`,
      [id, number, there, count - 1],
    );
  }
  await db.query('commit');
  await db.query('vacuum analyze');
}
