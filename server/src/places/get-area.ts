import type { AreaDetail } from '@gezhi/contract/places/index';
import { answeringFor, deskOf } from '@gezhi/domain/places/index';
import type { Trx } from '../database/index.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { nameOf, shownArea } from './area-row.ts';
import { findAreaRow } from './area-store.ts';
import type { PlacesDeps } from './deps.ts';
import { readZonesNaming } from './zone-store.ts';

/** An area with those above it, the desk that decides there, its zones, and who answers for it when it is retired. */
export async function getArea(
  deps: Pick<PlacesDeps, 'clock' | 'areaRulesOf' | 'places'>,
  trx: Trx,
  county: string,
  code: string,
): Promise<AreaDetail | Refusal> {
  const row = await findAreaRow(trx, county, code);
  if (row === undefined) return refuse('area.notFound', { params: { area: code } });
  const { kinds } = await deps.areaRulesOf(trx, county, deps.clock.now());
  const above = deps.places.chainOf(code).filter((area) => area.code !== code);
  const desk = deskOf(kinds, [...above, row]);
  const zones = await readZonesNaming(trx, county, [...above.map((area) => area.code), code]);
  return {
    ...shownArea(row),
    above: above.map(nameOf),
    ...(desk === undefined ? {} : { desk: nameOf(desk) }),
    answering: row.retired_at === null ? [] : answeringFor((wanted) => deps.places.find(wanted), code).map(nameOf),
    zones: zones.map(({ id, purpose, name }) => ({ id, purpose, name })),
  };
}
