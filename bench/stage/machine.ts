import { availableParallelism, cpus, loadavg } from 'node:os';
import type { Client as Connection } from 'pg';

/** Versions and machine, as each measurement says them first; the load is that of the last minute. */
export async function machine(db?: Connection): Promise<string> {
  const versions = db === undefined ? [] : (await db.query<{ version: string }>('select version()')).rows;
  const database = versions.map(({ version }) => `, ${version.split(' on ')[0] ?? ''}`).join('');
  return `${availableParallelism()} cores ${cpus()[0]?.model ?? ''}, Node ${process.versions.node}${database}, ${load()}`;
}

/** How much other work there was in the last minute. */
export const load = (): string => `load ${loadavg()[0]?.toFixed(1) ?? ''}`;
