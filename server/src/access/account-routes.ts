import { accountRoutes } from '@gezhi/contract/access/index';
import type { FastifyInstance } from 'fastify';
import { scopeOf } from '../database/index.ts';
import { cursorAfter, pageOf, positionIn, serve } from '../http/index.ts';
import { staffOf } from '../people/index.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import type { AccessDeps } from './deps.ts';
import { inviteAccount, inviteAgain } from './invite-account.ts';
import { accountRows, actRows, revealRows } from './list-accounts.ts';
import { issueReset, lockAccount, resetSecondFactor, unlockAccount } from './manage-account.ts';
import { type After, listAccountRows, listActRows, listRevealRows } from './record-store.ts';
import { accountColumns, actColumns, revealColumns } from './sheets.ts';

function afterIn(deps: AccessDeps, list: string, cursor: string | undefined): After | Refusal | undefined {
  const position = positionIn(deps.keys, list, cursor);
  if (position === undefined || isRefusal(position)) return position;
  return { key: String(position[0]), id: String(position[1]) };
}

/** The lists: accounts, what was done to them, what was shown in clear. */
function serveLists(app: FastifyInstance, deps: AccessDeps): void {
  const { db, keys, clock } = deps;
  serve(
    app,
    deps,
    accountRoutes.list,
    async ({ actor, query }) => {
      const { county } = staffOf(actor);
      const list = accountRoutes.list.name;
      const after = afterIn(deps, list, query.cursor);
      if (isRefusal(after)) return after;
      const rows = await db.transaction(scopeOf(actor, county), async (trx) =>
        accountRows(trx, keys, county, await listAccountRows(trx, county, query, after, query.limit + 1), clock.now()),
      );
      const next = (row: (typeof rows)[number]) => cursorAfter(keys, list, [row.username, row.id]);
      return pageOf(rows, query.limit, (row) => row, next);
    },
    { csv: accountColumns },
  );
  serve(
    app,
    deps,
    accountRoutes.acts,
    async ({ actor, query }) => {
      const { county } = staffOf(actor);
      const list = accountRoutes.acts.name;
      const after = afterIn(deps, list, query.cursor);
      if (isRefusal(after)) return after;
      const rows = await db.transaction(scopeOf(actor, county), async (trx) =>
        actRows(trx, county, await listActRows(trx, county, query, after, query.limit + 1)),
      );
      const next = (row: (typeof rows)[number]) => cursorAfter(keys, list, [row.at, row.id]);
      return pageOf(rows, query.limit, (row) => row, next);
    },
    { csv: actColumns },
  );
  serve(
    app,
    deps,
    accountRoutes.reveals,
    async ({ actor, query }) => {
      const { county } = staffOf(actor);
      const list = accountRoutes.reveals.name;
      const after = afterIn(deps, list, query.cursor);
      if (isRefusal(after)) return after;
      const rows = await db.transaction(scopeOf(actor, county), async (trx) =>
        revealRows(trx, county, await listRevealRows(trx, county, query, after, query.limit + 1)),
      );
      const next = (row: (typeof rows)[number]) => cursorAfter(keys, list, [row.at, row.id]);
      return pageOf(rows, query.limit, (row) => row, next);
    },
    { csv: revealColumns },
  );
}

/** Accounts as administrators manage them. */
export function serveAccounts(app: FastifyInstance, deps: AccessDeps): void {
  serveLists(app, deps);
  serve(app, deps, accountRoutes.invite, ({ actor, body }) => inviteAccount(deps, staffOf(actor), body));
  serve(app, deps, accountRoutes.inviteAgain, ({ actor, params }) => inviteAgain(deps, staffOf(actor), params.id));
  serve(app, deps, accountRoutes.issueReset, ({ actor, params, body }) =>
    issueReset(deps, staffOf(actor), { id: params.id, reason: body.reason }),
  );
  serve(app, deps, accountRoutes.resetSecondFactor, ({ actor, params, body }) =>
    resetSecondFactor(deps, staffOf(actor), { id: params.id, reason: body.reason }),
  );
  serve(app, deps, accountRoutes.lock, ({ actor, params, body }) =>
    lockAccount(deps, staffOf(actor), { id: params.id, reason: body.reason }),
  );
  serve(app, deps, accountRoutes.unlock, ({ actor, params, body }) =>
    unlockAccount(deps, staffOf(actor), { id: params.id, reason: body.reason }),
  );
}
