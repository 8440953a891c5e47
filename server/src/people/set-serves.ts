import { mayIn } from '@gezhi/domain/access/index';
import { afterCommit, scopeOf } from '../database/index.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type PeopleDeps, refuseArea, type Staff } from './deps.ts';
import { findOrganisationRow } from './organisation-store.ts';
import { readServed, readZoneNames, replaceServed, type Served } from './served-store.ts';

/** Sets what a body serves beside the area that keeps it. It gives no rights: only posts do. */
export async function setServes(
  deps: Pick<PeopleDeps, 'db' | 'isArea' | 'changed'>,
  actor: Staff,
  id: string,
  served: Served,
): Promise<{ areas: string[]; zones: string[] } | Refusal> {
  const { county } = actor;
  for (const area of served.areas) {
    const unknown = refuseArea(deps, area);
    if (unknown !== undefined) return unknown;
  }
  return deps.db.transaction(scopeOf(actor, county), async (trx) => {
    const row = await findOrganisationRow(trx, county, id);
    if (row === undefined) return refuse('organisation.notFound');
    if (row.retired_at !== null) return refuse('organisation.retired');
    if (!mayIn(actor, 'people.edit', row.area)) return refuse('people.forbidden');
    const zones = [...new Set(served.zones)];
    const found = await readZoneNames(trx, county, zones);
    if (found.length < zones.length) return refuse('zone.notFound');
    const areas = [...new Set(served.areas)].filter((area) => area !== row.area);
    await replaceServed(trx, county, id, row.area, { areas, zones });
    afterCommit(trx, () => deps.changed.names());
    const now = await readServed(trx, county, id);
    return { areas: [...now.areas], zones: [...now.zones] };
  });
}
