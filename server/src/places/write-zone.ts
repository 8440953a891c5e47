import type { newZone, ZoneRow } from '@gezhi/contract/places/index';
import { withoutNested } from '@gezhi/domain/places/index';
import type { z } from 'zod';
import type { Trx } from '../database/index.ts';
import { refuseStale } from '../http/index.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { readAreaRows } from './area-store.ts';
import { type Keeper, keeps, type PlacesDeps } from './deps.ts';
import {
  addZoneAreas,
  deleteZone,
  findZoneNamed,
  findZoneRow,
  insertZone,
  readZoneAreas,
  removeZoneAreas,
  updateZone,
} from './zone-store.ts';

export type NewZone = z.output<typeof newZone>;

/** Creates a zone of areas that the actor keeps. */
export async function createZone(
  deps: Pick<PlacesDeps, 'newId'>,
  trx: Trx,
  actor: Keeper,
  input: NewZone,
): Promise<ZoneRow | Refusal> {
  const { county } = actor;
  const refusal = await zoneRefusal(trx, actor, input, input.areas, undefined);
  if (refusal !== undefined) return refusal;
  const areas = withoutNested(input.areas);
  const row = { county, id: deps.newId(), purpose: input.purpose, name: input.name, version: 1 };
  await insertZone(trx, row);
  await addZoneAreas(trx, county, row.id, areas);
  return { id: row.id, purpose: row.purpose, name: row.name, areas: [...areas], version: 1 };
}

/** Replaces what a zone is. Whoever changes it must keep every area that comes in or goes out. */
export async function changeZone(
  trx: Trx,
  actor: Keeper,
  id: string,
  input: NewZone,
  ifMatch: string | undefined,
): Promise<ZoneRow | Refusal> {
  const { county } = actor;
  const row = await findZoneRow(trx, county, id);
  if (row === undefined) return refuse('zone.notFound');
  const before = (await readZoneAreas(trx, county, [id])).get(id) ?? [];
  const after = withoutNested(input.areas);
  const added = after.filter((area) => !before.includes(area));
  const gone = before.filter((area) => !after.includes(area));
  const touched = added.length + gone.length === 0 ? before.slice(0, 1) : [...added, ...gone];
  const refusal = refuseStale(ifMatch, row.version) ?? (await zoneRefusal(trx, actor, input, touched, id));
  if (refusal !== undefined) return refusal;
  const version = row.version + 1;
  await updateZone(trx, { county, id, purpose: input.purpose, name: input.name, version });
  await removeZoneAreas(trx, county, id, gone);
  await addZoneAreas(trx, county, id, added);
  return { id, purpose: input.purpose, name: input.name, areas: [...after], version };
}

/** Removes a zone all of whose areas the actor keeps. */
export async function removeZone(trx: Trx, actor: Keeper, id: string): Promise<Refusal | undefined> {
  const row = await findZoneRow(trx, actor.county, id);
  if (row === undefined) return refuse('zone.notFound');
  const areas = (await readZoneAreas(trx, actor.county, [id])).get(id) ?? [];
  const foreign = areas.find((area) => !keeps(actor, area));
  if (foreign !== undefined) return refuse('area.forbidden', { params: { area: foreign } });
  await deleteZone(trx, actor.county, id);
  return undefined;
}

async function zoneRefusal(
  trx: Trx,
  actor: Keeper,
  input: NewZone,
  touched: readonly string[],
  id: string | undefined,
): Promise<Refusal | undefined> {
  const foreign = touched.find((area) => !keeps(actor, area));
  if (foreign !== undefined) return refuse('area.forbidden', { params: { area: foreign } });
  const rows = await readAreaRows(trx, actor.county, input.areas);
  const unknown = input.areas.find((area) => !rows.has(area));
  if (unknown !== undefined) return refuse('area.notFound', { params: { area: unknown } });
  const namesake = await findZoneNamed(trx, actor.county, input.purpose, input.name);
  return namesake !== undefined && namesake.id !== id
    ? refuse('zone.nameTaken', { params: { name: input.name } })
    : undefined;
}
