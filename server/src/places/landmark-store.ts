import { prefixRange } from '@gezhi/domain/places/index';
import { sql } from 'kysely';
import type { Trx } from '../database/index.ts';

/** A landmark as it is kept; its line is a GeoJSON LineString. */
export interface StoredLandmark {
  readonly county: string;
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly address: string | null;
  readonly area: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly line: unknown;
}

const rowsAtOnce = 500;

export async function listLandmarkRows(
  trx: Trx,
  county: string,
  under: string | undefined,
  after: string | undefined,
  limit: number,
): Promise<readonly StoredLandmark[]> {
  let query = trx.selectFrom('landmark').selectAll().where('county', '=', county);
  if (under !== undefined) {
    const { from, before } = prefixRange(under);
    query = query.where('area', '>=', from).where('area', '<', before);
  }
  if (after !== undefined) query = query.where('id', '>', after);
  return query.orderBy('id').limit(limit).execute();
}

export async function readLandmarks(
  trx: Trx,
  county: string,
  ids: readonly string[],
): Promise<readonly StoredLandmark[]> {
  if (ids.length === 0) return [];
  return trx.selectFrom('landmark').selectAll().where('county', '=', county).where('id', 'in', ids).execute();
}

export async function readLandmarksIn(
  trx: Trx,
  county: string,
  areas: readonly string[],
): Promise<readonly StoredLandmark[]> {
  if (areas.length === 0) return [];
  return trx.selectFrom('landmark').selectAll().where('county', '=', county).where('area', 'in', areas).execute();
}

/** Landmarks with a course of their own (roads) under an area. */
export async function readLinesUnder(trx: Trx, county: string, under: string): Promise<readonly StoredLandmark[]> {
  const { from, before } = prefixRange(under);
  return trx
    .selectFrom('landmark')
    .selectAll()
    .where('county', '=', county)
    .where('area', '>=', from)
    .where('area', '<', before)
    .where('line', 'is not', null)
    .orderBy('id')
    .execute();
}

/** Adds landmarks, or replaces those with the same id. */
export async function putLandmarks(trx: Trx, rows: readonly StoredLandmark[]): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const values = rows
      .slice(from, from + rowsAtOnce)
      .map((row) => ({ ...row, line: row.line === null ? null : JSON.stringify(row.line) }));
    await trx
      .insertInto('landmark')
      .values(values)
      .onConflict((on) =>
        on.columns(['county', 'id']).doUpdateSet({
          address: sql`excluded.address`,
          longitude: sql`excluded.longitude`,
          latitude: sql`excluded.latitude`,
          line: sql`excluded.line`,
        }),
      )
      .execute();
  }
}

export async function deleteLandmark(trx: Trx, county: string, id: string): Promise<void> {
  await trx.deleteFrom('landmark').where('county', '=', county).where('id', '=', id).execute();
}
