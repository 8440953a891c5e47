import { z } from 'zod';
import { filledText, id } from '../shapes.ts';

export const sheetFormat = z.enum(['xlsx', 'csv']);
export type SheetFormat = z.output<typeof sheetFormat>;

/** Code of a kind of sheet: `people`. */
export const sheetKindCode = z.string().max(40);

export const sheetKind = z
  .object({
    code: z.string(),
    name: z.string(),
    mayExport: z.boolean(),
    mayImport: z.boolean(),
    columns: z.array(
      z.object({
        key: z.string(),
        heading: z.string(),
        required: z.boolean(),
        /** For reading only: passed over on import. */
        shown: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'SheetKind' });
export type SheetKindRow = z.output<typeof sheetKind>;

/** What an import is doing: `checked` waits for whoever sent it. */
export const sheetRunState = z.enum(['checking', 'checked', 'writing', 'done', 'cancelled', 'failed']);
export type SheetRunState = z.output<typeof sheetRunState>;

/** Which rows are written: all, and only if none is wrong; or those that are right. */
export const sheetRowsChoice = z.enum(['all', 'good']);

export const sheetCounts = z.object({
  rows: z.number().int(),
  wrong: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
});
export type SheetCounts = z.output<typeof sheetCounts>;

export const sheetFault = z.object({
  line: z.number().int(),
  /** Address of the cell (`C12`); absent when the row as a whole is meant. */
  cell: z.string().optional(),
  heading: z.string().optional(),
  code: z.string(),
  message: z.string(),
});

/** A row as it would be: what its cells say, and for changed columns what they said before. */
export const sheetPreviewRow = z.object({
  line: z.number().int(),
  cells: z.record(z.string(), z.string()),
  was: z.record(z.string(), z.string()),
});
export type SheetPreviewRow = z.output<typeof sheetPreviewRow>;

export const sheetPreview = z.object({
  added: z.array(sheetPreviewRow),
  changed: z.array(sheetPreviewRow),
  unchanged: z.array(sheetPreviewRow),
});
export type SheetPreview = z.output<typeof sheetPreview>;

export const sheetRun = z
  .object({
    id,
    kind: z.string(),
    fileName: z.string(),
    format: sheetFormat.optional(),
    state: sheetRunState,
    rows: sheetRowsChoice.optional(),
    /** How far the present state has come: rows done, and a share of 0 to 100. */
    progress: z.object({ rows: z.number().int(), percent: z.number().int() }),
    counts: sheetCounts,
    /** Columns the file has, in its order, and headings nobody knows. */
    columns: z.array(z.object({ key: z.string(), heading: z.string() })),
    unknown: z.array(z.string()),
    /** The first faults; all of them are marked in the answered file. */
    faults: z.array(sheetFault),
    preview: sheetPreview,
    /** Whether there is a file with the wrong cells marked. */
    marked: z.boolean(),
    /** Why it failed. */
    problem: z.object({ code: z.string(), message: z.string() }).optional(),
    startedAt: z.string(),
    expiresAt: z.string(),
  })
  .meta({ id: 'SheetRun' });
export type SheetRun = z.output<typeof sheetRun>;

export const fileName = filledText(200);
