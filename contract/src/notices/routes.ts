import { z } from 'zod';
import { defineRoute } from '../route.ts';
import { areaCode, id, page, paging } from '../shapes.ts';
import { notice, outboxKinds, outboxMessage, outboxStates } from './shapes.ts';

/** What is told: the unread list of staff, and the messages to people outside. */
export const noticeRoutes = {
  list: defineRoute({
    name: 'notices.list',
    method: 'GET',
    path: '/api/notices',
    summary: 'The asker’s notices: unread first, then newest first',
    access: 'session',
    query: paging.omit({ format: true }).extend({ unread: z.stringbool().optional() }),
    answer: page(notice).extend({ unread: z.number().int() }),
    status: 200,
  }),
  read: defineRoute({
    name: 'notices.read',
    method: 'POST',
    path: '/api/notices/:id/read',
    summary: 'Marks a notice as read; once read it stays so',
    access: 'session',
    params: z.object({ id }),
    answer: z.object({ unread: z.number().int() }),
    status: 200,
  }),
  readAll: defineRoute({
    name: 'notices.readAll',
    method: 'POST',
    path: '/api/notices/read',
    summary: 'Marks every notice of the asker as read',
    access: 'session',
    answer: z.object({ unread: z.number().int() }),
    status: 200,
  }),
  outbox: defineRoute({
    name: 'notices.outbox',
    method: 'GET',
    path: '/api/outbox',
    summary: 'Messages to reporters and others outside, newest first, recipients masked',
    access: { permission: 'outbox.read' },
    query: paging.extend({
      state: z.enum(outboxStates).optional(),
      kind: z.enum(outboxKinds).optional(),
      area: areaCode.optional(),
      case: id.optional(),
    }),
    answer: page(outboxMessage),
    status: 200,
    csv: true,
  }),
} as const;
