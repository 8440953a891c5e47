import type { FastifyInstance } from 'fastify';
import { serveCare } from './care-routes.ts';
import type { ServedDeps } from './deps.ts';
import { serveEntries } from './entry-routes.ts';
import { serveGroups } from './group-routes.ts';
import { serveHouseholds } from './household-routes.ts';
import { serveOverviews } from './overview-routes.ts';
import { serveServicePlaces } from './place-routes.ts';

/** Registers households, the lists that are alike, service places, groups and records of care. */
export function registerRegisters(app: FastifyInstance, deps: ServedDeps): void {
  serveEntries(app, deps);
  serveOverviews(app, deps);
  serveHouseholds(app, deps);
  serveServicePlaces(app, deps);
  serveGroups(app, deps);
  serveCare(app, deps);
}
