import { type RegisterEntryRow, registerRoutes } from '@gezhi/contract/registers/index';
import type { FastifyInstance } from 'fastify';
import { etagOf, refuseStale, serve } from '../http/index.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { entryColumns } from './columns.ts';
import { changing, iso, plainly, reading, type ServedDeps } from './deps.ts';
import { entryRow, entryRows } from './entry-row.ts';
import { findEntryRow, listEntryRows, type StoredEntry, sumHours } from './entry-store.ts';
import { pageBy } from './paging.ts';
import { addEntry, changeEntry, removeEntry } from './write-entry.ts';

const place = (row: StoredEntry) => [row.from_at, row.id] as const;

/** Entries of registers: list, read, add, change, remove; those of one person. */
export function serveEntries(app: FastifyInstance, deps: ServedDeps): void {
  serve(
    app,
    deps,
    registerRoutes.list,
    async ({ actor, query }) =>
      reading(deps, actor, (trx, { county }) =>
        pageBy(deps.keys, registerRoutes.list.name, query, {
          read: (after, limit) =>
            listEntryRows(
              trx,
              county,
              { ...query, ended: query.ended === 'true' },
              iso(deps.clock.now()),
              after,
              limit,
            ),
          show: (rows) => entryRows(trx, county, rows),
          place,
        }),
      ),
    { csv: entryColumns },
  );
  serve(
    app,
    deps,
    registerRoutes.ofPerson,
    async ({ actor, params, query }) =>
      reading(deps, actor, async (trx, { county }) => {
        const filter = { person: params.id, kind: query.kind };
        const page = await pageBy(deps.keys, registerRoutes.ofPerson.name, query, {
          read: (after, limit) => listEntryRows(trx, county, filter, iso(deps.clock.now()), after, limit),
          show: (rows) => entryRows(trx, county, rows),
          place,
        });
        return isRefusal(page) ? page : { ...page, hours: await sumHours(trx, county, params.id) };
      }),
    { csv: entryColumns },
  );
  serve(app, deps, registerRoutes.get, async ({ actor, params, reply }) =>
    reading(deps, actor, async (trx, { county }) => {
      const row = await findEntryRow(trx, county, params.id);
      if (row === undefined) return refuse('register.notFound');
      reply.header('etag', etagOf(row.version));
      return entryRow(trx, county, row);
    }),
  );
  serve(app, deps, registerRoutes.create, async ({ actor, body, once, reply }) => {
    const made = await changing<RegisterEntryRow>(once, actor, async (trx, staff) => {
      const row = await addEntry(trx, deps, staff, body);
      return isRefusal(row) ? row : entryRow(trx, staff.county, row);
    });
    if (!isRefusal(made)) reply.header('etag', etagOf(made.version));
    return made;
  });
  serve(app, deps, registerRoutes.change, async ({ actor, params, body, ifMatch, reply }) => {
    const check = (row: { version: number }) => refuseStale(ifMatch, row.version);
    const made = await changing<RegisterEntryRow>(plainly(deps), actor, async (trx, staff) => {
      const row = await changeEntry(trx, deps, staff, { id: params.id, change: body, check });
      return isRefusal(row) ? row : entryRow(trx, staff.county, row);
    });
    if (!isRefusal(made)) reply.header('etag', etagOf(made.version));
    return made;
  });
  serve(app, deps, registerRoutes.remove, async ({ actor, params }) =>
    changing(plainly(deps), actor, (trx, staff) => removeEntry(trx, deps, staff, params.id)),
  );
}
