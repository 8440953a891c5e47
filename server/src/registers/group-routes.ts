import { type ChatGroupRow, groupRoutes as routes } from '@gezhi/contract/registers/index';
import type { FastifyInstance } from 'fastify';
import type { ChatGroupTable, Trx } from '../database/index.ts';
import { etagOf, refuseStale, serve } from '../http/index.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { groupColumns } from './columns.ts';
import { changing, plainly, reading, type ServedDeps } from './deps.ts';
import { readCoverage } from './group-coverage.ts';
import { findGroupRow, listGroupRows, ownerNames, readReach } from './group-store.ts';
import { pageBy } from './paging.ts';
import { addGroup, changeGroup, changeReach, reportReach } from './write-group.ts';

async function shown(trx: Trx, county: string, rows: readonly ChatGroupTable[]): Promise<readonly ChatGroupRow[]> {
  const reach = await readReach(
    trx,
    county,
    rows.map(({ id }) => id),
  );
  const owners = await ownerNames(
    trx,
    county,
    rows.flatMap(({ owner_post: post }) => post ?? []),
  );
  return rows.map((row) => {
    const ownerName = row.owner_post === null ? undefined : owners.get(row.owner_post);
    return {
      id: row.id,
      name: row.name,
      platform: row.platform,
      area: row.area,
      covers: row.covers,
      hasRobot: row.robot !== null,
      listed: reach.get(row.id)?.listed ?? 0,
      reported: reach.get(row.id)?.reported ?? 0,
      version: row.version,
      ...(row.owner_post === null ? {} : { ownerPost: row.owner_post }),
      ...(ownerName === undefined ? {} : { ownerName }),
      ...(row.retired_at === null ? {} : { retiredAt: row.retired_at }),
    };
  });
}

async function one(trx: Trx, county: string, row: ChatGroupTable | Refusal): Promise<ChatGroupRow | Refusal> {
  if (isRefusal(row)) return row;
  const [group] = await shown(trx, county, [row]);
  return group ?? refuse('group.notFound');
}

async function reached(trx: Trx, county: string, row: ChatGroupTable | Refusal) {
  if (isRefusal(row)) return row;
  return (await readReach(trx, county, [row.id])).get(row.id) ?? { listed: 0, reported: 0 };
}

/** Chat groups, whom they reach, and the coverage of an area. */
export function serveGroups(app: FastifyInstance, deps: ServedDeps): void {
  serve(
    app,
    deps,
    routes.list,
    async ({ actor, query }) =>
      reading(deps, actor, (trx, { county }) =>
        pageBy(deps.keys, routes.list.name, query, {
          read: (after, limit) =>
            listGroupRows(trx, county, { ...query, retired: query.retired === 'true' }, after, limit),
          show: (rows) => shown(trx, county, rows),
          place: (row) => [row.area, row.id],
        }),
      ),
    { csv: groupColumns },
  );
  serve(app, deps, routes.coverage, async ({ actor, query }) =>
    reading(deps, actor, (trx, staff) => readCoverage(trx, deps, staff, query.area)),
  );
  serve(app, deps, routes.get, async ({ actor, params, reply }) =>
    reading(deps, actor, async (trx, { county }) => {
      const row = await findGroupRow(trx, county, params.id);
      if (row === undefined) return refuse('group.notFound');
      reply.header('etag', etagOf(row.version));
      return one(trx, county, row);
    }),
  );
  serve(app, deps, routes.create, async ({ actor, body, once, reply }) => {
    const made = await changing<ChatGroupRow>(once, actor, async (trx, staff) =>
      one(trx, staff.county, await addGroup(trx, deps, staff, body)),
    );
    if (!isRefusal(made)) reply.header('etag', etagOf(made.version));
    return made;
  });
  serve(app, deps, routes.change, async ({ actor, params, body, ifMatch, reply }) => {
    const check = (row: { version: number }) => refuseStale(ifMatch, row.version);
    const made = await changing<ChatGroupRow>(plainly(deps), actor, async (trx, staff) =>
      one(trx, staff.county, await changeGroup(trx, deps, staff, { id: params.id, change: body, check })),
    );
    if (!isRefusal(made)) reply.header('etag', etagOf(made.version));
    return made;
  });
  serve(app, deps, routes.reach, async ({ actor, params, body }) =>
    changing(plainly(deps), actor, async (trx, staff) =>
      reached(trx, staff.county, await changeReach(trx, deps, staff, params.id, body)),
    ),
  );
  serve(app, deps, routes.report, async ({ actor, params, body }) =>
    changing(plainly(deps), actor, async (trx, staff) =>
      reached(trx, staff.county, await reportReach(trx, deps, staff, params.id, body)),
    ),
  );
}
