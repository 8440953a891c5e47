import { type HouseholdRow, householdRoutes } from '@gezhi/contract/registers/index';
import type { FastifyInstance } from 'fastify';
import type { HouseholdTable, Trx } from '../database/index.ts';
import { etagOf, refuseStale, serve } from '../http/index.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { householdColumns } from './columns.ts';
import { changing, plainly, reading, type ServedDeps } from './deps.ts';
import { entryRow } from './entry-row.ts';
import { anchorNames, findHouseholdRow, listHouseholdRows } from './household-store.ts';
import { pageBy } from './paging.ts';
import { addHousehold, changeAnchored, changeHousehold, importHouseholds } from './write-households.ts';

async function shown(trx: Trx, county: string, rows: readonly HouseholdTable[]): Promise<readonly HouseholdRow[]> {
  const names = await anchorNames(
    trx,
    county,
    rows.flatMap(({ anchor }) => anchor ?? []),
  );
  return rows.map((row) => {
    const anchorName = row.anchor === null ? undefined : names.get(row.anchor);
    return {
      id: row.id,
      area: row.area,
      address: row.address,
      version: row.version,
      ...(row.anchor === null ? {} : { anchor: row.anchor }),
      ...(anchorName === undefined ? {} : { anchorName }),
      ...(row.moved_at === null ? {} : { movedAt: row.moved_at }),
    };
  });
}

async function one(trx: Trx, county: string, row: HouseholdTable): Promise<HouseholdRow> {
  const [household] = await shown(trx, county, [row]);
  if (household === undefined) throw new Error('a household was read and not shown');
  return household;
}

/** Households: list, read, add one or thousands, change, and which anchor household looks after them. */
export function serveHouseholds(app: FastifyInstance, deps: ServedDeps): void {
  serve(
    app,
    deps,
    householdRoutes.list,
    async ({ actor, query }) =>
      reading(deps, actor, (trx, { county }) =>
        pageBy(deps.keys, householdRoutes.list.name, query, {
          read: (after, limit) =>
            listHouseholdRows(
              trx,
              county,
              { ...query, moved: query.moved === 'true', unreached: query.unreached === 'true' },
              after,
              limit,
            ),
          show: (rows) => shown(trx, county, rows),
          place: (row) => [row.area, row.address],
        }),
      ),
    { csv: householdColumns },
  );
  serve(app, deps, householdRoutes.get, async ({ actor, params, reply }) =>
    reading(deps, actor, async (trx, { county }) => {
      const row = await findHouseholdRow(trx, county, params.id);
      if (row === undefined) return refuse('household.notFound');
      reply.header('etag', etagOf(row.version));
      return one(trx, county, row);
    }),
  );
  serve(app, deps, householdRoutes.create, async ({ actor, body, once, reply }) => {
    const made = await changing<HouseholdRow>(once, actor, async (trx, staff) => {
      const row = await addHousehold(trx, deps, staff, body);
      return isRefusal(row) ? row : one(trx, staff.county, row);
    });
    if (!isRefusal(made)) reply.header('etag', etagOf(made.version));
    return made;
  });
  serve(app, deps, householdRoutes.change, async ({ actor, params, body, ifMatch, reply }) => {
    const check = (row: { version: number }) => refuseStale(ifMatch, row.version);
    const made = await changing<HouseholdRow>(plainly(deps), actor, async (trx, staff) => {
      const row = await changeHousehold(trx, deps, staff, { id: params.id, change: body, check });
      return isRefusal(row) ? row : one(trx, staff.county, row);
    });
    if (!isRefusal(made)) reply.header('etag', etagOf(made.version));
    return made;
  });
  serve(app, deps, householdRoutes.import, async ({ actor, body, once }) =>
    changing(once, actor, (trx, staff) => importHouseholds(trx, deps, staff, body.households)),
  );
  serve(app, deps, householdRoutes.anchor, async ({ actor, params, body }) =>
    changing(plainly(deps), actor, async (trx, staff) => {
      const entry = await changeAnchored(trx, staff, params.id, body);
      return isRefusal(entry) ? entry : entryRow(trx, staff.county, entry);
    }),
  );
}
