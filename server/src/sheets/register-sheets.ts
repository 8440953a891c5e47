import type { FastifyInstance } from 'fastify';
import { openFiles } from '../files/open-files.ts';
import type { SheetDeps } from './deps.ts';
import type { SheetKind } from './kind.ts';
import { serveSheets } from './routes.ts';
import { type SheetWork, sheetWork } from './work.ts';

/** Registers the sheets of every noun, and the work on those that come in. */
export async function registerSheets(
  app: FastifyInstance,
  deps: SheetDeps,
  kinds: readonly SheetKind[],
): Promise<SheetWork> {
  const { blobs } = await openFiles(deps.config);
  const given = { ...deps, blobs, kinds: new Map(kinds.map((kind) => [kind.code, kind])) };
  const work = sheetWork(given);
  serveSheets(app, given, work);
  app.addHook('onClose', () => work.stop());
  return work;
}
