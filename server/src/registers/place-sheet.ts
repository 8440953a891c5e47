import { sayNamed } from '@gezhi/contract/words/index';
import { mayIn } from '@gezhi/domain/access/index';
import { hoursFit, hoursText, readHours, servicePlaceKinds, tidyAddress } from '@gezhi/domain/registers/index';
import type { Value, Values } from '@gezhi/domain/sheets/index';
import { sql } from 'kysely';
import type { ServiceRoomTable } from '../database/index.ts';
import { newId } from '../new-id.ts';
import type { CellFault, Examined, SheetContext, SheetKind, SheetRow, TypedRow } from '../sheets/index.ts';
import { iso, type RegisterDeps } from './deps.ts';
import { insertPlace, listPlaceRows, listRooms, moveRooms, type StoredPlace, updatePlace } from './place-store.ts';
import { readRooms, roomsText, writeRooms } from './rooms-in-sheet.ts';
import { textOf } from './sheet-look.ts';

type Deps = Pick<RegisterDeps, 'isArea'>;

const batch = 1_000;

interface Look {
  readonly places: readonly StoredPlace[];
  readonly rooms: readonly ServiceRoomTable[];
}

const roomsIn = (look: Look, place: string) => look.rooms.filter((room) => room.place === place);

/** The place a row means: by its id, else by area and name. */
function placeOf({ places }: Look, values: Values): StoredPlace | undefined {
  const id = textOf(values['id']);
  if (id !== '') return places.find((place) => place.id === id);
  return places.find(({ area, name }) => area === values['area'] && name === textOf(values['name']).trim());
}

/** A place as the sheet shows it; what was typed another way and means the same counts as the same. */
function shown(look: Look, place: StoredPlace, said: Values = {}): SheetRow {
  const { id, version, kind, name, area, address, phone, longitude, latitude } = place;
  const alike = (key: string, text: string, same: (typed: string) => string | undefined): Value => {
    const typed = textOf(said[key]);
    return (typed !== '' && same(typed) === text ? typed : text) || null;
  };
  const hours = alike('hours', hoursText(place.hours, '; '), (typed) => {
    const read = readHours(typed);
    return read && hoursText(read, '; ');
  });
  const rooms = alike('rooms', roomsText(roomsIn(look, id)), (typed) => roomsText(readRooms(typed)));
  const values = { area, kind, name, address, phone, hours, rooms, longitude, latitude, id };
  return { id, version: String(version), values };
}

function cellFaults(deps: Deps, { actor }: SheetContext, values: Values, before: StoredPlace | undefined): CellFault[] {
  const area = textOf(values['area']);
  if (area === '') return [];
  if (!deps.isArea(area)) return [{ column: 'area', code: 'sheet.fault.areaUnknown', params: { area } }];
  if (![area, before?.area ?? area].every((code) => mayIn(actor, 'register.edit', code)))
    return [{ column: 'area', code: 'sheet.fault.areaForbidden' }];
  const faults: CellFault[] = [];
  if (textOf(values['id']) !== '' && before === undefined) faults.push({ column: 'id', code: 'sheet.fault.idUnknown' });
  const hours = readHours(textOf(values['hours']));
  if (hours === undefined) faults.push({ column: 'hours', code: 'registers.fault.hours' });
  else if (!hoursFit(hours)) faults.push({ column: 'hours', code: 'problem.servicePlace.hours.invalid' });
  const rooms = readRooms(textOf(values['rooms'])).map(({ name }) => name);
  if (new Set(rooms).size < rooms.length) faults.push({ column: 'rooms', code: 'registers.fault.rooms' });
  if ((values['longitude'] == null) !== (values['latitude'] == null))
    faults.push({ column: values['longitude'] == null ? 'longitude' : 'latitude', code: 'registers.fault.point' });
  return faults;
}

/** The place as it would be kept. */
function nextOf({ county, now }: SheetContext, values: Values, before: StoredPlace | undefined): StoredPlace {
  const base: StoredPlace = before ?? {
    county,
    id: newId(),
    kind: 'other',
    name: '',
    area: '',
    address: null,
    longitude: null,
    latitude: null,
    org: null,
    phone: null,
    hours: [],
    version: 1,
    created_at: iso(now),
    retired_at: null,
  };
  const text = (key: string, was: string | null) => (values[key] === undefined ? was : textOf(values[key]) || null);
  const number = (key: string, was: number | null) => {
    const value = values[key];
    return value === undefined ? was : typeof value === 'number' ? value : null;
  };
  return {
    ...base,
    area: textOf(values['area']),
    kind: textOf(values['kind']) || base.kind,
    name: textOf(values['name']).trim() || base.name,
    address: text('address', base.address),
    phone: text('phone', base.phone),
    longitude: number('longitude', base.longitude),
    latitude: number('latitude', base.latitude),
    hours: values['hours'] === undefined ? base.hours : (readHours(textOf(values['hours'])) ?? base.hours),
  };
}

