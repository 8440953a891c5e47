import type { AnswerOf } from '@gezhi/contract/route';
import type { groupRoutes } from '@gezhi/contract/registers/index';
import { addedByReports, coverageOf, reportedAreas } from '@gezhi/domain/registers/index';
import { asSystem, type Trx } from '../database/index.ts';
import type { Refusal } from '../refusal.ts';
import { countGroups, countListed, countMemberships, readReports } from './coverage-store.ts';
import { refuseArea, refuseRight, type RegisterDeps, type Staff } from './deps.ts';

type Coverage = AnswerOf<typeof groupRoutes.coverage>;

/**
 * Coverage of an area by its groups. Groups kept by an area above it reach its households too, so the counting is done by
 * the program; the asker must have the right in the area.
 */
export async function readCoverage(
  trx: Trx,
  deps: Pick<RegisterDeps, 'isArea'>,
  actor: Staff,
  area: string,
): Promise<Coverage | Refusal> {
  const refusal = refuseArea(deps, area) ?? refuseRight(actor, 'register.read', [area]);
  if (refusal !== undefined) return refusal;
  const { county } = actor;
  return asSystem(trx, county, async () => {
    const listed = await countListed(trx, county, area);
    const counts = await countMemberships(trx, county, area);
    const reports = await readReports(trx, county, area);
    const total = (name: 'households' | 'distinct') => listed.reduce((sum, row) => sum + row[name], 0);
    const coverage = coverageOf({
      households: total('households'),
      distinct: total('distinct'),
      ...counts,
      reported: reports.reduce((sum, { households }) => sum + households, 0),
      ...addedByReports(reportedAreas(listed, reports)),
    });
    const oldest = reports.map(({ at }) => at).sort()[0];
    return {
      area,
      groups: await countGroups(trx, county, area),
      ...coverage,
      ...(oldest === undefined ? {} : { oldestReport: oldest }),
    };
  });
}
