import type { Trx } from '../database/index.ts';

/** Areas and zones an organisation serves beside the area that keeps it. */
export interface Served {
  readonly areas: readonly string[];
  readonly zones: readonly string[];
}

export async function readServed(trx: Trx, county: string, organisation: string): Promise<Served> {
  const areas = await trx
    .selectFrom('organisation_area')
    .select('area')
    .where('county', '=', county)
    .where('organisation', '=', organisation)
    .orderBy('area')
    .execute();
  const zones = await trx
    .selectFrom('organisation_zone')
    .select('zone')
    .where('county', '=', county)
    .where('organisation', '=', organisation)
    .orderBy('zone')
    .execute();
  return { areas: areas.map(({ area }) => area), zones: zones.map(({ zone }) => zone) };
}

/** @param reach code of the area that keeps the organisation */
export async function replaceServed(
  trx: Trx,
  county: string,
  organisation: string,
  reach: string,
  served: Served,
): Promise<void> {
  for (const table of ['organisation_area', 'organisation_zone'] as const) {
    await trx.deleteFrom(table).where('county', '=', county).where('organisation', '=', organisation).execute();
  }
  const areas = served.areas.map((area) => ({ county, organisation, area, reach }));
  const zones = served.zones.map((zone) => ({ county, organisation, zone, reach }));
  if (areas.length > 0) await trx.insertInto('organisation_area').values(areas).execute();
  if (zones.length > 0) await trx.insertInto('organisation_zone').values(zones).execute();
}

/** Ids of these zones that are there. */
export async function readZoneNames(
  trx: Trx,
  county: string,
  ids: readonly string[],
): Promise<readonly { readonly id: string; readonly purpose: string; readonly name: string }[]> {
  if (ids.length === 0) return [];
  return trx
    .selectFrom('zone')
    .select(['id', 'purpose', 'name'])
    .where('county', '=', county)
    .where('id', 'in', ids)
    .orderBy('name')
    .execute();
}
