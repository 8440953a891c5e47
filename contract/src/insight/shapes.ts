import { caseStates } from '@gezhi/domain/cases/index';
import { z } from 'zod';
import { categoryCode, light } from '../cases/index.ts';
import { areaCode, id, instant } from '../shapes.ts';

/** What cases are grouped by: the place they are in, a body with a work order on them, or what they are about. */
export const figureUnits = ['area', 'org', 'category'] as const;

/** Which cases are counted, and how they are grouped. The list of cases takes the same filters by the same names. */
export const figureQuery = z.object({
  by: z.enum(figureUnits).default('area'),
  /** Reported from this time on, and before that one. */
  from: instant.optional(),
  to: instant.optional(),
  area: areaCode.optional(),
  category: categoryCode.optional(),
  org: id.optional(),
  /** How many levels below `area` or `category` the units are. */
  level: z.coerce.number().int().min(1).max(6).default(1),
});

/** A rate with all that is needed to read it honestly. */
export const rate = z
  .object({
    code: z.string(),
    numerator: z.number(),
    denominator: z.number(),
    /** Cases in the denominator. */
    n: z.number().int(),
    /** 0 to 1; absent without a single case. */
    rate: z.number().optional(),
    /** Wilson's 95 % interval. */
    interval: z.tuple([z.number(), z.number()]).optional(),
    /** False with fewer than ten cases: such a unit is not ranked. */
    ranked: z.boolean(),
  })
  .meta({ id: 'Rate' });

const unit = z.object({
  /** Code of the area or category, or id of the organisation; empty for all together. */
  code: z.string(),
  name: z.string(),
  /** Only what lies at this area or category itself and not below it: it ends above the level asked for. */
  own: z.boolean(),
});

export const unitFigures = z
  .object({
    unit,
    cases: z.number().int(),
    states: z.record(z.enum(caseStates), z.number().int()),
    lights: z.record(light, z.number().int()),
    overdue: z.number().int(),
    rates: z.array(rate),
  })
  .meta({ id: 'UnitFigures' });
export type UnitFiguresRow = z.output<typeof unitFigures>;

export const figures = z
  .object({
    /** The moment the figures are true of: clocks that ended since are not counted. */
    asOf: z.string(),
    by: z.enum(figureUnits),
    level: z.number().int(),
    /** The rates of the county with their names, in order. */
    formulas: z.array(z.object({ code: z.string(), name: z.string() })),
    /** All of it together. By organisation it is not the sum of the rows: a case may have several bodies. */
    total: unitFigures,
    rows: z.array(unitFigures),
  })
  .meta({ id: 'Figures' });
export type FiguresAnswer = z.output<typeof figures>;

/** One rate of one unit, as a line of a sheet. */
export const figureLine = z.object({ unit, cases: z.number().int(), name: z.string(), rate });
export type FigureLine = z.output<typeof figureLine>;

/** What can be missing or have gone wrong without a sign. Its words are in the catalogue under `fault.<kind>`. */
export const faultKinds = [
  'messageFailed',
  'noVerifier',
  'noSuperior',
  'noClockRule',
  'supervisionUnanswered',
  'deskWithoutStaff',
  'yearUnpublished',
  'categoryWithoutRow',
  'dutyGap',
  'misleadingRow',
  'onNoGrid',
  'other',
] as const;
export type FaultKind = (typeof faultKinds)[number];

export const fault = z
  .object({
    /** What it is about: a case, a message, a desk, a year, a category, a row of the duty list. */
    ref: z.string(),
    /** The whole sentence in the asker's language. */
    text: z.string(),
    caseId: id.optional(),
    area: z.string().optional(),
    /** How many cases it concerns, where it is counted. */
    count: z.number().int().optional(),
    /** Since when; absent for what is reckoned now. */
    at: z.string().optional(),
  })
  .meta({ id: 'Fault' });
export type FaultRow = z.output<typeof fault>;

export const faults = z
  .object({
    at: z.string(),
    total: z.number().int(),
    groups: z.array(
      z.object({
        kind: z.enum(faultKinds),
        name: z.string(),
        /** All of the kind; `rows` holds at most fifty. */
        count: z.number().int(),
        rows: z.array(fault),
      }),
    ),
  })
  .meta({ id: 'Faults' });
export type FaultsAnswer = z.output<typeof faults>;
