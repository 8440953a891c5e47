import type { FastifyInstance } from 'fastify';
import type { Deps } from '../deps.ts';
import type { PeopleDeps } from './deps.ts';
import { serveDuty } from './duty-routes.ts';
import { serveOrganisations } from './organisation-routes.ts';
import { servePeople } from './person-routes.ts';
import { servePosts } from './post-routes.ts';

/** What the routes of people need: the program's parts and who is told of changes. */
export type PeopleRouteDeps = Pick<Deps, 'db' | 'clock' | 'keys' | 'config' | 'log'> & PeopleDeps;

/** Registers organisations, people, posts and duty. */
export function registerPeople(app: FastifyInstance, deps: PeopleRouteDeps): void {
  serveOrganisations(app, deps);
  servePeople(app, deps);
  servePosts(app, deps);
  serveDuty(app, deps);
}
