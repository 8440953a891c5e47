import {
  caseKinds,
  caseStates,
  channels,
  clockKinds,
  levels,
  lightTests,
  stages,
  urgencies,
} from '@gezhi/domain/cases/index';
import { z } from 'zod';
import { areaCode, id, point } from '../shapes.ts';

export const caseState = z.enum(caseStates);
export const urgency = z.enum(urgencies);
export const caseKind = z.enum(caseKinds);
export const channel = z.enum(channels);
export const level = z.enum(levels);
export const stage = z.enum(stages);
export const light = z.enum(['red', 'yellow', 'green', 'awaiting', 'none']);

/** Code of a category: two digits a level, so that a code's ancestors are its prefixes. */
export const categoryCode = z.string().regex(/^\d{2,12}$/);

/** Whoever can owe work: an organisation, the desk of an area, the workers of a grid. */
export const body = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('org'), org: id }),
    z.strictObject({ kind: z.literal('desk'), area: areaCode }),
    z.strictObject({ kind: z.literal('grid'), area: areaCode }),
  ])
  .meta({ id: 'Body' });

/** A body with its name, for showing. */
export const namedBody = z
  .object({ kind: z.enum(['org', 'desk', 'grid']), id: z.string(), name: z.string() })
  .meta({ id: 'NamedBody' });
export type NamedBody = z.output<typeof namedBody>;

/** An area or category with its name. */
export const named = z.object({ code: z.string(), name: z.string() });

export const lightView = z
  .object({
    light,
    /** Every test that gave this colour; the words are in the catalogue under `case.sign.*`. */
    reasons: z.array(z.enum(lightTests as [string, ...string[]])),
    /** Yellow, with under a fifth of the clock left. */
    short: z.boolean(),
  })
  .meta({ id: 'Light' });

/** A clock with what is left of it, reckoned when the answer was made. */
export const clockView = z
  .object({
    id: z.string(),
    stage,
    owner: namedBody,
    /** Absent for a clock that ends on a date. */
    amount: z.object({ kind: z.enum(clockKinds), amount: z.number() }).optional(),
    /** Rule that gave the amount, and its version; `imported` or `agreed` for a date. */
    rule: z.string(),
    ruleVersion: z.number().int(),
    startedAt: z.string(),
    dueAt: z.string(),
    halted: z.boolean(),
    stoppedAt: z.string().optional(),
    outcome: z.enum(['met', 'late', 'dropped']).optional(),
    /** In the clock's own kind of time: minutes, office minutes, working or calendar days. */
    left: z.number().optional(),
    late: z.number().optional(),
    share: z.number().optional(),
    ref: z.string().optional(),
  })
  .meta({ id: 'CaseClock' });

export const geoPoint = point;
