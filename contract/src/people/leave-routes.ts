import { z } from 'zod';
import { defineRoute } from '../route.ts';
import { id, page, paging } from '../shapes.ts';
import { leave, newLeave, postDuty } from './leave-shapes.ts';

const read = { permission: 'people.read' } as const;
const edit = { permission: 'people.edit' } as const;
const byId = z.object({ id });

/** Leave with a deputy, and what the end of a post leaves open. */
export const leaveRoutes = {
  list: defineRoute({
    name: 'people.listLeaves',
    method: 'GET',
    path: '/api/leaves',
    summary: 'Who is, was or will be away, and who acts; newest first',
    access: read,
    query: paging.extend({
      person: id.optional(),
      /** Those in which this person acts. */
      deputy: id.optional(),
      over: z.enum(['true', 'false']).default('false'),
    }),
    answer: page(leave),
    status: 200,
    csv: true,
  }),
  take: defineRoute({
    name: 'people.takeLeave',
    method: 'POST',
    path: '/api/leaves',
    summary:
      'Puts a person on leave; the deputy gets the rights of their posts for those days, recorded as acting posts',
    access: edit,
    body: newLeave,
    answer: leave,
    status: 201,
    idempotent: true,
  }),
  end: defineRoute({
    name: 'people.endLeave',
    method: 'POST',
    path: '/api/leaves/:id/end',
    summary: 'The person is back, or does not go: acting ends now',
    access: edit,
    params: byId,
    answer: leave,
    status: 200,
  }),
  postDuties: defineRoute({
    name: 'people.postDuties',
    method: 'GET',
    path: '/api/posts/:id/duties',
    summary: 'What would be left without an owner if this post ended now',
    access: edit,
    params: byId,
    answer: z.object({ rows: z.array(postDuty) }),
    status: 200,
  }),
} as const;
