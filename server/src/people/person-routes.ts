import { type PersonRow, peopleRoutes } from '@gezhi/contract/people/index';
import type { FastifyInstance } from 'fastify';
import { type PersonTable, scopeOf } from '../database/index.ts';
import { cursorAfter, etagOf, pageOf, refuseStale, serve } from '../http/index.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { changePerson } from './change-person.ts';
import { createPerson } from './create-person.ts';
import type { Staff } from './deps.ts';
import { listPeople } from './list-people.ts';
import { personRows } from './person-row.ts';
import { findPersonRow } from './person-store.ts';
import { revealColleague } from './reveal-contact.ts';
import type { PeopleRouteDeps } from './routes.ts';
import { personColumns } from './sheets.ts';
import { afterName, staffOf } from './staff-call.ts';

const list = peopleRoutes.listPeople.name;

/** One person as the asker may see them. */
async function shown(
  deps: PeopleRouteDeps,
  actor: Staff,
  id: string,
): Promise<{ row: PersonTable; person: PersonRow } | undefined> {
  const { county } = actor;
  return deps.db.transaction(scopeOf(actor, county), async (trx) => {
    const row = await findPersonRow(trx, county, id);
    if (row === undefined) return undefined;
    const [person] = await personRows(trx, deps.keys, county, [row], deps.clock.now());
    return person === undefined ? undefined : { row, person };
  });
}

/** People: list, read, add, change, reveal a colleague's number. */
export function servePeople(app: FastifyInstance, deps: PeopleRouteDeps): void {
  serve(
    app,
    deps,
    peopleRoutes.listPeople,
    async ({ actor, query }) => {
      const { county } = staffOf(actor);
      const after = afterName(deps.keys, list, query);
      if (isRefusal(after)) return after;
      const filter = { ...query, retired: query.retired === 'true' };
      const rows = await deps.db.transaction(scopeOf(actor, county), (trx) =>
        listPeople(trx, deps.keys, county, filter, deps.clock.now(), after, query.limit + 1),
      );
      return pageOf(
        rows,
        query.limit,
        (row) => row,
        (row) => cursorAfter(deps.keys, list, [row.name, row.id]),
      );
    },
    { csv: personColumns },
  );
  serve(app, deps, peopleRoutes.getPerson, async ({ actor, params, reply }) => {
    const found = await shown(deps, staffOf(actor), params.id);
    if (found === undefined) return refuse('person.notFound');
    reply.header('etag', etagOf(found.row.version));
    return found.person;
  });
  serve(app, deps, peopleRoutes.createPerson, async ({ actor, body, once, reply }) => {
    const staff = staffOf(actor);
    const row = await createPerson(deps, once, staff, body);
    if (isRefusal(row)) return row;
    reply.header('etag', etagOf(row.version));
    const found = await shown(deps, staff, row.id);
    return found?.person ?? refuse('person.notFound');
  });
  serve(app, deps, peopleRoutes.changePerson, async ({ actor, params, body, ifMatch, reply }) => {
    const staff = staffOf(actor);
    const check = (row: { version: number }) => refuseStale(ifMatch, row.version);
    const row = await changePerson(deps, staff, { id: params.id, change: body, check });
    if (isRefusal(row)) return row;
    reply.header('etag', etagOf(row.version));
    const found = await shown(deps, staff, row.id);
    return found?.person ?? refuse('person.notFound');
  });
  serve(app, deps, peopleRoutes.revealPhone, ({ actor, params, body }) =>
    revealColleague(deps, { actor: staffOf(actor), person: params.id, purpose: body.purpose }),
  );
}
