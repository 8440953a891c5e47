import type { OwnerSession } from './migrate.ts';

/** As PostgreSQL's own `autovacuum` reckons: so many dead rows, and as many of a hundred living ones. */
const fewest = 500;
const percent = 20;

/**
 * Frees the room of rows that were changed or deleted, and counts anew what the planner knows of them, table by table where there are many
 * of them: what `autovacuum` does of a PostgreSQL, and nobody of the embedded one. Others wait for one table at a time.
 * @returns names of the tables, the fullest of dead rows first
 */
export async function vacuum(session: OwnerSession): Promise<readonly string[]> {
  // The counts come at most once a second otherwise, the last ones maybe never.
  await session.query('select pg_stat_force_next_flush()');
  const due = await session.query(
    `select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables
      where n_dead_tup > ${fewest} + n_live_tup * ${percent} / 100 order by n_dead_tup desc`,
  );
  const names = due.map(({ name }) => String(name));
  for (const name of names) await session.query(`vacuum (analyze) ${name}`);
  return names;
}
