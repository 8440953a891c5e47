import type { RuleKind } from '@gezhi/domain/rules/index';
import { z } from 'zod';
import { defineRoute } from '../route.ts';
import { countyCode, instant } from '../shapes.ts';
import { ruleBodies } from './bodies.ts';
import {
  calendarSheet,
  categoryAnswer,
  ruleKind,
  rulesInForce,
  ruleVersion,
  ruleWritten,
  triedAnswer,
  triedMatter,
  writing,
} from './shapes.ts';

const read = { permission: 'rules.read' } as const;
const byKind = z.object({ kind: ruleKind });
const versions = z.object({ rows: z.array(ruleVersion) });

/** The writing route of one kind, with the precise shape of its body. */
function write<Kind extends RuleKind>(kind: Kind) {
  return defineRoute({
    name: `rules.write.${kind}`,
    method: 'POST',
    path: `/api/rules/${kind}`,
    summary: `Writes a new version of ${kind}: checked as a whole, in force from its date, answered with what differs`,
    access: { permission: 'rules.edit' },
    body: z.strictObject({ body: ruleBodies[kind], ...writing }),
    answer: ruleWritten,
    status: 201,
    idempotent: true,
  });
}

/** One writing route a kind: versions are only ever added. */
export const ruleWritingRoutes = {
  categories: write('categories'),
  dutyList: write('dutyList'),
  taskGate: write('taskGate'),
  clockRules: write('clockRules'),
  lightRules: write('lightRules'),
  summonsKinds: write('summonsKinds'),
  calendar: write('calendar'),
  rates: write('rates'),
  areaKinds: write('areaKinds'),
  roles: write('roles'),
  staffing: write('staffing'),
  settings: write('settings'),
} as const satisfies Record<RuleKind, unknown>;

/** Rules as data, with versions. */
export const ruleRoutes = {
  kinds: defineRoute({
    name: 'rules.kinds',
    method: 'GET',
    path: '/api/rules',
    summary: 'Every kind of rules with the version in force',
    access: read,
    answer: versions,
    status: 200,
  }),
  versions: defineRoute({
    name: 'rules.versions',
    method: 'GET',
    path: '/api/rules/:kind',
    summary: 'Every version of a kind, newest first',
    access: read,
    params: byKind,
    answer: versions,
    status: 200,
  }),
  inForce: defineRoute({
    name: 'rules.inForce',
    method: 'GET',
    path: '/api/rules/:kind/current',
    summary: 'What holds now, or held at a time',
    access: 'session',
    params: byKind,
    query: z.object({ at: instant.optional() }),
    answer: rulesInForce,
    status: 200,
  }),
  version: defineRoute({
    name: 'rules.version',
    method: 'GET',
    path: '/api/rules/:kind/:version',
    summary: 'One version of a kind with its body',
    access: read,
    params: byKind.extend({ version: z.coerce.number().int().min(1).max(1_000_000) }),
    answer: ruleVersion.extend({ body: z.record(z.string(), z.unknown()) }),
    status: 200,
  }),
  tryOut: defineRoute({
    name: 'rules.try',
    method: 'POST',
    path: '/api/rules/try',
    summary: 'What would become of a matter: which duty row and clock rules fit, why, and when it would be due',
    access: read,
    body: triedMatter,
    answer: triedAnswer,
    status: 200,
  }),
  calendarSheet: defineRoute({
    name: 'rules.calendarSheet',
    method: 'POST',
    path: '/api/rules/calendar/sheet',
    summary: 'Loads years of the statutory calendar from a sheet: date, name, off or work',
    access: { permission: 'rules.edit' },
    body: calendarSheet,
    answer: ruleWritten,
    status: 201,
    idempotent: true,
  }),
  categories: defineRoute({
    name: 'rules.categories',
    method: 'GET',
    path: '/api/categories',
    summary: 'What can be reported in a county: the short list for residents and the whole tree',
    access: 'public',
    query: z.object({ county: countyCode.optional() }),
    answer: categoryAnswer,
    status: 200,
  }),
} as const;
