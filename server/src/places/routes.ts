import type { FastifyInstance } from 'fastify';
import { serveAreas } from './area-routes.ts';
import type { ServedDeps } from './deps.ts';
import { servePlaces } from './place-routes.ts';
import { serveZones } from './zone-routes.ts';

/** Everything about places over HTTP. */
export function registerPlaces(app: FastifyInstance, deps: ServedDeps): void {
  serveAreas(app, deps);
  servePlaces(app, deps);
  serveZones(app, deps);
}
