import { mostViews, savedViewRoutes } from '@gezhi/contract/cases/index';
import type { FastifyInstance } from 'fastify';
import { scopeOf } from '../database/index.ts';
import { serve } from '../http/index.ts';
import { staffOf } from '../people/index.ts';
import { refuse } from '../refusal.ts';
import { deleteView, insertView, listViews, updateView } from './saved-view-store.ts';
import type { CaseServing } from './serving.ts';

const taken = () => refuse('view.nameTaken', { errors: [{ path: 'name', code: 'view.nameTaken' }] });

/** The views of the work list that each person keeps for themselves. */
export function registerSavedViews(app: FastifyInstance, { deps }: CaseServing): void {
  serve(app, deps, savedViewRoutes.list, ({ actor }) => {
    const keeper = staffOf(actor);
    return deps.db.transaction(scopeOf(actor, keeper.county), async (trx) => ({ rows: await listViews(trx, keeper) }));
  });

  serve(app, deps, savedViewRoutes.save, ({ actor, body, once }) => {
    const keeper = staffOf(actor);
    return once(scopeOf(actor, keeper.county), async (trx) => {
      if ((await listViews(trx, keeper)).length >= mostViews) return refuse('view.full', { params: { n: mostViews } });
      const view = { id: deps.newId(), ...body };
      const added = await insertView(trx, keeper, view, new Date(deps.clock.now()).toISOString());
      return added ? view : taken();
    });
  });

  serve(app, deps, savedViewRoutes.change, ({ actor, params, body }) => {
    const keeper = staffOf(actor);
    return deps.db.transaction(scopeOf(actor, keeper.county), async (trx) => {
      const all = await listViews(trx, keeper);
      const before = all.find(({ id }) => id === params.id);
      if (before === undefined) return refuse('view.notFound');
      const after = { ...before, name: body.name ?? before.name, state: body.state ?? before.state };
      if (all.some(({ id, name }) => id !== after.id && name === after.name)) return taken();
      await updateView(trx, keeper, after);
      return after;
    });
  });

  serve(app, deps, savedViewRoutes.remove, ({ actor, params }) => {
    const keeper = staffOf(actor);
    return deps.db.transaction(scopeOf(actor, keeper.county), async (trx) =>
      (await deleteView(trx, keeper, params.id)) ? undefined : refuse('view.notFound'),
    );
  });
}
