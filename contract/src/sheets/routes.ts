import { z } from 'zod';
import { defineRoute } from '../route.ts';
import { areaCode, id } from '../shapes.ts';
import { fileName, sheetFormat, sheetKind, sheetKindCode, sheetRowsChoice, sheetRun } from './shapes.ts';

const ofKind = z.object({ kind: sheetKindCode });
const byId = z.object({ id });

/** Lists as sheets: templates, export, and import in two steps (checked, then written). */
export const sheetRoutes = {
  listKinds: defineRoute({
    name: 'sheets.listKinds',
    method: 'GET',
    path: '/api/sheets',
    summary: 'The kinds of sheets with their columns, and what the asker may do with each',
    access: 'session',
    answer: z.object({ rows: z.array(sheetKind) }),
    status: 200,
  }),
  template: defineRoute({
    name: 'sheets.template',
    method: 'GET',
    path: '/api/sheets/:kind/template',
    summary: 'An empty sheet to fill in: headings, notes and drop-downs (XLSX)',
    access: 'session',
    params: ofKind,
    status: 200,
  }),
  exportRows: defineRoute({
    name: 'sheets.export',
    method: 'GET',
    path: '/api/sheets/:kind/export',
    summary: 'Every row the asker may read, as XLSX or CSV; imported again it changes nothing',
    access: 'session',
    params: ofKind,
    query: z.object({ format: sheetFormat.default('xlsx'), under: areaCode.optional() }),
    status: 200,
  }),
  upload: defineRoute({
    name: 'sheets.upload',
    method: 'POST',
    path: '/api/sheets/:kind/runs',
    summary: 'Sends a file (up to 50 MB, as application/octet-stream) to be checked; nothing is written yet',
    access: 'session',
    params: ofKind,
    query: z.object({ name: fileName.default('sheet') }),
    body: z.object({ sha256: z.string().optional() }).meta({ id: 'SheetFile', description: 'The bytes of the file.' }),
    answer: sheetRun,
    status: 202,
    idempotent: true,
  }),
  listRuns: defineRoute({
    name: 'sheets.listRuns',
    method: 'GET',
    path: '/api/sheet-runs',
    summary: 'Imports of the last day that the asker sent, the newest first',
    access: 'session',
    query: z.object({ kind: sheetKindCode.optional() }),
    answer: z.object({ rows: z.array(sheetRun) }),
    status: 200,
  }),
  getRun: defineRoute({
    name: 'sheets.getRun',
    method: 'GET',
    path: '/api/sheet-runs/:id',
    summary: 'How far an import has come, its counts, first faults and preview',
    access: 'session',
    params: byId,
    answer: sheetRun,
    status: 200,
  }),
  marked: defineRoute({
    name: 'sheets.marked',
    method: 'GET',
    path: '/api/sheet-runs/:id/marked',
    summary: 'The file that was sent, with each wrong cell marked and explained',
    access: 'session',
    params: byId,
    status: 200,
  }),
  apply: defineRoute({
    name: 'sheets.apply',
    method: 'POST',
    path: '/api/sheet-runs/:id/apply',
    summary:
      'Writes what was previewed: all rows, or the good ones; in one transaction, nothing if a row has changed since',
    access: 'session',
    params: byId,
    body: z.strictObject({ rows: sheetRowsChoice }),
    answer: sheetRun,
    status: 202,
  }),
  cancel: defineRoute({
    name: 'sheets.cancel',
    method: 'POST',
    path: '/api/sheet-runs/:id/cancel',
    summary: 'Stops an import; nothing of it is written',
    access: 'session',
    params: byId,
    answer: sheetRun,
    status: 200,
  }),
} as const;
