import { bodyRoutes } from '@gezhi/contract/people/index';
import { mayIn } from '@gezhi/domain/access/index';
import type { FastifyInstance } from 'fastify';
import { type OrganisationMemberTable, scopeOf } from '../database/index.ts';
import { cursorAfter, pageOf, serve } from '../http/index.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { organisationOf } from './create-organisation.ts';
import { iso, type Staff } from './deps.ts';
import { endOrganisation } from './end-organisation.ts';
import { listHandOverRows } from './hand-over-store.ts';
import { addMember, endMember } from './members.ts';
import { listMemberRows } from './member-store.ts';
import { memberRows } from './member-rows.ts';
import { openDutiesOf } from './open-duties.ts';
import { chartOf, nodeOf } from './organisation-chart.ts';
import { findOrganisationRow, listOrganisationsById } from './organisation-store.ts';
import { readNames } from './person-store.ts';
import type { PeopleRouteDeps } from './routes.ts';
import { setServes } from './set-serves.ts';
import { handOverColumns, memberColumns } from './sheets.ts';
import { afterName, afterTime, staffOf } from './staff-call.ts';
import { listTreeRows, withCounts } from './tree-store.ts';

/** The tree of bodies, and one body with what stands around it. */
function serveTree(app: FastifyInstance, deps: PeopleRouteDeps): void {
  const { name } = bodyRoutes.tree;
  serve(app, deps, bodyRoutes.tree, async ({ actor, query }) => {
    const { county } = staffOf(actor);
    const after = afterName(deps.keys, name, query);
    if (isRefusal(after)) return after;
    const rows = await deps.db.transaction(scopeOf(actor, county), async (trx) =>
      withCounts(trx, county, await listTreeRows(trx, county, query, after, query.limit + 1), iso(deps.clock.now())),
    );
    return pageOf(rows, query.limit, nodeOf, (row) => cursorAfter(deps.keys, name, [row.name, row.id]));
  });
  serve(app, deps, bodyRoutes.chart, async ({ actor, params }) => {
    const { county } = staffOf(actor);
    const chart = await deps.db.transaction(scopeOf(actor, county), (trx) =>
      chartOf(trx, county, params.id, deps.clock.now()),
    );
    return chart ?? refuse('organisation.notFound');
  });
  serve(app, deps, bodyRoutes.setServes, ({ actor, params, body }) => setServes(deps, staffOf(actor), params.id, body));
}

/** Members of bodies that are made of others. */
function serveMembers(app: FastifyInstance, deps: PeopleRouteDeps): void {
  const { name } = bodyRoutes.listMembers;
  async function shown(actor: Staff, row: OrganisationMemberTable | Refusal) {
    if (isRefusal(row)) return row;
    const [member] = await deps.db.transaction(scopeOf(actor, actor.county), (trx) =>
      memberRows(trx, actor.county, [row]),
    );
    return member ?? refuse('membership.notFound');
  }
  serve(
    app,
    deps,
    bodyRoutes.listMembers,
    async ({ actor, params, query }) => {
      const { county } = staffOf(actor);
      const after = afterTime(deps.keys, name, query);
      if (isRefusal(after)) return after;
      const filter = { organisation: params.id, ended: query.ended === 'true' };
      const rows = await deps.db.transaction(scopeOf(actor, county), async (trx) => {
        if ((await findOrganisationRow(trx, county, params.id)) === undefined) return refuse('organisation.notFound');
        const found = await listMemberRows(trx, county, filter, iso(deps.clock.now()), after, query.limit + 1);
        return memberRows(trx, county, found);
      });
      if (isRefusal(rows)) return rows;
      return pageOf(
        rows,
        query.limit,
        (row) => row,
        (row) => cursorAfter(deps.keys, name, [row.from, row.id]),
      );
    },
    { csv: memberColumns },
  );
  serve(app, deps, bodyRoutes.addMember, async ({ actor, params, body, once }) => {
    const staff = staffOf(actor);
    return shown(staff, await addMember(deps, once, staff, params.id, body));
  });
  serve(app, deps, bodyRoutes.endMember, async ({ actor, params, body }) => {
    const staff = staffOf(actor);
    return shown(staff, await endMember(deps, staff, params.id, body.reason));
  });
}

/** How bodies end: what is open, merging, closing, and the record of it. */
function serveEnds(app: FastifyInstance, deps: PeopleRouteDeps): void {
  serve(app, deps, bodyRoutes.openDuties, async ({ actor, params }) => {
    const staff = staffOf(actor);
    const { county } = staff;
    const rows = await deps.db.transaction(scopeOf(actor, county), async (trx) => {
      const row = await findOrganisationRow(trx, county, params.id);
      if (row === undefined) return refuse('organisation.notFound');
      if (!mayIn(staff, 'people.edit', row.area)) return refuse('people.forbidden');
      return openDutiesOf(trx, deps, county, params.id, deps.clock.now());
    });
    return isRefusal(rows) ? rows : { rows: [...rows] };
  });
  serve(app, deps, bodyRoutes.merge, async ({ actor, params, body, once }) => {
    const row = await endOrganisation(deps, once, staffOf(actor), { id: params.id, ...body });
    return isRefusal(row) ? row : organisationOf(row);
  });
  serve(app, deps, bodyRoutes.close, async ({ actor, params, body, once }) => {
    const row = await endOrganisation(deps, once, staffOf(actor), { id: params.id, ...body });
    return isRefusal(row) ? row : organisationOf(row);
  });
  const { name } = bodyRoutes.handOvers;
  serve(
    app,
    deps,
    bodyRoutes.handOvers,
    async ({ actor, params, query }) => {
      const { county } = staffOf(actor);
      const after = afterTime(deps.keys, name, query);
      if (isRefusal(after)) return after;
      const shown = await deps.db.transaction(scopeOf(actor, county), async (trx) => {
        const rows = await listHandOverRows(trx, county, params.id, after, query.limit + 1);
        const takers = rows.flatMap(({ taken_by: to }) => (to === null ? [] : [to]));
        const orgs = new Map(
          (await listOrganisationsById(trx, county, [...new Set(takers)])).map((row) => [row.id, row.name]),
        );
        const people = await readNames(
          trx,
          county,
          rows.map(({ by_person: by }) => by),
        );
        return rows.map((row) => ({
          id: row.id,
          kind: row.kind as 'post',
          ref: row.ref,
          name: row.name,
          at: row.at,
          by: people.get(row.by_person) ?? '',
          ...(row.taken_by === null ? {} : { takenBy: row.taken_by, takenByName: orgs.get(row.taken_by) ?? '' }),
        }));
      });
      return pageOf(
        shown,
        query.limit,
        (row) => row,
        (row) => cursorAfter(deps.keys, name, [row.at, row.id]),
      );
    },
    { csv: handOverColumns },
  );
}

/** Bodies: tree, chart, members, what they serve, how they end. */
export function serveBodies(app: FastifyInstance, deps: PeopleRouteDeps): void {
  serveTree(app, deps);
  serveMembers(app, deps);
  serveEnds(app, deps);
}
