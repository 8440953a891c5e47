import { peopleRoutes } from '@gezhi/contract/people/index';
import type { FastifyInstance } from 'fastify';
import { scopeOf } from '../database/index.ts';
import { cursorAfter, etagOf, pageOf, refuseStale, serve } from '../http/index.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { changeOrganisation, retireOrganisation } from './change-organisation.ts';
import { createOrganisation, organisationOf } from './create-organisation.ts';
import { listOrganisations } from './list-people.ts';
import { findOrganisationRow } from './organisation-store.ts';
import type { PeopleRouteDeps } from './routes.ts';
import { organisationColumns } from './sheets.ts';
import { afterName, staffOf } from './staff-call.ts';

const list = peopleRoutes.listOrganisations.name;

/** Organisations: list, read, add, change, end. */
export function serveOrganisations(app: FastifyInstance, deps: PeopleRouteDeps): void {
  serve(
    app,
    deps,
    peopleRoutes.listOrganisations,
    async ({ actor, query }) => {
      const { county } = staffOf(actor);
      const after = afterName(deps.keys, list, query);
      if (isRefusal(after)) return after;
      const filter = { ...query, retired: query.retired === 'true' };
      const rows = await deps.db.transaction(scopeOf(actor, county), (trx) =>
        listOrganisations(trx, county, filter, after, query.limit + 1),
      );
      return pageOf(
        rows,
        query.limit,
        (row) => row,
        (row) => cursorAfter(deps.keys, list, [row.name, row.id]),
      );
    },
    { csv: organisationColumns },
  );
  serve(app, deps, peopleRoutes.getOrganisation, async ({ actor, params, reply }) => {
    const { county } = staffOf(actor);
    const row = await deps.db.transaction(scopeOf(actor, county), (trx) => findOrganisationRow(trx, county, params.id));
    if (row === undefined) return refuse('organisation.notFound');
    reply.header('etag', etagOf(row.version));
    return organisationOf(row);
  });
  serve(app, deps, peopleRoutes.createOrganisation, async ({ actor, body, once, reply }) => {
    const row = await createOrganisation(deps, once, staffOf(actor), body);
    if (isRefusal(row)) return row;
    reply.header('etag', etagOf(row.version));
    return organisationOf(row);
  });
  serve(app, deps, peopleRoutes.changeOrganisation, async ({ actor, params, body, ifMatch, reply }) => {
    const check = (row: { version: number }) => refuseStale(ifMatch, row.version);
    const row = await changeOrganisation(deps, staffOf(actor), { id: params.id, change: body, check });
    if (isRefusal(row)) return row;
    reply.header('etag', etagOf(row.version));
    return organisationOf(row);
  });
  serve(app, deps, peopleRoutes.retireOrganisation, async ({ actor, params }) => {
    const row = await retireOrganisation(deps, staffOf(actor), params.id);
    return isRefusal(row) ? row : organisationOf(row);
  });
}
