import { z } from 'zod';
import { defineRoute } from '../route.ts';
import { areaCode, crs, filledText, id, instant, mostCount, page, paging } from '../shapes.ts';
import { fileCase, filed, reporterCommand, staffCommand } from './commands.ts';
import { caseKind, caseState, categoryCode, channel, level, light, urgency } from './parts.ts';
import { caseRow, caseView, followView, historyLine, nearbyCase, publicCase, supervisionView } from './views.ts';

const read = { permission: 'case.read' } as const;
const byId = z.object({ id });
/** Twelve Crockford characters and a check character; spaces, hyphens, full-width and look-alikes are understood. */
const byCode = z.object({ code: z.string().min(13).max(40) });

/** One or several values of a filter: `?state=reported&state=accepted` or `?state=reported,accepted`. */
const several = <Value extends z.ZodType>(value: Value, most = 20) =>
  z.preprocess((given) => (typeof given === 'string' ? given.split(',') : given), z.array(value).max(most)).optional();

/** Filters of the list, shared with its CSV, the map and the drill-down of the figures. */
export const caseFilters = z.object({
  state: several(caseState),
  light: several(light),
  category: categoryCode.optional(),
  area: areaCode.optional(),
  /** Only what lies at the area or category itself, not below it. */
  itself: z.enum(['area', 'category']).optional(),
  desk: areaCode.optional(),
  /** Organisation with a work order on it. */
  org: id.optional(),
  urgency: urgency.optional(),
  kind: caseKind.optional(),
  level: level.optional(),
  channel: several(channel),
  overdue: z.stringbool().optional(),
  open: z.stringbool().optional(),
  /** Only what the one who asks owes the next step of. */
  mine: z.stringbool().optional(),
  from: instant.optional(),
  to: instant.optional(),
  /** Words, the case number, or pinyin initials. */
  q: z.string().max(100).optional(),
  source: z.string().max(100).optional(),
  /** Only these cases: to read some rows of a list again. */
  ids: several(id, 100),
  /** Rows behind a figure: the rate and which part of it. */
  rate: z.string().max(40).optional(),
  part: z.enum(['numerator', 'denominator']).optional(),
});
export const caseSort = z.enum(['due', 'newest', 'updated']).default('due');

/** There are more than `total`, which is as far as is counted. */
const manyMore = z.literal(true).optional();

