import type { bookingChange, newBooking } from '@gezhi/contract/registers/index';
import { bookingRefusal } from '@gezhi/domain/registers/index';
import type { z } from 'zod';
import type { BookingTable, Trx } from '../database/index.ts';
import { newId } from '../new-id.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { findBookingRow, findOverlap, insertBooking, updateBooking } from './booking-store.ts';
import { iso, refuseRight, type RegisterDeps, type Staff } from './deps.ts';
import { lockRoom } from './place-store.ts';

function refuseSpan(from: string, to: string): Refusal | undefined {
  const wrong = bookingRefusal({ from: Date.parse(from), to: Date.parse(to) });
  return wrong === undefined ? undefined : refuse(wrong, { errors: [{ path: 'to', code: wrong }] });
}

/** Refuses where somebody has the room in that time. The caller holds the lock on the room. */
async function refuseTaken(
  trx: Trx,
  county: string,
  wanted: { readonly room: string; readonly from: string; readonly to: string; readonly but?: string },
): Promise<Refusal | undefined> {
  const other = await findOverlap(trx, county, wanted);
  return other === undefined ? undefined : refuse('booking.taken', { params: { title: other.title } });
}

/** Books a room, unless somebody has it; of two who book it at once one is refused. */
export async function bookRoom(
  trx: Trx,
  deps: Pick<RegisterDeps, 'clock'>,
  actor: Staff,
  given: z.output<typeof newBooking>,
): Promise<BookingTable | Refusal> {
  const { county } = actor;
  const wrong = refuseSpan(given.from, given.to);
  if (wrong !== undefined) return wrong;
  const room = await lockRoom(trx, county, given.room);
  if (room === undefined || room.retired_at !== null) return refuse('room.unknown');
  const refusal = refuseRight(actor, 'register.edit', [room.area]) ?? (await refuseTaken(trx, county, given));
  if (refusal !== undefined) return refusal;
  const row: BookingTable = {
    county,
    id: newId(),
    room: room.id,
    place: room.place,
    area: room.area,
    org: given.org ?? null,
    person: actor.person,
    title: given.title.trim(),
    from_at: given.from,
    to_at: given.to,
    held: null,
    attended: null,
    version: 1,
    created_at: iso(deps.clock.now()),
    cancelled_at: null,
  };
  await insertBooking(trx, row);
  return row;
}

/** Moves or cancels a booking, or notes what was held. */
export async function changeBooking(
  trx: Trx,
  deps: Pick<RegisterDeps, 'clock'>,
  actor: Staff,
  input: {
    readonly id: string;
    readonly change: z.output<typeof bookingChange>;
    readonly check: (row: BookingTable) => Refusal | undefined;
  },
): Promise<BookingTable | Refusal> {
  const { county } = actor;
  const { change } = input;
  const row = await findBookingRow(trx, county, input.id);
  if (row === undefined) return refuse('booking.notFound');
  const refusal = refuseRight(actor, 'register.edit', [row.area]) ?? input.check(row);
  if (refusal !== undefined) return refusal;
  if (row.cancelled_at !== null) return refuse('booking.cancelled');
  const next: BookingTable = {
    ...row,
    title: change.title?.trim() ?? row.title,
    from_at: change.from ?? row.from_at,
    to_at: change.to ?? row.to_at,
    held: change.held ?? row.held,
    attended: change.attended ?? row.attended,
    cancelled_at: change.cancelled === true ? iso(deps.clock.now()) : null,
  };
  const moved = next.from_at !== row.from_at || next.to_at !== row.to_at;
  if (moved && next.cancelled_at === null) {
    const wrong = refuseSpan(next.from_at, next.to_at);
    if (wrong !== undefined) return wrong;
    await lockRoom(trx, county, row.room);
    const taken = await refuseTaken(trx, county, { room: row.room, from: next.from_at, to: next.to_at, but: row.id });
    if (taken !== undefined) return taken;
  }
  if (!(await updateBooking(trx, next))) return refuse('http.stale', { params: { version: row.version } });
  return { ...next, version: row.version + 1 };
}