/** Service and meeting places as a sheet, with hours and rooms in a cell each; told again by area and name. */
export function placeSheet(deps: Deps): SheetKind {
  async function lookAt({ trx, county }: SheetContext, rows: readonly TypedRow[]): Promise<Look> {
    const all = (key: string) => [...new Set(rows.map(({ values }) => textOf(values[key]).trim()))];
    const { rows: places } = await sql<StoredPlace>`
      select * from service_place where county = ${county} and retired_at is null
        and (name = any(${all('name')}::text[]) or id = any(${all('id')}::text[]))`.execute(trx);
    const ids = places.map(({ id }) => id);
    return { places, rooms: await listRooms(trx, county, ids) };
  }

  return {
    code: 'servicePlaces',
    name: 'registers.kind.places',
    permission: { read: 'register.read', write: 'register.edit' },
    columns: [
      { key: 'area', heading: 'registers.column.area', type: 'code', required: true, longest: 30 },
      {
        key: 'kind',
        heading: 'registers.column.kind',
        type: 'choice',
        required: true,
        choices: ({ locale }) =>
          Promise.resolve(
            servicePlaceKinds.map((code) => ({ code, name: sayNamed(locale, `registers.place.${code}`, code) })),
          ),
      },
      { key: 'name', heading: 'registers.column.name', type: 'text', required: true, longest: 100 },
      { key: 'address', heading: 'registers.column.address', type: 'text', longest: 200 },
      { key: 'phone', heading: 'registers.column.phone', type: 'text', longest: 40 },
      { key: 'hours', heading: 'registers.column.hours', type: 'text', longest: 500, note: 'registers.note.hours' },
      {
        key: 'rooms',
        heading: 'registers.column.rooms',
        type: 'text',
        longest: 2_000,
        blank: 'keeps',
        note: 'registers.note.rooms',
      },
      { key: 'longitude', heading: 'registers.column.longitude', type: 'number', least: -180, most: 180 },
      { key: 'latitude', heading: 'registers.column.latitude', type: 'number', least: -90, most: 90 },
      {
        key: 'id',
        heading: 'registers.column.id',
        type: 'code',
        blank: 'keeps',
        longest: 40,
        note: 'sheet.note.id',
      },
    ],
    keyOf: (values) =>
      textOf(values['id']) || JSON.stringify([textOf(values['area']), tidyAddress(textOf(values['name']))]),
    read: async function* read({ trx, county, actor }, { under }) {
      for (let after: { at: string; id: string } | undefined; ; ) {
        const places = await listPlaceRows(trx, county, { area: under }, after, batch);
        const ids = places.map(({ id }) => id);
        const look = { places, rooms: await listRooms(trx, county, ids) };
        yield places.filter(({ area }) => mayIn(actor, 'register.read', area)).map((place) => shown(look, place));
        const last = places.at(-1);
        if (last === undefined || places.length < batch) return;
        after = { at: last.area, id: last.id };
      }
    },
    examine: async (context, rows) => {
      const look = await lookAt(context, rows);
      return rows.map(({ values }): Examined => {
        const before = placeOf(look, values);
        return { faults: cellFaults(deps, context, values, before), was: before && shown(look, before, values) };
      });
    },
    write: async (context, rows) => {
      const { trx, county, now } = context;
      const look = await lookAt(
        context,
        rows.map(({ row }) => row),
      );
      for (const { row } of rows) {
        const before = placeOf(look, row.values);
        const next = nextOf(context, row.values, before);
        if (before === undefined) await insertPlace(trx, next);
        else await updatePlace(trx, next);
        if (before !== undefined && before.area !== next.area) await moveRooms(trx, county, next.id, next.area);
        const rooms = readRooms(textOf(row.values['rooms']));
        if (rooms.length > 0) await writeRooms(trx, next, roomsIn(look, next.id), rooms, iso(now));
      }
    },
  };
}
