import { permissions, type Role } from '@gezhi/domain/access/index';
import {
  type Calendar,
  casePredicateNames,
  clockKinds,
  type LightRules,
  largestAmount,
  lightTests,
  type RateFormula,
  stages,
  type TimedStage,
} from '@gezhi/domain/cases/index';
import { holderPlaces, postTimes, type StaffingRule } from '@gezhi/domain/people/index';
import type { AreaKind, CodeScheme } from '@gezhi/domain/places/index';
import {
  type CategoryList,
  defaultSettings,
  type RuleKind,
  type RuleName,
  type Settings,
  type SummonsKind,
} from '@gezhi/domain/rules/index';
import { z } from 'zod';
import { body, caseKind, categoryCode, level, light, urgency } from '../cases/index.ts';
import { organisationKind, roleId } from '../people/index.ts';
import { areaCode, filledText, instant } from '../shapes.ts';

/** Name of a row, unique in its table. */
const rowId = z.string().regex(/^[A-Za-z][A-Za-z0-9._-]{0,59}$/);
const name: z.ZodType<RuleName> = z.strictObject({ zh: filledText(60), en: filledText(120).exactOptional() });
const minuteOfDay = z.int().min(0).max(1440);

const categories = z.strictObject({
  categories: z
    .array(z.strictObject({ code: categoryCode, name, retired: z.boolean().exactOptional() }))
    .min(1)
    .max(5000),
  everyday: z.array(z.strictObject({ code: categoryCode, name, words: z.array(filledText(30)).max(20) })).max(60),
}) satisfies z.ZodType<CategoryList>;

/** Conditions that the rows of both decision tables share. `from` is an ISO time. */
const conditions = {
  category: categoryCode.exactOptional(),
  area: areaCode.exactOptional(),
  window: z
    .strictObject({ days: z.enum(['workdays', 'offDays', 'all']), from: minuteOfDay, to: minuteOfDay })
    .exactOptional(),
  from: instant.exactOptional(),
};

export const dutyRow = z.strictObject({
  id: rowId,
  ...conditions,
  lead: body,
  supporting: z.array(body).max(20).default([]),
  setsLevel: level.exactOptional(),
  setsUrgency: urgency.exactOptional(),
  setsKind: caseKind.exactOptional(),
});

const timedStages = stages.filter((stage): stage is TimedStage => stage !== 'resume');

export const clockRule = z.strictObject({
  id: rowId,
  stage: z.enum(timedStages),
  ...conditions,
  level: level.exactOptional(),
  kind: caseKind.exactOptional(),
  urgency: urgency.exactOptional(),
  summonsKind: rowId.exactOptional(),
  /** Minutes for `running` and `working`, days for the other two. */
  amount: z.strictObject({ kind: z.enum(clockKinds), amount: z.int().min(1).max(largestAmount) }),
});

const lightRules = z.strictObject({
  rows: z
    .array(z.strictObject({ when: z.enum(lightTests), light }))
    .min(1)
    .max(50),
  raisedAgain: z.strictObject({ times: z.int().min(1).max(100), days: z.int().min(1).max(3650) }),
  reopenings: z.int().min(1).max(100),
  shortShare: z.number().min(0).max(1),
}) satisfies z.ZodType<LightRules>;

const yearOfDays = z.strictObject({
  holidays: z.array(z.iso.date()).max(366),
  makeUpWorkdays: z.array(z.iso.date()).max(366),
});

const calendar = z.strictObject({
  offsetMinutes: z.int().min(-840).max(840),
  office: z
    .array(z.tuple([minuteOfDay, minuteOfDay]))
    .min(1)
    .max(8),
  years: z.record(z.string().regex(/^(19[7-9]\d|2[01]\d\d)$/), yearOfDays),
}) satisfies z.ZodType<Calendar>;

const term = z.strictObject({
  all: z.array(z.enum(casePredicateNames)).min(1).max(10),
  weight: z.number().min(0).max(1000),
});

export const rateFormula = z.strictObject({
  code: z.string().regex(/^[a-z][A-Za-z0-9]{1,39}$/),
  /** Only for a rate that the catalogues do not name. */
  name: name.exactOptional(),
  numerator: z.array(term).min(1).max(10),
  denominator: z.array(term).min(1).max(10),
}) satisfies z.ZodType<RateFormula>;

