import { sql } from 'kysely';
import type { ServicePlaceTable, ServiceRoomTable, Trx } from '../database/index.ts';
import { type After, likePart } from './paging.ts';

/** A place as it is kept, its hours read. */
export type StoredPlace = Omit<ServicePlaceTable, 'hours'> & {
  readonly hours: readonly { readonly day: number; readonly from: number; readonly to: number }[];
};

export interface PlaceFilter {
  readonly area?: string | undefined;
  readonly kind?: string | undefined;
  readonly q?: string | undefined;
  readonly retired?: boolean | undefined;
}

/** Places by area. */
export async function listPlaceRows(
  trx: Trx,
  county: string,
  filter: PlaceFilter,
  after: After | undefined,
  limit: number,
): Promise<readonly StoredPlace[]> {
  let query = trx.selectFrom('service_place').selectAll().where('county', '=', county);
  if (filter.area !== undefined) query = query.where(sql<boolean>`starts_with(area, ${filter.area})`);
  if (filter.kind !== undefined) query = query.where('kind', '=', filter.kind);
  if (filter.q !== undefined && filter.q.trim() !== '') query = query.where('name', 'ilike', likePart(filter.q));
  if (filter.retired !== true) query = query.where('retired_at', 'is', null);
  if (after !== undefined) query = query.where(sql<boolean>`(area, id) > (${after.at}, ${after.id})`);
  return (await query.orderBy('area').orderBy('id').limit(limit).execute()) as StoredPlace[];
}

export async function findPlaceRow(trx: Trx, county: string, id: string): Promise<StoredPlace | undefined> {
  const row = await trx
    .selectFrom('service_place')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirst();
  return row as StoredPlace | undefined;
}

export async function insertPlace(trx: Trx, row: StoredPlace): Promise<void> {
  await trx
    .insertInto('service_place')
    .values({ ...row, hours: JSON.stringify(row.hours) })
    .execute();
}

/** Changes a row that still has the version read. Answers whether it had. */
export async function updatePlace(trx: Trx, row: StoredPlace): Promise<boolean> {
  const { county, id, version, hours, ...rest } = row;
  const result = await trx
    .updateTable('service_place')
    .set({ ...rest, hours: JSON.stringify(hours), version: version + 1 })
    .where('county', '=', county)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Rooms of places that can be booked, by name. */
export async function listRooms(
  trx: Trx,
  county: string,
  places: readonly string[],
): Promise<readonly ServiceRoomTable[]> {
  if (places.length === 0) return [];
  return trx
    .selectFrom('service_room')
    .selectAll()
    .where('county', '=', county)
    .where('place', 'in', places)
    .where('retired_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/**
 * A room with its row locked to the end of the transaction: of two who book it at once, the second waits for the first
 * and sees what it booked.
 */
export async function lockRoom(trx: Trx, county: string, id: string): Promise<ServiceRoomTable | undefined> {
  return trx
    .selectFrom('service_room')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function insertRoom(trx: Trx, row: ServiceRoomTable): Promise<void> {
  await trx.insertInto('service_room').values(row).execute();
}

export async function closeRoom(trx: Trx, county: string, id: string, at: string): Promise<void> {
  await trx
    .updateTable('service_room')
    .set({ retired_at: at })
    .where('county', '=', county)
    .where('id', '=', id)
    .where('retired_at', 'is', null)
    .execute();
}

/** Rooms move with their place to the staff of another area. */
export async function moveRooms(trx: Trx, county: string, place: string, area: string): Promise<void> {
  await trx.updateTable('service_room').set({ area }).where('county', '=', county).where('place', '=', place).execute();
}
