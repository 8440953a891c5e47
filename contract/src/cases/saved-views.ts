import { z } from 'zod';
import { defineRoute } from '../route.ts';
import { filledText, id, text } from '../shapes.ts';

/** Views one person may keep. */
export const mostViews = 50;

/**
 * What the address of the work list says: filters, columns, order. Only its form is checked here; the desk reads it as
 * it reads an address, and drops what no longer means anything.
 */
export const viewState = z
  .record(z.string().regex(/^[a-z]{1,20}$/i), z.union([text(200), z.boolean(), z.array(text(100)).max(40)]))
  .refine((state) => Object.keys(state).length <= 40, { error: 'view.tooLarge' })
  .meta({ id: 'ViewState' });
export type ViewState = z.output<typeof viewState>;

const name = filledText(30);

/** A view of the work list that a person keeps for themselves. */
export const savedView = z.object({ id, name: z.string(), state: viewState }).meta({ id: 'SavedView' });
export type SavedView = z.output<typeof savedView>;

const byId = z.object({ id });

export const savedViewRoutes = {
  list: defineRoute({
    name: 'savedViews.list',
    method: 'GET',
    path: '/api/saved-views',
    summary: 'One’s own saved views of the work list, in the order they were made',
    access: 'session',
    answer: z.object({ rows: z.array(savedView) }),
    status: 200,
  }),
  save: defineRoute({
    name: 'savedViews.save',
    method: 'POST',
    path: '/api/saved-views',
    summary: 'Keeps filters, columns and order under a name that is not taken yet',
    access: 'session',
    body: z.strictObject({ name, state: viewState }),
    answer: savedView,
    status: 201,
    idempotent: true,
  }),
  change: defineRoute({
    name: 'savedViews.change',
    method: 'PATCH',
    path: '/api/saved-views/:id',
    summary: 'Gives one’s own saved view another name or another state',
    access: 'session',
    params: byId,
    body: z.strictObject({ name: name.optional(), state: viewState.optional() }),
    answer: savedView,
    status: 200,
  }),
  remove: defineRoute({
    name: 'savedViews.remove',
    method: 'DELETE',
    path: '/api/saved-views/:id',
    summary: 'Forgets one’s own saved view',
    access: 'session',
    params: byId,
    status: 204,
  }),
};
