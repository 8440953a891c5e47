import { type BookingRow, type ServicePlaceRow, servicePlaceRoutes as routes } from '@gezhi/contract/registers/index';
import type { FastifyInstance } from 'fastify';
import type { BookingTable, Trx } from '../database/index.ts';
import { etagOf, refuseStale, serve } from '../http/index.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { bookRoom, changeBooking } from './book-room.ts';
import { listBookingRows, roomNames } from './booking-store.ts';
import { bookingColumns, placeColumns } from './columns.ts';
import { changing, plainly, reading, type Run, type ServedDeps, type Staff } from './deps.ts';
import { readNamed } from './names.ts';
import { pageBy } from './paging.ts';
import { findPlaceRow, listPlaceRows, listRooms, type StoredPlace } from './place-store.ts';
import { addPlace, addRoom, changePlace, retireRoom } from './write-place.ts';

async function shownPlaces(
  trx: Trx,
  county: string,
  rows: readonly StoredPlace[],
): Promise<readonly ServicePlaceRow[]> {
  const rooms = await listRooms(
    trx,
    county,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as ServicePlaceRow['kind'],
    name: row.name,
    area: row.area,
    hours: [...row.hours],
    rooms: rooms
      .filter(({ place }) => place === row.id)
      .map(({ id, name, seats }) => ({ id, name, ...(seats === null ? {} : { seats }) })),
    version: row.version,
    ...(row.address === null ? {} : { address: row.address }),
    ...(row.longitude === null || row.latitude === null
      ? {}
      : { point: [row.longitude, row.latitude] satisfies [number, number] }),
    ...(row.org === null ? {} : { org: row.org }),
    ...(row.phone === null ? {} : { phone: row.phone }),
    ...(row.retired_at === null ? {} : { retiredAt: row.retired_at }),
  }));
}

async function shownBookings(trx: Trx, county: string, rows: readonly BookingTable[]): Promise<readonly BookingRow[]> {
  const rooms = await roomNames(
    trx,
    county,
    rows.map(({ room }) => room),
  );
  const { people } = await readNamed(trx, county, rows);
  return rows.map((row) => ({
    id: row.id,
    room: row.room,
    roomName: rooms.get(row.room) ?? '',
    place: row.place,
    area: row.area,
    person: row.person,
    personName: people.get(row.person) ?? '',
    title: row.title,
    from: row.from_at,
    to: row.to_at,
    version: row.version,
    ...(row.org === null ? {} : { org: row.org }),
    ...(row.held === null ? {} : { held: row.held }),
    ...(row.attended === null ? {} : { attended: row.attended }),
    ...(row.cancelled_at === null ? {} : { cancelledAt: row.cancelled_at }),
  }));
}

/** Does work on a row and shows what became of it. */
async function done<Row, Shown>(
  run: Run,
  actor: Parameters<typeof changing>[1],
  work: (trx: Trx, staff: Staff) => Promise<Row | Refusal>,
  show: (trx: Trx, county: string, rows: readonly Row[]) => Promise<readonly Shown[]>,
): Promise<Shown | Refusal> {
  return changing<Shown>(run, actor, async (trx, staff) => {
    const row = await work(trx, staff);
    if (isRefusal(row)) return row;
    const [shown] = await show(trx, staff.county, [row]);
    return shown ?? refuse('http.internal');
  });
}

/** Places, their rooms and the bookings. */
export function serveServicePlaces(app: FastifyInstance, deps: ServedDeps): void {
  serve(
    app,
    deps,
    routes.list,
    async ({ actor, query }) =>
      reading(deps, actor, (trx, { county }) =>
        pageBy(deps.keys, routes.list.name, query, {
          read: (after, limit) =>
            listPlaceRows(trx, county, { ...query, retired: query.retired === 'true' }, after, limit),
          show: (rows) => shownPlaces(trx, county, rows),
          place: (row) => [row.area, row.id],
        }),
      ),
    { csv: placeColumns },
  );
  serve(app, deps, routes.get, async ({ actor, params, reply }) =>
    reading(deps, actor, async (trx, { county }) => {
      const row = await findPlaceRow(trx, county, params.id);
      const [shown] = row === undefined ? [] : await shownPlaces(trx, county, [row]);
      if (shown === undefined) return refuse('servicePlace.notFound');
      reply.header('etag', etagOf(shown.version));
      return shown;
    }),
  );
  serve(app, deps, routes.create, async ({ actor, body, once, reply }) => {
    const made = await done(once, actor, (trx, staff) => addPlace(trx, deps, staff, body), shownPlaces);
    if (!isRefusal(made)) reply.header('etag', etagOf(made.version));
    return made;
  });
  serve(app, deps, routes.change, async ({ actor, params, body, ifMatch, reply }) => {
    const check = (row: { version: number }) => refuseStale(ifMatch, row.version);
    const made = await done(
      plainly(deps),
      actor,
      (trx, staff) => changePlace(trx, deps, staff, { id: params.id, change: body, check }),
      shownPlaces,
    );
    if (!isRefusal(made)) reply.header('etag', etagOf(made.version));
    return made;
  });
  serve(app, deps, routes.addRoom, async ({ actor, params, body, once }) =>
    done(once, actor, (trx, staff) => addRoom(trx, deps, staff, { place: params.id, room: body }), shownPlaces),
  );
  serve(app, deps, routes.retireRoom, async ({ actor, params }) =>
    done(plainly(deps), actor, (trx, staff) => retireRoom(trx, deps, staff, params.id), shownPlaces),
  );
  serve(
    app,
    deps,
    routes.bookings,
    async ({ actor, query }) =>
      reading(deps, actor, (trx, { county }) =>
        pageBy(deps.keys, routes.bookings.name, query, {
          read: (after, limit) =>
            listBookingRows(trx, county, { ...query, cancelled: query.cancelled === 'true' }, after, limit),
          show: (rows) => shownBookings(trx, county, rows),
          place: (row) => [row.from_at, row.id],
        }),
      ),
    { csv: bookingColumns },
  );
  serve(app, deps, routes.book, async ({ actor, body, once, reply }) => {
    const made = await done(once, actor, (trx, staff) => bookRoom(trx, deps, staff, body), shownBookings);
    if (!isRefusal(made)) reply.header('etag', etagOf(made.version));
    return made;
  });
  serve(app, deps, routes.changeBooking, async ({ actor, params, body, ifMatch, reply }) => {
    const check = (row: { version: number }) => refuseStale(ifMatch, row.version);
    const made = await done(
      plainly(deps),
      actor,
      (trx, staff) => changeBooking(trx, deps, staff, { id: params.id, change: body, check }),
      shownBookings,
    );
    if (!isRefusal(made)) reply.header('etag', etagOf(made.version));
    return made;
  });
}
