import type { FastifyInstance } from 'fastify';
import { serveAccounts } from './account-routes.ts';
import { serveOpenings } from './opening-routes.ts';
import { serveOpeningPages } from './pages/opening-pages.ts';
import { serveSignInPages } from './pages/sign-in-routes.ts';
import { serveSessions } from './session-routes.ts';
import type { SetUpDeps } from './set-up.ts';

/** Registers sessions, accounts, one-time links, phone verification, the first set-up, and their pages. */
export function registerAccess(app: FastifyInstance, deps: SetUpDeps): void {
  serveSessions(app, deps);
  serveAccounts(app, deps);
  serveOpenings(app, deps);
  serveSignInPages(app, deps);
  serveOpeningPages(app, deps);
}
