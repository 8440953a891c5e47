import type { FastifyInstance } from 'fastify';
import type { Deps } from '../deps.ts';
import { serveBodies } from './body-routes.ts';
import type { EndingDeps } from './deps.ts';
import { serveDuty } from './duty-routes.ts';
import { serveLeaves } from './leave-routes.ts';
import { serveOrganisations } from './organisation-routes.ts';
import { servePeople } from './person-routes.ts';
import { servePosts } from './post-routes.ts';
import { type BoardDeps, openBoard } from './staffing-board.ts';
import { serveStaffing } from './staffing-routes.ts';

/** What the routes of people need: the program's parts and who is told of changes. */
export type PeopleRouteDeps = Pick<Deps, 'db' | 'clock' | 'keys' | 'config' | 'log' | 'jobs' | 'newId'> &
  EndingDeps &
  Pick<BoardDeps, 'areasOf'>;

/** Registers organisations, people, posts, leave, duty and staffing. */
export function registerPeople(app: FastifyInstance, given: PeopleRouteDeps): void {
  const board = openBoard(given);
  app.addHook('onClose', () => board.close());
  const deps: PeopleRouteDeps = {
    ...given,
    changed: {
      rights: (county, person) => {
        board.forget();
        given.changed.rights(county, person);
      },
      names: () => {
        board.forget();
        given.changed.names();
      },
    },
  };
  serveOrganisations(app, deps);
  servePeople(app, deps);
  servePosts(app, deps);
  serveDuty(app, deps);
  serveBodies(app, deps);
  serveLeaves(app, deps);
  serveStaffing(app, deps, board);
}
