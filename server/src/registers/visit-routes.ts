import { careRoutes } from '@gezhi/contract/registers/index';
import type { AnswerOf } from '@gezhi/contract/route';
import type { FastifyInstance } from 'fastify';
import { type CsvColumn, serve } from '../http/index.ts';
import { refuse } from '../refusal.ts';
import { findCareRow, listVisitRows } from './care-store.ts';
import { iso, reading, type ServedDeps } from './deps.ts';
import { readNamed } from './names.ts';
import { pageBy } from './paging.ts';

type Visit = AnswerOf<typeof careRoutes.visits>['rows'][number];

const columns: readonly CsvColumn<Visit>[] = [
  { heading: 'registers.column.at', cell: (row) => row.at },
  { heading: 'registers.column.person', cell: (row) => row.personName },
  { heading: 'registers.column.outcome', cell: (row) => row.outcome },
];

/** Visits of a record of care, without what was noted: that is shown by reveal only. */
export function serveVisits(app: FastifyInstance, deps: ServedDeps): void {
  serve(
    app,
    deps,
    careRoutes.visits,
    async ({ actor, params, query }) =>
      reading(deps, actor, async (trx, { county }) => {
        if ((await findCareRow(trx, county, params.id, iso(deps.clock.now()))) === undefined)
          return refuse('care.notFound');
        return pageBy(deps.keys, careRoutes.visits.name, query, {
          read: (after, limit) => listVisitRows(trx, county, params.id, after, limit),
          show: async (rows) => {
            const { people } = await readNamed(trx, county, rows);
            return rows.map((row) => ({
              id: row.id,
              at: row.at,
              person: row.person,
              personName: people.get(row.person) ?? '',
              outcome: row.outcome as Visit['outcome'],
            }));
          },
          place: (row) => [row.at, row.id],
        });
      }),
    { csv: columns },
  );
}
