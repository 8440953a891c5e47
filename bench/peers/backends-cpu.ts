import { setTimeout as wait } from 'node:timers/promises';
import type { Client as Connection } from 'pg';
import { cpuOf } from '../stage/cpu.ts';

const everyMs = 500;

/** Connections into the database of `db`, but that one itself: a process each, with its processor time so far. */
async function backendsOf(db: Connection): Promise<ReadonlyMap<number, number>> {
  const { rows } = await db.query<{ pid: number }>(
    'select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  return new Map(rows.map(({ pid }) => [pid, cpuOf(pid)]));
}

/**
 * Begins to count the processor time of a database's connections, also of such that begin or end meanwhile. Answers what
 * ends the counting and says how many milliseconds it was.
 */
export async function countBackends(db: Connection): Promise<() => Promise<number>> {
  const before = await backendsOf(db);
  const seen = new Map(before);
  let going = true;
  const look = async (): Promise<void> => {
    for (const [pid, cpu] of await backendsOf(db)) seen.set(pid, cpu);
  };
  const watching = (async () => {
    for (; going; await wait(everyMs)) await look();
  })();
  return async () => {
    going = false;
    await watching;
    await look();
    return [...seen].reduce((sum, [pid, cpu]) => sum + cpu - (before.get(pid) ?? 0), 0);
  };
}
