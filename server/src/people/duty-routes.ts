import { peopleRoutes } from '@gezhi/contract/people/index';
import type { FastifyInstance } from 'fastify';
import { scopeOf } from '../database/index.ts';
import { cursorAfter, pageOf, serve } from '../http/index.ts';
import { isRefusal } from '../refusal.ts';
import { refuseArea } from './deps.ts';
import { addDuty, removeDuty } from './edit-duty.ts';
import { listTurns, turnRows } from './list-people.ts';
import { readDutyNow } from './on-duty.ts';
import type { PeopleRouteDeps } from './routes.ts';
import { dutyColumns } from './sheets.ts';
import { afterTime, staffOf } from './staff-call.ts';

const list = peopleRoutes.listDuty.name;

/** Duty: who is on now, the roster, its turns. */
export function serveDuty(app: FastifyInstance, deps: PeopleRouteDeps): void {
  serve(
    app,
    deps,
    peopleRoutes.dutyNow,
    async ({ actor, query }) => refuseArea(deps, query.area) ?? readDutyNow(deps, staffOf(actor).county, query),
  );
  serve(
    app,
    deps,
    peopleRoutes.listDuty,
    async ({ actor, query }) => {
      const { county } = staffOf(actor);
      const after = afterTime(deps.keys, list, query);
      if (isRefusal(after)) return after;
      const rows = await deps.db.transaction(scopeOf(actor, county), (trx) =>
        listTurns(trx, county, query, after, query.limit + 1),
      );
      return pageOf(
        rows,
        query.limit,
        (row) => row,
        (row) => cursorAfter(deps.keys, list, [row.from, row.id]),
      );
    },
    { csv: dutyColumns },
  );
  serve(app, deps, peopleRoutes.addDuty, async ({ actor, body, once }) => {
    const staff = staffOf(actor);
    const row = await addDuty(deps, once, staff, body);
    if (isRefusal(row)) return row;
    const [turn] = await deps.db.transaction(scopeOf(staff, staff.county), (trx) => turnRows(trx, staff.county, [row]));
    if (turn === undefined) throw new Error('a turn was made and not shown');
    return turn;
  });
  serve(app, deps, peopleRoutes.removeDuty, ({ actor, params }) => removeDuty(deps, staffOf(actor), params.id));
}
