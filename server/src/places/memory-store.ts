import type { MultiPolygon } from '@gezhi/domain/places/index';
import type { Selectable } from 'kysely';
import type { AreaTable, Trx } from '../database/index.ts';

/** A version of a boundary as the memory of places reads it. */
export interface ChangedBoundary {
  readonly area: string;
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly boundary: MultiPolygon;
}

/** What changed in a county since a version. */
export interface Changes {
  readonly version: number;
  readonly areas: readonly Selectable<AreaTable>[];
  readonly boundaries: readonly ChangedBoundary[];
}

/** Version of the places of every county there is. */
export async function readVersions(trx: Trx): Promise<readonly { county: string; version: number }[]> {
  return trx.selectFrom('places_version').select(['county', 'version']).execute();
}

/**
 * Everything of a county that changed after a version. Writers of a county are lined up by its version row, so all
 * changes up to the version read are there; later ones that slip in are read once more next time.
 */
export async function readChanges(trx: Trx, county: string, since: number): Promise<Changes> {
  const head = await trx.selectFrom('places_version').select('version').where('county', '=', county).executeTakeFirst();
  const areas = await trx
    .selectFrom('area')
    .selectAll()
    .where('county', '=', county)
    .where('changed', '>', since)
    .execute();
  const boundaries = await trx
    .selectFrom('area_boundary')
    .select(['area', 'valid_from', 'valid_to', 'boundary'])
    .where('county', '=', county)
    .where('changed', '>', since)
    .execute();
  return { version: head?.version ?? 0, areas, boundaries: boundaries as readonly ChangedBoundary[] };
}
