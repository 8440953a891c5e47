import { sql } from 'kysely';
import type { OrganisationHandOverTable, Trx } from '../database/index.ts';
import type { AfterTime } from './paging.ts';

/** Keeps who took what; a thousand rows a statement. */
export async function insertHandOvers(trx: Trx, rows: readonly OrganisationHandOverTable[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 1000) {
    await trx
      .insertInto('organisation_hand_over')
      .values(rows.slice(from, from + 1000))
      .execute();
  }
}

export async function listHandOverRows(
  trx: Trx,
  county: string,
  organisation: string,
  after: AfterTime | undefined,
  limit: number,
): Promise<readonly OrganisationHandOverTable[]> {
  let query = trx
    .selectFrom('organisation_hand_over')
    .selectAll()
    .where('county', '=', county)
    .where('organisation', '=', organisation);
  if (after !== undefined) query = query.where(sql<boolean>`(at, id) > (${after.at}, ${after.id})`);
  return query.orderBy('at').orderBy('id').limit(limit).execute();
}
