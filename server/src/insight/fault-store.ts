import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { FaultTable, Trx } from '../database/index.ts';

export type FaultRow = Selectable<FaultTable>;

/** Adds a fault, unless one of its kind stands open about the same thing. Needs the system's scope. */
export async function insertFault(trx: Trx, row: Omit<FaultRow, 'cleared_at'>): Promise<void> {
  await trx
    .insertInto('fault')
    .values({ ...row, detail: JSON.stringify(row.detail), cleared_at: null })
    .onConflict((on) => on.columns(['county', 'kind', 'ref']).where('cleared_at', 'is', null).doNothing())
    .execute();
}

/** Clears the open faults of a kind about a thing. Needs the system's scope. */
export async function clearFaultRows(trx: Trx, county: string, kind: string, ref: string, at: string): Promise<void> {
  await trx
    .updateTable('fault')
    .set({ cleared_at: at })
    .where('county', '=', county)
    .where('kind', '=', kind)
    .where('ref', '=', ref)
    .where('cleared_at', 'is', null)
    .execute();
}

/** Clears every open fault of a case. Needs the system's scope. */
export async function clearFaultsOfCase(trx: Trx, county: string, caseId: string, at: string): Promise<void> {
  await trx
    .updateTable('fault')
    .set({ cleared_at: at })
    .where('county', '=', county)
    .where('case_id', '=', caseId)
    .where('cleared_at', 'is', null)
    .execute();
}

/** Open faults in scope, newest first; `area` keeps those about it and all under it. */
export async function listOpenFaults(
  trx: Trx,
  county: string,
  area: string | undefined,
  limit: number,
): Promise<readonly FaultRow[]> {
  let query = trx.selectFrom('fault').selectAll().where('county', '=', county).where('cleared_at', 'is', null);
  if (area !== undefined) query = query.where(sql<boolean>`starts_with(area, ${area})`);
  return query.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute();
}
