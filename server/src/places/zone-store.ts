import type { Trx } from '../database/index.ts';

export interface StoredZone {
  readonly county: string;
  readonly id: string;
  readonly purpose: string;
  readonly name: string;
  readonly version: number;
}

/** Where a page of zones begins: after this one. */
export interface AfterZone {
  readonly purpose: string;
  readonly name: string;
  readonly id: string;
}

export async function listZoneRows(
  trx: Trx,
  county: string,
  purpose: string | undefined,
  after: AfterZone | undefined,
  limit: number,
): Promise<readonly StoredZone[]> {
  let query = trx.selectFrom('zone').selectAll().where('county', '=', county);
  if (purpose !== undefined) query = query.where('purpose', '=', purpose);
  if (after !== undefined) {
    query = query.where((eb) =>
      eb(eb.refTuple('purpose', 'name', 'id'), '>', eb.tuple(after.purpose, after.name, after.id)),
    );
  }
  return query.orderBy('purpose').orderBy('name').orderBy('id').limit(limit).execute();
}

export async function findZoneRow(trx: Trx, county: string, id: string): Promise<StoredZone | undefined> {
  return trx.selectFrom('zone').selectAll().where('county', '=', county).where('id', '=', id).executeTakeFirst();
}

export async function findZoneNamed(
  trx: Trx,
  county: string,
  purpose: string,
  name: string,
): Promise<StoredZone | undefined> {
  return trx
    .selectFrom('zone')
    .selectAll()
    .where('county', '=', county)
    .where('purpose', '=', purpose)
    .where('name', '=', name)
    .executeTakeFirst();
}

/** Members of zones, by zone, lowest code first. */
export async function readZoneAreas(
  trx: Trx,
  county: string,
  zones: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const members = new Map<string, string[]>(zones.map((zone) => [zone, []]));
  if (zones.length === 0) return members;
  const rows = await trx
    .selectFrom('zone_area')
    .select(['zone', 'area'])
    .where('county', '=', county)
    .where('zone', 'in', zones)
    .orderBy('area')
    .execute();
  for (const { zone, area } of rows) members.get(zone)?.push(area);
  return members;
}

/** Zones that name any of some areas. */
export async function readZonesNaming(
  trx: Trx,
  county: string,
  areas: readonly string[],
): Promise<readonly StoredZone[]> {
  if (areas.length === 0) return [];
  return trx
    .selectFrom('zone')
    .innerJoin('zone_area', (join) =>
      join.onRef('zone_area.county', '=', 'zone.county').onRef('zone_area.zone', '=', 'zone.id'),
    )
    .selectAll('zone')
    .distinct()
    .where('zone.county', '=', county)
    .where('zone_area.area', 'in', areas)
    .orderBy('zone.id')
    .execute();
}

export async function insertZone(trx: Trx, row: StoredZone): Promise<void> {
  await trx.insertInto('zone').values(row).execute();
}

export async function updateZone(trx: Trx, row: StoredZone): Promise<void> {
  const { county, id, ...rest } = row;
  await trx.updateTable('zone').set(rest).where('county', '=', county).where('id', '=', id).execute();
}

export async function deleteZone(trx: Trx, county: string, id: string): Promise<void> {
  await trx.deleteFrom('zone_area').where('county', '=', county).where('zone', '=', id).execute();
  await trx.deleteFrom('zone').where('county', '=', county).where('id', '=', id).execute();
}

export async function addZoneAreas(trx: Trx, county: string, zone: string, areas: readonly string[]): Promise<void> {
  if (areas.length === 0) return;
  const rows = areas.map((area) => ({ county, zone, area }));
  await trx.insertInto('zone_area').values(rows).execute();
}

export async function removeZoneAreas(trx: Trx, county: string, zone: string, areas: readonly string[]): Promise<void> {
  if (areas.length === 0) return;
  await trx
    .deleteFrom('zone_area')
    .where('county', '=', county)
    .where('zone', '=', zone)
    .where('area', 'in', areas)
    .execute();
}
