import { ruleKinds } from '@gezhi/domain/rules/index';
import { stages } from '@gezhi/domain/cases/index';
import { z } from 'zod';
import { caseKind, categoryCode, level, namedBody, urgency } from '../cases/index.ts';
import { areaCode, countyCode, filledText, instant, point, text } from '../shapes.ts';

export const ruleKind = z.enum(ruleKinds);

/** One version of a kind of rules, without its body. */
export const ruleVersion = z
  .object({
    kind: ruleKind,
    version: z.number().int(),
    validFrom: z.string(),
    note: z.string(),
    createdAt: z.string(),
    /** Person who wrote it; absent for what the county began with. */
    createdBy: z.string().optional(),
    /** In force now, waiting for its date, or replaced. */
    standing: z.enum(['inForce', 'waiting', 'past']),
  })
  .meta({ id: 'RuleVersion' });
export type RuleVersionRow = z.output<typeof ruleVersion>;

/** A body as JSON; its shape is that of its kind in `ruleBodies`. */
const anyBody = z.record(z.string(), z.unknown());

export const rulesInForce = z
  .object({ kind: ruleKind, version: z.number().int(), validFrom: z.string(), body: anyBody })
  .meta({ id: 'RulesInForce' });

/** One place where a version differs from the one before it. Rows are named by id or code, not by their number. */
export const ruleDifference = z.object({
  path: z.string(),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
});

export const ruleWritten = z
  .object({
    kind: ruleKind,
    version: z.number().int(),
    validFrom: z.string(),
    /** What differs from the version that held at that date; at most 200 places. */
    differences: z.array(ruleDifference),
    differing: z.number().int(),
    /** Whether clocks already running are restated by it. */
    appliesToRunning: z.boolean(),
  })
  .meta({ id: 'RuleWritten' });
export type RuleWritten = z.output<typeof ruleWritten>;

/** What goes with a body when a version is written. */
export const writing = {
  /** When it takes effect; absent means now. */
  validFrom: instant.optional(),
  /** Why, in words. */
  note: filledText(500),
  /** Also restates clocks that already run. Only for a version that takes effect now. */
  applyToRunning: z.boolean().default(false),
};

/** A matter as one asks what would become of it. */
export const triedMatter = z
  .strictObject({
    category: categoryCode,
    area: areaCode.optional(),
    point: point.optional(),
    /** Absent means now. */
    at: instant.optional(),
    urgency: urgency.default('ordinary'),
    kind: caseKind.default('ordinary'),
    /** Absent means the level of the desk it would come to. */
    level: level.optional(),
    summonsKind: text(60).optional(),
  })
  .refine(({ area, point: at }) => (area === undefined) !== (at === undefined), { error: 'rules.onePlace' });

/** One condition of the row that matched, and what it asked for. */
const because = z.array(z.object({ condition: z.string(), value: z.string() }));

export const triedAnswer = z
  .object({
    at: z.string(),
    area: z.object({ code: z.string(), name: z.string() }),
    desk: z.object({ code: z.string(), name: z.string() }),
    duty: z.object({
      version: z.number().int(),
      /** Absent where no row fits: the area's own desk keeps it. */
      row: z.string().optional(),
      gap: z.boolean(),
      because,
      lead: namedBody,
      supporting: z.array(namedBody),
      /** Rows that fit too but are less exact, best first. */
      others: z.array(z.string()),
      onTheGate: z.boolean(),
    }),
    clocks: z.array(
      z.object({
        stage: z.enum(stages),
        /** Absent where no rule fits: a fault, and no clock. */
        rule: z.string().optional(),
        because,
        amount: z.object({ kind: z.string(), amount: z.number() }).optional(),
        /** When the clock would end, were it to start at that time. */
        dueAt: z.string().optional(),
        others: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'TriedMatter' });
export type TriedAnswer = z.output<typeof triedAnswer>;

const ruleName = z.object({ zh: z.string(), en: z.string().optional() });

/** Categories for whoever reports: the short list, and the whole tree by code. Retired ones are left out. */
export const categoryAnswer = z
  .object({
    county: countyCode,
    version: z.number().int(),
    everyday: z.array(z.object({ code: z.string(), name: ruleName, words: z.array(z.string()) })),
    categories: z.array(z.object({ code: z.string(), name: ruleName })),
  })
  .meta({ id: 'Categories' });

/** The sheet of a year's holidays: lines of date, name, off or work. */
export const calendarSheet = z.strictObject({ sheet: filledText(60_000), ...writing });
