import { z } from 'zod';
import { defineRoute } from '../route.ts';
import { areaCode, id, page, paging, text } from '../shapes.ts';
import { entryChange, expiring, newEntry, registerEntry, registerKindCode } from './entries.ts';

const read = { permission: 'register.read' } as const;
const edit = { permission: 'register.edit' } as const;
const byId = z.object({ id });
const flag = z.enum(['true', 'false']).default('false');

/** Lists that are alike: one route each for all kinds, and what ends soon. */
export const registerRoutes = {
  list: defineRoute({
    name: 'registers.list',
    method: 'GET',
    path: '/api/registers',
    summary: 'Entries of one kind by area (and all under it), person, organisation or household',
    access: read,
    query: paging.extend({
      kind: registerKindCode,
      area: areaCode.optional(),
      person: id.optional(),
      org: id.optional(),
      household: id.optional(),
      /** Part of what the entry says. */
      q: text(100).optional(),
      ended: flag,
    }),
    answer: page(registerEntry),
    status: 200,
    csv: true,
  }),
  get: defineRoute({
    name: 'registers.get',
    method: 'GET',
    path: '/api/registers/:id',
    summary: 'One entry',
    access: read,
    params: byId,
    answer: registerEntry,
    status: 200,
  }),
  create: defineRoute({
    name: 'registers.create',
    method: 'POST',
    path: '/api/registers',
    summary: 'Adds an entry; what it holds depends on its kind',
    access: edit,
    body: newEntry,
    answer: registerEntry,
    status: 201,
    idempotent: true,
  }),
  change: defineRoute({
    name: 'registers.change',
    method: 'PATCH',
    path: '/api/registers/:id',
    summary: 'Changes an entry, or ends it by its time `to`',
    access: edit,
    params: byId,
    body: entryChange,
    answer: registerEntry,
    status: 200,
    ifMatch: true,
  }),
  remove: defineRoute({
    name: 'registers.remove',
    method: 'DELETE',
    path: '/api/registers/:id',
    summary: 'Takes an entry made by mistake off its list',
    access: edit,
    params: byId,
    status: 204,
  }),
  ofPerson: defineRoute({
    name: 'registers.ofPerson',
    method: 'GET',
    path: '/api/people/:id/records',
    summary: 'Training, hours, commendations and other entries of one person, the latest first',
    access: read,
    params: byId,
    query: paging.extend({ kind: registerKindCode.optional() }),
    answer: page(registerEntry).extend({ hours: z.object({ training: z.number(), service: z.number() }) }),
    status: 200,
    csv: true,
  }),
  expiring: defineRoute({
    name: 'registers.expiring',
    method: 'GET',
    path: '/api/expiring',
    summary: 'What ends or expires within some days: trainings, pairings, secondments, posts and records of care',
    access: read,
    query: paging.extend({ days: z.coerce.number().int().min(1).max(366).default(30), area: areaCode.optional() }),
    answer: page(expiring),
    status: 200,
    csv: true,
  }),
  chart: defineRoute({
    name: 'registers.chart',
    method: 'GET',
    path: '/api/areas/:code/responsibility-chart',
    summary: 'The responsibility chart of an area to print (HTML, A4)',
    access: read,
    params: z.object({ code: areaCode }),
    status: 200,
  }),
} as const;
