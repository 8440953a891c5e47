import { leaveRoutes } from '@gezhi/contract/people/index';
import type { FastifyInstance } from 'fastify';
import { type LeaveTable, scopeOf } from '../database/index.ts';
import { cursorAfter, pageOf, serve } from '../http/index.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { iso, type Staff } from './deps.ts';
import { endLeave, leaveRows, takeLeave } from './leaves.ts';
import { listLeaveRows } from './leave-store.ts';
import type { PeopleRouteDeps } from './routes.ts';
import { leaveColumns } from './sheets.ts';
import { afterTime, staffOf } from './staff-call.ts';

const list = leaveRoutes.list.name;

/** Leave with a deputy: list, take, end. */
export function serveLeaves(app: FastifyInstance, deps: PeopleRouteDeps): void {
  async function shown(actor: Staff, row: LeaveTable | Refusal) {
    if (isRefusal(row)) return row;
    const { county } = actor;
    const [leave] = await deps.db.transaction(scopeOf(actor, county), (trx) =>
      leaveRows(trx, county, [row], deps.clock.now()),
    );
    return leave ?? refuse('leave.notFound');
  }

  serve(
    app,
    deps,
    leaveRoutes.list,
    async ({ actor, query }) => {
      const { county } = staffOf(actor);
      const after = afterTime(deps.keys, list, query);
      if (isRefusal(after)) return after;
      const now = deps.clock.now();
      const filter = { person: query.person, deputy: query.deputy, over: query.over === 'true' };
      const rows = await deps.db.transaction(scopeOf(actor, county), async (trx) =>
        leaveRows(trx, county, await listLeaveRows(trx, county, filter, iso(now), after, query.limit + 1), now),
      );
      return pageOf(
        rows,
        query.limit,
        (row) => row,
        (row) => cursorAfter(deps.keys, list, [row.from, row.id]),
      );
    },
    { csv: leaveColumns },
  );
  serve(app, deps, leaveRoutes.take, async ({ actor, body, once }) => {
    const staff = staffOf(actor);
    return shown(staff, await takeLeave(deps, once, staff, body));
  });
  serve(app, deps, leaveRoutes.end, async ({ actor, params }) => {
    const staff = staffOf(actor);
    return shown(staff, await endLeave(deps, staff, params.id));
  });
}