export const caseRoutes = {
  file: defineRoute({
    name: 'cases.file',
    method: 'POST',
    path: '/api/cases',
    summary: 'Reports a matter: anybody may; staff by their own channel',
    access: 'public',
    body: fileCase,
    answer: filed,
    status: 201,
    idempotent: true,
  }),
  list: defineRoute({
    name: 'cases.list',
    method: 'GET',
    path: '/api/cases',
    summary: 'Cases in reach of the asker’s posts, filtered, by keyset pages',
    access: 'session',
    query: paging.extend({ ...caseFilters.shape, sort: caseSort }),
    answer: page(caseRow).extend({ more: manyMore }),
    status: 200,
    csv: true,
  }),
  map: defineRoute({
    name: 'cases.map',
    method: 'GET',
    path: '/api/cases/map',
    summary:
      'The same cases as the list, as points: their number equals the list’s count of cases with a place. Of too many, the newest',
    access: 'session',
    query: caseFilters,
    answer: z.object({
      total: z.number().int(),
      more: manyMore,
      withoutPlace: z.number().int(),
      points: z.array(
        z.object({ id, number: z.string(), point: z.tuple([z.number(), z.number()]), light, category: z.string() }),
      ),
    }),
    status: 200,
  }),
  get: defineRoute({
    name: 'cases.get',
    method: 'GET',
    path: '/api/cases/:id',
    summary:
      'One case in full, with its history, clocks, light and the commands the asker can give now. ETag is its version',
    access: 'session',
    params: byId,
    answer: caseView,
    status: 200,
  }),
  command: defineRoute({
    name: 'cases.command',
    method: 'POST',
    path: '/api/cases/:id/commands',
    summary: 'Gives one command. If-Match holds the ETag last read; stale answers 412 with what changed',
    access: 'session',
    params: byId,
    body: staffCommand,
    answer: caseView,
    status: 200,
    idempotent: true,
    ifMatch: true,
  }),
  history: defineRoute({
    name: 'cases.history',
    method: 'GET',
    path: '/api/cases/:id/history',
    summary: 'The events of a case with their hashes',
    access: 'session',
    params: byId,
    query: z.object({ after: z.coerce.number().int().min(0).max(mostCount).default(0) }),
    answer: z.object({ rows: z.array(historyLine), intact: z.boolean() }),
    status: 200,
  }),
  likelySame: defineRoute({
    name: 'cases.likelySame',
    method: 'GET',
    path: '/api/cases/:id/likely-same',
    summary: 'Open cases that may be the same matter, with the reasons; nothing is merged without a person',
    access: read,
    params: byId,
    answer: z.object({
      rows: z.array(
        z.object({
          case: caseRow,
          likeness: z.number(),
          metres: z.number().optional(),
          reasons: z.array(z.enum(['text', 'near', 'category', 'time', 'sameReporter'])),
        }),
      ),
    }),
    status: 200,
  }),
  reveal: defineRoute({
    name: 'cases.reveal',
    method: 'POST',
    path: '/api/cases/:id/reveal',
    summary: 'Shows the reporter’s phone, name or e-mail for a stated purpose, for 60 seconds, on the record',
    access: { permission: 'personal.reveal' },
    params: byId,
    body: z.strictObject({ field: z.enum(['phone', 'name', 'email']), purpose: filledText(200) }),
    answer: z.object({ value: z.string(), until: z.string() }),
    status: 200,
  }),
  erase: defineRoute({
    name: 'cases.erase',
    method: 'POST',
    path: '/api/cases/:id/erasures',
    summary: 'Destroys the key of the reporter’s phone, name and e-mail: nobody can read them again. On the record',
    access: { permission: 'personal.erase' },
    params: byId,
    body: z.strictObject({ reason: filledText(200) }),
    answer: z.object({ at: z.string() }),
    status: 200,
  }),
  callers: defineRoute({
    name: 'cases.callers',
    method: 'POST',
    path: '/api/hotline/lookups',
    summary: 'Earlier matters of a caller by phone, through the blind index; on the record',
    access: { permission: 'case.desk' },
    body: z.strictObject({ phone: z.string().max(30) }),
    answer: z.object({ rows: z.array(caseRow) }),
    status: 200,
  }),
  nearby: defineRoute({
    name: 'cases.nearby',
    method: 'GET',
    path: '/api/cases/nearby',
    summary: 'Open cases of like category within 100 m and 30 days, shown before a new one is made',
    access: 'public',
    query: z.object({
      lon: z.coerce.number().min(-180).max(180),
      lat: z.coerce.number().min(-90).max(90),
      crs: crs.default('WGS84'),
      category: categoryCode.optional(),
    }),
    answer: z.object({ rows: z.array(nearbyCase) }),
    status: 200,
  }),
  support: defineRoute({
    name: 'cases.support',
    method: 'POST',
    path: '/api/cases/:id/support',
    summary: '“Me too”: counted once for each verified phone or device; supporters are told when it closes',
    access: 'public',
    params: byId,
    body: z.strictObject({
      device: z.string().min(8).max(100).optional(),
      contact: z.strictObject({ phone: z.string().max(30) }).optional(),
    }),
    answer: z.object({ supporters: z.number().int(), counted: z.boolean() }),
    status: 200,
    idempotent: true,
  }),
  publicMap: defineRoute({
    name: 'cases.publicMap',
    method: 'GET',
    path: '/api/public/cases',
    summary: 'Open cases of a county for the public map: snapped, without words or names',
    access: 'public',
    query: z.object({
      county: z
        .string()
        .regex(/^\d{6}$/)
        .optional(),
      area: areaCode.optional(),
    }),
    answer: z.object({ rows: z.array(publicCase) }),
    status: 200,
  }),
  follow: defineRoute({
    name: 'cases.follow',
    method: 'GET',
    path: '/api/follow/:code',
    summary: 'Where one’s own report stands, by its follow code. Wrong codes are limited',
    access: 'followCode',
    params: byCode,
    answer: followView,
    status: 200,
  }),
  followCommand: defineRoute({
    name: 'cases.followCommand',
    method: 'POST',
    path: '/api/follow/:code/commands',
    summary: 'Adds to, rates, raises again, asks to reopen, appeals or withdraws one’s own report',
    access: 'followCode',
    params: byCode,
    body: reporterCommand,
    answer: followView,
    status: 200,
    idempotent: true,
  }),
  supervision: defineRoute({
    name: 'cases.supervision',
    method: 'GET',
    path: '/api/supervision-orders',
    summary: 'Supervision orders to or over the asker’s desks',
    access: { permission: 'case.desk' },
    query: paging.extend({ open: z.stringbool().optional() }),
    answer: page(supervisionView.extend({ case: z.object({ id, number: z.string(), description: z.string() }) })),
    status: 200,
    csv: true,
  }),
};
