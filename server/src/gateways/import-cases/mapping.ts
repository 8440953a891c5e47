import { z } from 'zod';

const column = z.string().min(1).max(100);

/** How the columns and words of somebody's case list become cases. The file given as `--mapping`. */
export const importMapping = z.strictObject({
  /** Name of the source: with its own number it tells a case taken before. */
  source: z.string().min(1).max(100),
  /** IANA time zone of its times. */
  zone: z.string().refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone), { error: 'unknown time zone' }),
  /** The county that takes the cases; made with its areas where it does not exist. */
  county: z.strictObject({
    code: z.string().regex(/^\d{6}$/),
    name: z.string().min(1).max(100),
    /** The one street that the areas of the list stand under. */
    street: z.strictObject({ code: z.string().regex(/^\d{9}$/), name: z.string().min(1).max(100) }),
  }),
  columns: z.strictObject({
    number: column,
    category: column,
    status: column,
    createdAt: column,
    dueAt: column.optional(),
    closedAt: column.optional(),
    description: column.optional(),
    area: column.optional(),
    org: column.optional(),
    address: column.optional(),
    latitude: column.optional(),
    longitude: column.optional(),
  }),
  /** Separates the group from the rest in a category's name: `SW-Dirty Alley`. */
  categoryGroup: z.string().min(1).max(3).optional(),
  /** Coordinates that stand for "unknown", `[longitude, latitude]`. */
  noPlace: z.array(z.tuple([z.number(), z.number()])).default([]),
  /** What each status of the source enters as. */
  states: z.record(
    z.string(),
    z.strictObject({
      state: z.enum(['reported', 'handling', 'closed', 'merged', 'rejected']),
      reason: z.string().max(200).optional(),
    }),
  ),
});
export type ImportMapping = z.output<typeof importMapping>;
