import { leaveRoutes, type PostRow, peopleRoutes } from '@gezhi/contract/people/index';
import type { FastifyInstance } from 'fastify';
import { type PostTable, scopeOf } from '../database/index.ts';
import { cursorAfter, pageOf, serve } from '../http/index.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import type { Staff } from './deps.ts';
import { endPost, readPostDuties } from './end-post.ts';
import { givePost } from './give-post.ts';
import { listPosts, postRows } from './list-people.ts';
import type { PeopleRouteDeps } from './routes.ts';
import { postColumns } from './sheets.ts';
import { afterTime, staffOf } from './staff-call.ts';

const list = peopleRoutes.listPosts.name;

async function shown(deps: PeopleRouteDeps, actor: Staff, row: PostTable | Refusal): Promise<PostRow | Refusal> {
  if (isRefusal(row)) return row;
  const [post] = await deps.db.transaction(scopeOf(actor, actor.county), (trx) => postRows(trx, actor.county, [row]));
  if (post === undefined) throw new Error('a post was made and not shown');
  return post;
}

/** Posts: list, give, end. */
export function servePosts(app: FastifyInstance, deps: PeopleRouteDeps): void {
  serve(
    app,
    deps,
    peopleRoutes.listPosts,
    async ({ actor, query }) => {
      const { county } = staffOf(actor);
      const after = afterTime(deps.keys, list, query);
      if (isRefusal(after)) return after;
      const filter = { ...query, ended: query.ended === 'true' };
      const rows = await deps.db.transaction(scopeOf(actor, county), (trx) =>
        listPosts(trx, county, filter, deps.clock.now(), after, query.limit + 1),
      );
      return pageOf(
        rows,
        query.limit,
        (row) => row,
        (row) => cursorAfter(deps.keys, list, [row.from, row.id]),
      );
    },
    { csv: postColumns },
  );
  serve(app, deps, peopleRoutes.givePost, async ({ actor, body, once }) => {
    const staff = staffOf(actor);
    return shown(deps, staff, await givePost(deps, once, staff, body));
  });
  serve(app, deps, peopleRoutes.endPost, async ({ actor, params, body }) => {
    const staff = staffOf(actor);
    const ended = await endPost(deps, staff, { id: params.id, ...body });
    if (isRefusal(ended)) return ended;
    const post = await shown(deps, staff, ended.row);
    return isRefusal(post) ? post : { ...post, openDuties: [...ended.openDuties] };
  });
  serve(app, deps, leaveRoutes.postDuties, async ({ actor, params }) => {
    const rows = await readPostDuties(deps, staffOf(actor), params.id);
    return isRefusal(rows) ? rows : { rows: [...rows] };
  });
}
