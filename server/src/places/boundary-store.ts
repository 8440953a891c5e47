import { type MultiPolygon, prefixRange } from '@gezhi/domain/places/index';
import { sql } from 'kysely';
import type { Trx } from '../database/index.ts';

/** One dated version of a boundary. Instants are ISO. */
export interface StoredBoundary {
  readonly county: string;
  readonly area: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly boundary: MultiPolygon;
  readonly squareMetres: number;
  readonly longitude: number;
  readonly latitude: number;
  readonly changed: number;
  readonly reason: string | null;
  /** Person who drew it by hand. */
  readonly drawnBy: string | null;
}

const columns = [
  'county',
  'area',
  'valid_from as validFrom',
  'valid_to as validTo',
  'boundary',
  'square_metres as squareMetres',
  'longitude',
  'latitude',
  'changed',
  'reason',
  'drawn_by as drawnBy',
] as const;
// A boundary is a few kilobytes, so a batch of these stays in the megabytes.
const rowsAtOnce = 200;

/** All versions of some areas, the first one first. */
export async function readBoundaries(
  trx: Trx,
  county: string,
  areas: readonly string[],
): Promise<readonly StoredBoundary[]> {
  if (areas.length === 0) return [];
  const rows = await trx
    .selectFrom('area_boundary')
    .select(columns)
    .where('county', '=', county)
    .where('area', 'in', areas)
    .orderBy('area')
    .orderBy('valid_from')
    .execute();
  return rows as readonly StoredBoundary[];
}

/** Names of those who drew some versions, by person. */
export async function readDrawers(
  trx: Trx,
  county: string,
  versions: readonly StoredBoundary[],
): Promise<ReadonlyMap<string, string>> {
  const people = [...new Set(versions.flatMap(({ drawnBy }) => drawnBy ?? []))];
  if (people.length === 0) return new Map();
  const rows = await trx
    .selectFrom('person')
    .select(['id', 'name'])
    .where('county', '=', county)
    .where('id', 'in', people)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The versions that hold at an instant, of an area and everything under it. */
export async function readBoundariesUnder(
  trx: Trx,
  county: string,
  under: string,
  at: string,
): Promise<readonly StoredBoundary[]> {
  const { from, before } = prefixRange(under);
  const rows = await trx
    .selectFrom('area_boundary')
    .select(columns)
    .where('county', '=', county)
    .where('area', '>=', from)
    .where('area', '<', before)
    .where('valid_from', '<=', at)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', at)]))
    .execute();
  return rows as readonly StoredBoundary[];
}

/** Centres of the versions that hold at an instant, by area. */
export async function readCentres(
  trx: Trx,
  county: string,
  areas: readonly string[],
  at: string,
): Promise<ReadonlyMap<string, readonly [number, number]>> {
  if (areas.length === 0) return new Map();
  const rows = await trx
    .selectFrom('area_boundary')
    .select(['area', 'longitude', 'latitude'])
    .where('county', '=', county)
    .where('area', 'in', areas)
    .where('valid_from', '<=', at)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', at)]))
    .execute();
  return new Map(rows.map((row) => [row.area, [row.longitude, row.latitude]]));
}

/** Adds versions, or replaces those that begin at the same instant. */
export async function putBoundaryRows(trx: Trx, rows: readonly StoredBoundary[]): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const values = rows.slice(from, from + rowsAtOnce).map((row) => ({
      county: row.county,
      area: row.area,
      valid_from: row.validFrom,
      valid_to: row.validTo,
      boundary: JSON.stringify(row.boundary),
      square_metres: row.squareMetres,
      longitude: row.longitude,
      latitude: row.latitude,
      changed: row.changed,
      reason: row.reason,
      drawn_by: row.drawnBy,
    }));
    await trx
      .insertInto('area_boundary')
      .values(values)
      .onConflict((on) =>
        on.columns(['county', 'area', 'valid_from']).doUpdateSet({
          valid_to: sql`excluded.valid_to`,
          boundary: sql`excluded.boundary`,
          square_metres: sql`excluded.square_metres`,
          longitude: sql`excluded.longitude`,
          latitude: sql`excluded.latitude`,
          changed: sql`excluded.changed`,
          reason: sql`excluded.reason`,
          drawn_by: sql`excluded.drawn_by`,
        }),
      )
      .execute();
  }
}

/** Ends a version. */
export async function endBoundary(
  trx: Trx,
  row: Pick<StoredBoundary, 'county' | 'area' | 'validFrom'>,
  validTo: string,
  changed: number,
): Promise<void> {
  await trx
    .updateTable('area_boundary')
    .set({ valid_to: validTo, changed })
    .where('county', '=', row.county)
    .where('area', '=', row.area)
    .where('valid_from', '=', row.validFrom)
    .execute();
}
