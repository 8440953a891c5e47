import type { MultiPolygon } from '@gezhi/domain/places/index';
import { sql } from 'kysely';
import type { Trx } from '../database/index.ts';
import { readBoundariesUnder } from './boundary-store.ts';

/** Shapes that hold at an ISO instant: of an area and everything under it, or of the codes named alone. */
export async function readShapes(
  trx: Trx,
  county: string,
  which: { readonly under: string; readonly codes?: readonly string[] | undefined },
  at: string,
): Promise<ReadonlyMap<string, MultiPolygon>> {
  if (which.codes === undefined) {
    const rows = await readBoundariesUnder(trx, county, which.under, at);
    return new Map(rows.map(({ area, boundary }) => [area, boundary]));
  }
  // A county map shows hundreds of areas; the grids under them are tens of thousands, each of kilobytes.
  const { rows } = await sql<{ area: string; boundary: MultiPolygon }>`
    select area, boundary from area_boundary
    where county = ${county} and area = any(${which.codes}::text[])
      and valid_from <= ${at} and (valid_to is null or valid_to > ${at})`.execute(trx);
  return new Map(rows.map(({ area, boundary }) => [area, boundary]));
}
