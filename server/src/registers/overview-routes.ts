import { type ExpiringRow, registerRoutes } from '@gezhi/contract/registers/index';
import { areaScope } from '@gezhi/domain/access/index';
import type { FastifyInstance } from 'fastify';
import type { Trx } from '../database/index.ts';
import { nonceOf, serve } from '../http/index.ts';
import { isRefusal } from '../refusal.ts';
import { chartPage } from './chart-page.ts';
import { expiringColumns } from './columns.ts';
import { iso, reading, type ServedDeps } from './deps.ts';
import { drawChart } from './draw-chart.ts';
import { type ExpiringTable, listExpiring } from './expiring-store.ts';
import { readNamed } from './names.ts';
import { pageBy } from './paging.ts';

const dayMs = 86_400_000;
const nowhere = '^$';

async function shown(trx: Trx, county: string, rows: readonly ExpiringTable[]): Promise<readonly ExpiringRow[]> {
  const { people, orgs } = await readNamed(trx, county, rows);
  return rows.map(({ person, org, ...row }) => {
    const personName = person === null ? undefined : people.get(person);
    const orgName = org === null ? undefined : orgs.get(org);
    return {
      ...row,
      ...(person === null ? {} : { person }),
      ...(personName === undefined ? {} : { personName }),
      ...(org === null ? {} : { org }),
      ...(orgName === undefined ? {} : { orgName }),
    };
  });
}

/** What ends soon, and the responsibility chart to print. */
export function serveOverviews(app: FastifyInstance, deps: ServedDeps): void {
  serve(
    app,
    deps,
    registerRoutes.expiring,
    async ({ actor, query }) =>
      reading(deps, actor, (trx, { county }) => {
        const now = deps.clock.now();
        const own = areaScope(actor);
        const asked = query.area;
        const within = asked === undefined ? own : own.some((code) => asked.startsWith(code)) ? [asked] : [];
        const areas = within.length === 0 ? nowhere : `^(${within.join('|')})`;
        return pageBy(deps.keys, registerRoutes.expiring.name, query, {
          read: (after, limit) =>
            listExpiring(trx, county, { from: iso(now), to: iso(now + query.days * dayMs), areas }, after, limit),
          show: (rows) => shown(trx, county, rows),
          place: (row) => [row.at, row.id],
        });
      }),
    { csv: expiringColumns },
  );
  serve(app, deps, registerRoutes.chart, async ({ actor, params, locale, request, reply }) => {
    const chart = await reading(deps, actor, (trx, staff) =>
      drawChart(trx, deps, staff, { code: params.code, locale }),
    );
    if (isRefusal(chart)) return chart;
    await reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .serializer((body) => String(body))
      .send(chartPage(chart, nonceOf(request), locale));
    return undefined;
  });
}
