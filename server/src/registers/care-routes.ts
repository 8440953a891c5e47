import { type CareRow, careRoutes as routes } from '@gezhi/contract/registers/index';
import type { FastifyInstance } from 'fastify';
import type { CareKindTable, CareRecordTable, Trx } from '../database/index.ts';
import { etagOf, refuseStale, serve } from '../http/index.ts';
import { maskedContacts } from '../people/index.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { addCareKind, changeCareKind, readCareKinds } from './care-kinds.ts';
import { findCareRow, listCareRows } from './care-store.ts';
import { careColumns } from './columns.ts';
import { changing, iso, plainly, reading, type ServedDeps } from './deps.ts';
import { endCare } from './end-care.ts';
import { changeCare, noteVisit, openCare, revealCare } from './write-care.ts';
import { pageBy } from './paging.ts';
import { serveVisits } from './visit-routes.ts';

function kindOf(row: CareKindTable) {
  return {
    code: row.code,
    name: { zh: row.name_zh, ...(row.name_en === null ? {} : { en: row.name_en }) },
    intervalDays: row.interval_days,
    version: row.version,
    ...(row.retired_at === null ? {} : { retiredAt: row.retired_at }),
  };
}

/** Records as lists show them: names and numbers masked. */
async function shown(
  trx: Trx,
  deps: ServedDeps,
  county: string,
  rows: readonly CareRecordTable[],
): Promise<readonly CareRow[]> {
  const now = deps.clock.now();
  const kinds = new Map((await readCareKinds(trx, county, true)).map((kind) => [kind.code, kindOf(kind).name]));
  const contacts = await maskedContacts(
    trx,
    deps.keys,
    county,
    rows.map(({ subject }) => subject),
  );
  return rows.map((row) => {
    const contact = contacts.get(row.subject);
    return {
      id: row.id,
      kind: row.kind,
      kindName: kinds.get(row.kind) ?? { zh: row.kind },
      area: row.area,
      basis: row.basis as CareRow['basis'],
      basisNote: row.basis_note,
      purpose: row.purpose,
      from: row.from_at,
      expires: row.expires_at,
      visitDue: row.visit_due_at,
      overdue: Date.parse(row.visit_due_at) <= now,
      version: row.version,
      ...(contact?.name === undefined ? {} : { name: contact.name }),
      ...(contact?.phone === undefined ? {} : { phone: contact.phone }),
      ...(row.visited_at === null ? {} : { visitedAt: row.visited_at }),
    };
  });
}

/** Records of care and their kinds. Every transaction is opened for the areas where the asker has the right to care. */
export function serveCare(app: FastifyInstance, deps: ServedDeps): void {
  const one = async (trx: Trx, county: string, row: CareRecordTable | Refusal): Promise<CareRow | Refusal> => {
    if (isRefusal(row)) return row;
    const [record] = await shown(trx, deps, county, [row]);
    return record ?? refuse('care.notFound');
  };
  serve(app, deps, routes.kinds, async ({ actor, query }) =>
    reading(deps, actor, async (trx, { county }) => ({
      rows: (await readCareKinds(trx, county, query.retired === 'true')).map(kindOf),
    })),
  );
  serve(app, deps, routes.addKind, async ({ actor, body, once }) => {
    const row = await changing(once, actor, (trx, staff) => addCareKind(trx, staff, body));
    return isRefusal(row) ? row : kindOf(row);
  });
  serve(app, deps, routes.changeKind, async ({ actor, params, body, ifMatch, reply }) => {
    const check = (row: { version: number }) => refuseStale(ifMatch, row.version);
    const row = await changing(plainly(deps), actor, (trx, staff) =>
      changeCareKind(trx, deps, staff, { code: params.kind, change: body, check }),
    );
    if (isRefusal(row)) return row;
    reply.header('etag', etagOf(row.version));
    return kindOf(row);
  });
  serve(
    app,
    deps,
    routes.list,
    async ({ actor, query }) =>
      reading(deps, actor, (trx, { county }) =>
        pageBy(deps.keys, routes.list.name, query, {
          read: (after, limit) =>
            listCareRows(trx, county, { ...query, due: query.due === 'true' }, iso(deps.clock.now()), after, limit),
          show: (rows) => shown(trx, deps, county, rows),
          place: (row) => [row.visit_due_at, row.id],
        }),
      ),
    { csv: careColumns },
  );
  serve(app, deps, routes.get, async ({ actor, params, reply }) =>
    reading(deps, actor, async (trx, { county }) => {
      const row = await findCareRow(trx, county, params.id, iso(deps.clock.now()));
      if (row === undefined) return refuse('care.notFound');
      reply.header('etag', etagOf(row.version));
      return one(trx, county, row);
    }),
  );
  serve(app, deps, routes.create, async ({ actor, body, once, reply }) => {
    const made = await changing<CareRow>(once, actor, async (trx, staff) =>
      one(trx, staff.county, await openCare(trx, deps, staff, body)),
    );
    if (!isRefusal(made)) reply.header('etag', etagOf(made.version));
    return made;
  });
  serve(app, deps, routes.change, async ({ actor, params, body, ifMatch, reply }) => {
    const check = (row: { version: number }) => refuseStale(ifMatch, row.version);
    const made = await changing<CareRow>(plainly(deps), actor, async (trx, staff) =>
      one(trx, staff.county, await changeCare(trx, deps, staff, { id: params.id, change: body, check })),
    );
    if (!isRefusal(made)) reply.header('etag', etagOf(made.version));
    return made;
  });
  serve(app, deps, routes.reveal, async ({ actor, params, body, reply }) => {
    reply.header('cache-control', 'no-store');
    return changing(plainly(deps), actor, (trx, staff) =>
      revealCare(trx, deps, staff, { id: params.id, purpose: body.purpose }),
    );
  });
  serve(app, deps, routes.end, async ({ actor, params, body }) =>
    changing(plainly(deps), actor, (trx, staff) => endCare(trx, deps, staff, { id: params.id, reason: body.reason })),
  );
  serve(app, deps, routes.visit, async ({ actor, params, body, once }) =>
    changing<CareRow>(once, actor, async (trx, staff) =>
      one(trx, staff.county, await noteVisit(trx, deps, staff, { id: params.id, visit: body })),
    ),
  );
  serveVisits(app, deps);
}
