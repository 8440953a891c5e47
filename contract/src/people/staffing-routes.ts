import { z } from 'zod';
import { defineRoute } from '../route.ts';
import { areaCode, page, paging } from '../shapes.ts';

const read = { permission: 'people.read' } as const;

const ruleName = z.object({ zh: z.string(), en: z.string().optional() });
const figures = {
  units: z.number().int(),
  /** Units that lack nobody. */
  staffed: z.number().int(),
  needed: z.number().int(),
  held: z.number().int(),
  missing: z.number().int(),
  /** held / needed, 0..1; absent where nothing is needed. */
  rate: z.number().min(0).max(1).optional(),
};

/** How one staffing rule is kept. */
export const staffingCoverage = z
  .object({
    rule: z.string(),
    name: ruleName,
    per: z.enum(['area', 'organisation', 'zone', 'areaAndDepartment']),
    ...figures,
    needs: z.array(
      z.object({
        id: z.string(),
        name: ruleName,
        min: z.number().int(),
        needed: z.number().int(),
        held: z.number().int(),
        /** All there are, those beyond the need of their unit too. */
        counted: z.number().int(),
      }),
    ),
  })
  .meta({ id: 'StaffingCoverage' });
export type StaffingCoverageRow = z.output<typeof staffingCoverage>;

/** One unit that lacks somebody. */
export const staffingGap = z
  .object({
    rule: z.string(),
    ruleName,
    need: z.string(),
    needName: ruleName,
    unit: z.object({ kind: z.enum(['area', 'organisation', 'zone']), id: z.string(), name: z.string() }),
    /** Where the unit is. */
    area: areaCode,
    department: z.object({ id: z.string(), name: z.string() }).optional(),
    needed: z.number().int(),
    held: z.number().int(),
    missing: z.number().int(),
  })
  .meta({ id: 'StaffingGap' });
export type StaffingGapRow = z.output<typeof staffingGap>;

/** The staffing of an area below the one asked for, for the map. */
export const staffingArea = z.object({ area: areaCode, name: z.string(), ...figures }).meta({ id: 'StaffingArea' });
export type StaffingAreaRow = z.output<typeof staffingArea>;

const ruleId = z.string().max(60);

/** Staffing: coverage by rule and the list of gaps. */
export const staffingRoutes = {
  coverage: defineRoute({
    name: 'people.staffing',
    method: 'GET',
    path: '/api/staffing',
    summary: 'How the staffing rules in force are kept in an area; a rate is never above 1',
    access: read,
    query: z.object({ area: areaCode.optional() }),
    answer: z.object({ at: z.string(), rules: z.array(staffingCoverage) }),
    status: 200,
  }),
  gaps: defineRoute({
    name: 'people.staffingGaps',
    method: 'GET',
    path: '/api/staffing/gaps',
    summary: 'Each area, zone or body that lacks somebody, by rule and place',
    access: read,
    query: paging.extend({ area: areaCode.optional(), rule: ruleId.optional(), need: ruleId.optional() }),
    answer: page(staffingGap),
    status: 200,
    csv: true,
  }),
  byArea: defineRoute({
    name: 'people.staffingByArea',
    method: 'GET',
    path: '/api/staffing/areas',
    summary: 'How one rule, or all of them, are kept in each area directly below one',
    access: read,
    query: z.object({ area: areaCode.optional(), rule: ruleId.optional() }),
    answer: z.object({ rows: z.array(staffingArea) }),
    status: 200,
  }),
} as const;
