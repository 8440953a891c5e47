import { sql } from 'kysely';
import type { BookingTable, Trx } from '../database/index.ts';
import type { After } from './paging.ts';

export interface BookingFilter {
  readonly place?: string | undefined;
  readonly room?: string | undefined;
  readonly area?: string | undefined;
  /** Those that touch this stretch (ISO). */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly cancelled?: boolean | undefined;
}

/** Bookings in order of their beginning. */
export async function listBookingRows(
  trx: Trx,
  county: string,
  filter: BookingFilter,
  after: After | undefined,
  limit: number,
): Promise<readonly BookingTable[]> {
  let query = trx.selectFrom('booking').selectAll().where('county', '=', county);
  if (filter.place !== undefined) query = query.where('place', '=', filter.place);
  if (filter.room !== undefined) query = query.where('room', '=', filter.room);
  if (filter.area !== undefined) query = query.where(sql<boolean>`starts_with(area, ${filter.area})`);
  if (filter.from !== undefined) query = query.where('to_at', '>', filter.from);
  if (filter.to !== undefined) query = query.where('from_at', '<', filter.to);
  if (filter.cancelled !== true) query = query.where('cancelled_at', 'is', null);
  if (after !== undefined) query = query.where(sql<boolean>`(from_at, id) > (${after.at}, ${after.id})`);
  return query.orderBy('from_at').orderBy('id').limit(limit).execute();
}

export async function findBookingRow(trx: Trx, county: string, id: string): Promise<BookingTable | undefined> {
  return trx.selectFrom('booking').selectAll().where('county', '=', county).where('id', '=', id).executeTakeFirst();
}

/** Who has the room in that time; ask with the room locked. */
export async function findOverlap(
  trx: Trx,
  county: string,
  wanted: { readonly room: string; readonly from: string; readonly to: string; readonly but?: string },
): Promise<BookingTable | undefined> {
  let query = trx
    .selectFrom('booking')
    .selectAll()
    .where('county', '=', county)
    .where('room', '=', wanted.room)
    .where('cancelled_at', 'is', null)
    .where('from_at', '<', wanted.to)
    .where('to_at', '>', wanted.from);
  if (wanted.but !== undefined) query = query.where('id', '!=', wanted.but);
  return query.orderBy('from_at').limit(1).executeTakeFirst();
}

export async function insertBooking(trx: Trx, row: BookingTable): Promise<void> {
  await trx.insertInto('booking').values(row).execute();
}

/** Changes a row that still has the version read. Answers whether it had. */
export async function updateBooking(trx: Trx, row: BookingTable): Promise<boolean> {
  const { county, id, version, ...rest } = row;
  const result = await trx
    .updateTable('booking')
    .set({ ...rest, version: version + 1 })
    .where('county', '=', county)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function roomNames(
  trx: Trx,
  county: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom('service_room')
    .select(['id', 'name'])
    .where('county', '=', county)
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
