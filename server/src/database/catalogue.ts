import type { OwnerSession } from './migrate.ts';

/** A table as the database knows it. */
export interface CataloguedTable {
  /** Quoted, with its schema. */
  readonly name: string;
  readonly columns: readonly string[];
  /** Whether its rows belong to counties. */
  readonly ofCounty: boolean;
}

const tablesSql = `
  select format('%I.%I', n.nspname, c.relname) as name,
         array(select a.attname::text from pg_attribute a
               where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
               order by a.attnum) as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and not c.relispartition
    and (n.nspname in ('public', 'auth') or (n.nspname = 'pgboss' and c.relname in ('queue', 'job')))
    and c.relname not like 'pg_dist_%'
  -- Queues before their jobs.
  order by n.nspname, c.relname desc`;

/** Every table with data of the program, and the two of pg-boss that hold work not yet done. */
export async function listTables(owner: OwnerSession): Promise<CataloguedTable[]> {
  const rows = await owner.query(tablesSql);
  return rows.map((row) => {
    const columns = row['columns'] as string[];
    return { name: String(row['name']), columns, ofCounty: columns.includes('county') };
  });
}

/** Next values of the program's sequences by quoted name. */
export async function listSequences(owner: OwnerSession): Promise<Record<string, number>> {
  const names = await owner.query(
    "select format('%I.%I', schemaname, sequencename) as name from pg_sequences where schemaname in ('public', 'auth') order by 1",
  );
  const values: Record<string, number> = {};
  for (const { name } of names) {
    const [row] = await owner.query(
      `select last_value + case when is_called then 1 else 0 end as next from ${String(name)}`,
    );
    values[String(name)] = Number(row?.['next']);
  }
  return values;
}

/** Foreign keys of the program's tables, as the statements that drop and make them. */
export async function listForeignKeys(
  owner: OwnerSession,
): Promise<{ readonly drop: string; readonly make: string }[]> {
  const rows = await owner.query(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
           format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as make
    from pg_constraint
    where contype = 'f' and conparentid = 0
      and connamespace in (select oid from pg_namespace where nspname in ('public', 'auth'))
    order by conname`);
  return rows.map((row) => ({ drop: String(row['drop']), make: String(row['make']) }));
}
