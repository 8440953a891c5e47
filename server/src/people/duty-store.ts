import { sql } from 'kysely';
import type { DutyTurnTable, Trx } from '../database/index.ts';
import type { AfterTime } from './paging.ts';

/** A desk: of an area, or of an organisation. */
export interface Desk {
  readonly area?: string | undefined;
  readonly org?: string | undefined;
}

/** Turns that overlap [from, to), in order of their beginning. */
export async function listTurnRows(
  trx: Trx,
  county: string,
  filter: Desk & { readonly from?: string | undefined; readonly to?: string | undefined },
  after: AfterTime | undefined,
  limit: number,
): Promise<readonly DutyTurnTable[]> {
  let query = trx.selectFrom('duty_turn').selectAll().where('county', '=', county);
  if (filter.area !== undefined) query = query.where('area', '=', filter.area);
  if (filter.org !== undefined) query = query.where('org', '=', filter.org);
  if (filter.from !== undefined) query = query.where('to_at', '>', filter.from);
  if (filter.to !== undefined) query = query.where('from_at', '<', filter.to);
  if (after !== undefined) query = query.where(sql<boolean>`(from_at, id) > (${after.at}, ${after.id})`);
  return query.orderBy('from_at').orderBy('id').limit(limit).execute();
}

/** Turns of a desk that hold at an ISO time. */
export async function listTurnsNow(
  trx: Trx,
  county: string,
  desk: Desk,
  now: string,
): Promise<readonly DutyTurnTable[]> {
  let query = trx
    .selectFrom('duty_turn')
    .selectAll()
    .where('county', '=', county)
    .where('from_at', '<=', now)
    .where('to_at', '>', now);
  if (desk.area !== undefined) query = query.where('area', '=', desk.area);
  if (desk.org !== undefined) query = query.where('org', '=', desk.org);
  return query.orderBy('from_at').orderBy('id').execute();
}

export async function findTurnRow(trx: Trx, county: string, id: string): Promise<DutyTurnTable | undefined> {
  return trx.selectFrom('duty_turn').selectAll().where('county', '=', county).where('id', '=', id).executeTakeFirst();
}

export async function insertTurn(trx: Trx, row: DutyTurnTable): Promise<void> {
  await trx.insertInto('duty_turn').values(row).execute();
}

export async function deleteTurn(trx: Trx, county: string, id: string): Promise<boolean> {
  const result = await trx.deleteFrom('duty_turn').where('county', '=', county).where('id', '=', id).executeTakeFirst();
  return result.numDeletedRows > 0n;
}
