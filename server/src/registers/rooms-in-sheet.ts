import type { ServiceRoomTable, Trx } from '../database/index.ts';
import { newId } from '../new-id.ts';
import { closeRoom, insertRoom, type StoredPlace } from './place-store.ts';

/** A room as a cell of a sheet names it. */
export interface RoomSaid {
  readonly name: string;
  readonly seats: number | null;
}

const one = /^(.+?)\s*(?:[(（]\s*(\d{1,5})\s*[)）])?$/;

/** Rooms as they stand in one cell: `多功能厅(40); 调解室`. */
export function roomsText(rooms: readonly RoomSaid[]): string {
  return rooms.map(({ name, seats }) => (seats === null ? name : `${name}(${seats})`)).join('; ');
}

/** The rooms that a cell names, seats in brackets. */
export function readRooms(text: string): readonly RoomSaid[] {
  return text
    .split(/[;；、\n]/)
    .map((part) => one.exec(part.trim()))
    .flatMap((found) => {
      if (found?.[1] === undefined) return [];
      return [{ name: found[1], seats: found[2] === undefined ? null : Number(found[2].normalize('NFKC')) }];
    });
}

/** Brings the rooms of a place to those named: new ones are added, those no longer named are booked no more. */
export async function writeRooms(
  trx: Trx,
  place: StoredPlace,
  there: readonly ServiceRoomTable[],
  wanted: readonly RoomSaid[],
  at: string,
): Promise<void> {
  const { county } = place;
  for (const room of there) {
    const said = wanted.find(({ name }) => name === room.name);
    if (said === undefined) await closeRoom(trx, county, room.id, at);
    else if (said.seats !== room.seats)
      await trx
        .updateTable('service_room')
        .set({ seats: said.seats })
        .where('county', '=', county)
        .where('id', '=', room.id)
        .execute();
  }
  const known = new Set(there.map(({ name }) => name));
  for (const { name, seats } of wanted.filter((room) => !known.has(room.name))) {
    await insertRoom(trx, {
      county,
      id: newId(),
      place: place.id,
      area: place.area,
      name,
      seats,
      created_at: at,
      retired_at: null,
    });
  }
}
