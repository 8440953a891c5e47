import type { FastifyInstance } from 'fastify';
import { repeat } from '../clock/index.ts';
import { serveAccounts } from './account-routes.ts';
import { forgetExpired } from './forget-expired.ts';
import { serveOpenings } from './opening-routes.ts';
import { serveOpeningPages } from './pages/opening-pages.ts';
import { serveSignInPages } from './pages/sign-in-routes.ts';
import { serveSessions } from './session-routes.ts';
import type { SetUpDeps } from './set-up.ts';

const hourMs = 3_600_000;

/** Registers sessions, accounts, one-time links, phone verification, the first set-up, and their pages. */
export function registerAccess(app: FastifyInstance, deps: SetUpDeps): void {
  serveSessions(app, deps);
  serveAccounts(app, deps);
  serveOpenings(app, deps);
  serveSignInPages(app, deps);
  serveOpeningPages(app, deps);
  const forgetting = repeat('accounts', hourMs, () => forgetExpired(deps), deps.log);
  app.addHook('onClose', () => forgetting.stop());
}
