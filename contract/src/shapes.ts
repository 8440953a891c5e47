import { z } from 'zod';

/** Text that PostgreSQL and JSON can hold: well-formed Unicode without NUL. */
export const text = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => value.isWellFormed() && !value.includes('\u0000'), { error: 'text.malformed' });

/** Characters that nobody sees: blanks, controls, joiners, marks of direction. */
const unseen = /[\s\p{Cc}\p{Cf}\p{Zs}\u115F\u1160\u3164\uFFA0]/gu;

/** Whether a text holds nothing that anybody could see. */
export const isBlank = (value: string): boolean => value.replace(unseen, '') === '';

/** Text with at least one visible character. */
export const filledText = (max: number) => text(max).refine((value) => !isBlank(value), { error: 'text.blank' });

/** Largest whole number that a column of counts or versions holds. */
export const mostCount = 2_147_483_647;

export const id = z.uuid();
/** Code of an area: its ancestors are prefixes of it. */
export const areaCode = z.string().regex(/^\d{2,30}$/);
/** Six-digit code of a county, the tenant. */
export const countyCode = z.string().regex(/^\d{6}$/);
/** ISO 8601 with offset, years 1970–2199, at most fourteen hours from UTC: what calendar, places and database all hold. */
export const instant = z.iso
  .datetime({ offset: true })
  .refine((value) => /(Z|[+-](0\d|1[0-3]):\d\d|[+-]14:00)$/.test(value), { error: 'time.outOfRange' })
  .refine((value) => /^(19[7-9]\d|2[01]\d\d)-/.test(value), { error: 'time.outOfRange' });
export const day = z.iso.date().refine((value) => /^(19[7-9]\d|2[01]\d\d)-/.test(value), { error: 'time.outOfRange' });
/** `[longitude, latitude]` in degrees. */
export const point = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
export const crs = z.enum(['WGS84', 'GCJ02', 'BD09']);

/** Query part of every list: keyset cursor from the page before, and how many rows (at most 200). */
export const paging = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  format: z.enum(['json', 'csv']).default('json'),
});

/** A page of rows; `next` is absent on the last one. */
export const page = <Row extends z.ZodType>(row: Row) =>
  z.object({ rows: z.array(row), next: z.string().optional(), total: z.number().int().optional() });

/** RFC 9457 problem document. `code` is stable; `title` and `detail` are in the asker's language. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    requestId: z.string(),
    errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });
