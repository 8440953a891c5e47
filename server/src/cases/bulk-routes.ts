import { type BulkCommand, bulkRoutes } from '@gezhi/contract/cases/index';
import type { FastifyInstance } from 'fastify';
import { type Call, serve } from '../http/index.ts';
import { staffOf } from '../people/index.ts';
import { type Bulk, previewBulk, runBulk } from './bulk.ts';
import { showingFor } from './reading.ts';
import type { CaseServing } from './serving.ts';

/** One command for many cases: what it would do, and doing it. */
export function registerBulk(app: FastifyInstance, { deps }: CaseServing): void {
  const bulkOf = async (call: Call<undefined, undefined, { command: BulkCommand }>): Promise<Bulk> => {
    const { county } = staffOf(call.actor);
    const { requestId, locale } = call;
    const showing = await showingFor(deps, call, county);
    return { county, showing, command: call.body.command, asked: { requestId, locale } };
  };
  serve(app, deps, bulkRoutes.preview, async (call) => ({
    rows: await previewBulk(deps, await bulkOf(call), call.body.ids),
  }));
  serve(app, deps, bulkRoutes.run, async (call) => ({
    rows: await runBulk(deps, await bulkOf(call), call.body.cases),
  }));
}
