import type { newRoom, newServicePlace, servicePlaceChange } from '@gezhi/contract/registers/index';
import { hoursFit } from '@gezhi/domain/registers/index';
import type { z } from 'zod';
import type { Trx } from '../database/index.ts';
import { newId } from '../new-id.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { iso, refuseArea, refuseRight, type RegisterDeps, type Staff } from './deps.ts';
import {
  closeRoom,
  findPlaceRow,
  insertPlace,
  insertRoom,
  lockRoom,
  moveRooms,
  type StoredPlace,
  updatePlace,
} from './place-store.ts';

type PlaceDeps = Pick<RegisterDeps, 'clock' | 'isArea'>;

async function refuseValues(
  trx: Trx,
  deps: PlaceDeps,
  place: Pick<StoredPlace, 'county' | 'area' | 'hours' | 'org'>,
): Promise<Refusal | undefined> {
  const unknown = refuseArea(deps, place.area);
  if (unknown !== undefined) return unknown;
  if (!hoursFit(place.hours))
    return refuse('servicePlace.hours.invalid', { errors: [{ path: 'hours', code: 'invalid' }] });
  if (place.org === null) return undefined;
  const org = await trx
    .selectFrom('organisation')
    .select('id')
    .where('county', '=', place.county)
    .where('id', '=', place.org)
    .executeTakeFirst();
  return org === undefined ? refuse('organisation.unknown') : undefined;
}

/** Adds a place where the actor keeps registers. */
export async function addPlace(
  trx: Trx,
  deps: PlaceDeps,
  actor: Staff,
  given: z.output<typeof newServicePlace>,
): Promise<StoredPlace | Refusal> {
  const row: StoredPlace = {
    county: actor.county,
    id: newId(),
    kind: given.kind,
    name: given.name.trim(),
    area: given.area,
    address: given.address ?? null,
    longitude: given.point?.[0] ?? null,
    latitude: given.point?.[1] ?? null,
    org: given.org ?? null,
    phone: given.phone ?? null,
    hours: given.hours,
    version: 1,
    created_at: iso(deps.clock.now()),
    retired_at: null,
  };
  const refusal = refuseRight(actor, 'register.edit', [given.area]) ?? (await refuseValues(trx, deps, row));
  if (refusal !== undefined) return refusal;
  await insertPlace(trx, row);
  return row;
}

/** Changes a place, or closes and opens it. */
export async function changePlace(
  trx: Trx,
  deps: PlaceDeps,
  actor: Staff,
  input: {
    readonly id: string;
    readonly change: z.output<typeof servicePlaceChange>;
    readonly check: (row: StoredPlace) => Refusal | undefined;
  },
): Promise<StoredPlace | Refusal> {
  const { change } = input;
  const row = await findPlaceRow(trx, actor.county, input.id);
  if (row === undefined) return refuse('servicePlace.notFound');
  const kept = <T>(next: T | undefined, now: T): T => (next === undefined ? now : next);
  const next: StoredPlace = {
    ...row,
    kind: change.kind ?? row.kind,
    name: change.name?.trim() ?? row.name,
    area: change.area ?? row.area,
    address: kept(change.address, row.address),
    longitude: change.point === undefined ? row.longitude : (change.point?.[0] ?? null),
    latitude: change.point === undefined ? row.latitude : (change.point?.[1] ?? null),
    org: kept(change.org, row.org),
    phone: kept(change.phone, row.phone),
    hours: change.hours ?? row.hours,
    retired_at:
      change.retired === undefined ? row.retired_at : change.retired ? (row.retired_at ?? iso(deps.clock.now())) : null,
  };
  const refusal =
    refuseRight(actor, 'register.edit', [row.area, next.area]) ??
    input.check(row) ??
    (await refuseValues(trx, deps, next));
  if (refusal !== undefined) return refusal;
  if (!(await updatePlace(trx, next))) return refuse('http.stale', { params: { version: row.version } });
  if (next.area !== row.area) await moveRooms(trx, actor.county, row.id, next.area);
  return { ...next, version: row.version + 1 };
}

/** Adds a room that can be booked. */
export async function addRoom(
  trx: Trx,
  deps: PlaceDeps,
  actor: Staff,
  input: { readonly place: string; readonly room: z.output<typeof newRoom> },
): Promise<StoredPlace | Refusal> {
  const place = await findPlaceRow(trx, actor.county, input.place);
  if (place === undefined) return refuse('servicePlace.notFound');
  const refusal = refuseRight(actor, 'register.edit', [place.area]);
  if (refusal !== undefined) return refusal;
  await insertRoom(trx, {
    county: actor.county,
    id: newId(),
    place: place.id,
    area: place.area,
    name: input.room.name.trim(),
    seats: input.room.seats ?? null,
    created_at: iso(deps.clock.now()),
    retired_at: null,
  });
  return place;
}

/** Takes a room out of booking. */
export async function retireRoom(trx: Trx, deps: PlaceDeps, actor: Staff, id: string): Promise<StoredPlace | Refusal> {
  const room = await lockRoom(trx, actor.county, id);
  if (room === undefined) return refuse('room.notFound');
  const refusal = refuseRight(actor, 'register.edit', [room.area]);
  if (refusal !== undefined) return refusal;
  await closeRoom(trx, actor.county, id, iso(deps.clock.now()));
  return (await findPlaceRow(trx, actor.county, room.place)) ?? refuse('servicePlace.notFound');
}
