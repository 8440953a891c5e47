import { createHash } from 'node:crypto';
import { sheetRoutes } from '@gezhi/contract/sheets/index';
import { sayData } from '@gezhi/contract/words/index';
import { may } from '@gezhi/domain/access/index';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { serve } from '../http/index.ts';
import { isRefusal } from '../refusal.ts';
import { kindFor, sendFile, sheetTypes, staffIn } from './asking.ts';
import type { WorkDeps } from './deps.ts';
import { exportSheet } from './export-sheet.ts';
import { mostFileBytes } from './reading/limits.ts';
import { makeTemplate } from './template.ts';
import { type FileOf, serveRuns } from './run-routes.ts';
import type { SheetWork } from './work.ts';

/**
 * Lets the routes of a scope take a file as it is, up to its limit. What is compared under an Idempotency-Key is its
 * hash, not its millions of bytes.
 */
function takeFiles(app: FastifyInstance): FileOf {
  const files = new WeakMap<FastifyRequest, Buffer>();
  const taken = ['application/octet-stream', 'text/csv', 'application/vnd.ms-excel', sheetTypes.xlsx];
  app.addContentTypeParser(taken, { parseAs: 'buffer', bodyLimit: mostFileBytes }, (request, body, done) => {
    const bytes = body as Buffer;
    files.set(request, bytes);
    done(null, { sha256: createHash('sha256').update(bytes).digest('hex') });
  });
  return (request) => files.get(request);
}

/** Sheets over HTTP. */
export function serveSheets(app: FastifyInstance, deps: WorkDeps, work: SheetWork): void {
  serve(app, deps, sheetRoutes.listKinds, async ({ actor, locale }) => {
    const staff = staffIn(actor);
    const rows = [...deps.kinds.values()].map((kind) => ({
      code: kind.code,
      name: sayData(locale, kind.name),
      mayExport: may(staff, kind.permission.read),
      mayImport: may(staff, kind.permission.write),
      columns: kind.columns.map(({ key, heading, required, shown }) => ({
        key,
        heading: sayData(locale, heading),
        required: required === true,
        shown: shown === true,
      })),
    }));
    return { rows: rows.filter(({ mayExport, mayImport }) => mayExport || mayImport) };
  });

  serve(app, deps, sheetRoutes.template, async ({ actor, params, locale, reply }) => {
    const staff = staffIn(actor);
    const kind = kindFor(deps, staff, params.kind, 'write');
    if (isRefusal(kind)) return kind;
    const bytes = await makeTemplate(deps, { actor: staff, locale }, kind);
    return sendFile(reply, `${sayData(locale, kind.name)}-${sayData(locale, 'sheet.template.rows')}`, 'xlsx', bytes);
  });

  serve(app, deps, sheetRoutes.exportRows, async ({ actor, params, query, locale, reply }) => {
    const staff = staffIn(actor);
    const kind = kindFor(deps, staff, params.kind, 'read');
    if (isRefusal(kind)) return kind;
    const bytes = await exportSheet(deps, { actor: staff, locale }, kind, query.format, { under: query.under });
    return sendFile(reply, sayData(locale, kind.name), query.format, bytes);
  });

  app.register(async (scope) => serveRuns(scope, deps, work, takeFiles(scope)));
}