const areaKind = z.strictObject({
  id: roleId,
  /** Only for a kind that the catalogues do not name. */
  name: name.exactOptional(),
  under: z.array(roleId).max(20),
  desk: z.boolean(),
  size: z.enum(['large', 'medium', 'small', 'micro']).exactOptional(),
  use: z.enum(['general', 'exclusive']).exactOptional(),
  numbers: z.strictObject({ from: z.int().min(1).max(9999), to: z.int().min(1).max(9999) }).exactOptional(),
}) satisfies z.ZodType<AreaKind>;

const codeScheme = z.strictObject({
  id: roleId,
  widths: z.array(z.int().min(1).max(6)).min(3).max(10),
}) satisfies z.ZodType<CodeScheme>;

const role = z.strictObject({
  id: roleId,
  name: z.strictObject({ zh: filledText(60), en: filledText(120) }),
  permissions: z.array(z.enum(permissions)).max(permissions.length),
  secondFactor: z.boolean(),
}) satisfies z.ZodType<Role>;

const limit = z.strictObject({ times: z.int().min(1).max(100_000), minutes: z.int().min(1).max(10_080) });
const days = z.int().min(1).max(3650);

const settings = z.strictObject({
  sampleRate: z.number().min(0).max(1),
  reopening: z.strictObject({ withinDays: days, times: z.int().min(0).max(100) }),
  rating: z.strictObject({ withinDays: days }),
  nearby: z.strictObject({ metres: z.int().min(1).max(2000), days }),
  flood: z.strictObject({ perAddress: limit, perCounty: limit }),
  wrongCodes: limit,
  // Settings written before there was this one are read, too.
  retention: z.strictObject({ contactDays: days }).default(defaultSettings.retention),
}) satisfies z.ZodType<Settings>;

const summonsKind = z.strictObject({ id: rowId, name }) satisfies z.ZodType<SummonsKind>;

const staffingNeed = z.strictObject({
  id: rowId,
  name,
  roles: z.array(roleId).min(1).max(20),
  min: z.int().min(0).max(1000),
  time: z.enum(postTimes).exactOptional(),
  place: z.enum(holderPlaces),
  severalPlaces: z.boolean(),
});

export const staffingRule = z.strictObject({
  id: rowId,
  name,
  unit: z.discriminatedUnion('per', [
    z.strictObject({ per: z.literal('area'), kinds: z.array(roleId).min(1).max(20) }),
    z.strictObject({ per: z.literal('organisation'), kinds: z.array(organisationKind).min(1).max(20) }),
    z.strictObject({ per: z.literal('zone'), purpose: filledText(40) }),
    z.strictObject({
      per: z.literal('areaAndDepartment'),
      kinds: z.array(roleId).min(1).max(20),
      departments: z.array(filledText(40)).max(60),
    }),
  ]),
  area: areaCode.exactOptional(),
  needs: z.array(staffingNeed).min(1).max(20),
}) satisfies z.ZodType<StaffingRule>;

/** The body of each kind of rules, as it is handed in, kept and read back. */
export const ruleBodies = {
  categories,
  dutyList: z.strictObject({ rows: z.array(dutyRow).max(5000) }),
  taskGate: z.strictObject({ categories: z.array(categoryCode).max(5000) }),
  clockRules: z.strictObject({ rows: z.array(clockRule).min(1).max(2000) }),
  lightRules,
  summonsKinds: z.strictObject({ kinds: z.array(summonsKind).min(1).max(50) }),
  calendar,
  rates: z.strictObject({ formulas: z.array(rateFormula).min(1).max(100) }),
  areaKinds: z.strictObject({ scheme: codeScheme, kinds: z.array(areaKind).min(1).max(50) }),
  roles: z.strictObject({ roles: z.array(role).min(1).max(100) }),
  staffing: z.strictObject({ rows: z.array(staffingRule).max(60) }),
  settings,
} as const satisfies Record<RuleKind, z.ZodType>;

/** A body of rules by its kind. */
export type RuleBody<Kind extends RuleKind> = z.output<(typeof ruleBodies)[Kind]>;
export type DutyRowBody = z.output<typeof dutyRow>;
export type ClockRuleBody = z.output<typeof clockRule>;
