import { liveRoutes } from '@gezhi/contract/live/routes';
import type { Actor } from '@gezhi/domain/access/index';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { scopeOf } from '../database/index.ts';
import type { Deps } from '../deps.ts';
import { metricsOf } from '../http/metrics.ts';
import { serve } from '../http/serve.ts';
import { streamTo } from './stream.ts';

/** Rights end with the post that gave them; an open stream notices within this time. */
const recheckMs = 30_000;

/** What the scope of somebody is made of, to notice that it changed. */
function rightsOf(actor: Actor): string {
  return JSON.stringify(actor);
}

/** GET /api/live. */
export function registerLive(app: FastifyInstance, deps: Deps): void {
  const open = new Set<() => void>();

  async function sameRights(request: FastifyRequest, before: Actor): Promise<boolean> {
    try {
      return rightsOf(await deps.identify(request)) === rightsOf(before);
    } catch {
      // The database is away for a moment; the stream may stay.
      return true;
    }
  }

  serve(app, deps, liveRoutes.stream, async ({ actor, request, reply }) => {
    const from = /^\d{1,15}$/.exec(String(request.headers['last-event-id'] ?? ''))?.[0];
    reply.hijack();
    const out = reply.raw;
    for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) out.setHeader(name, value);
    out.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    const { liveReaders } = metricsOf(app);
    liveReaders.inc();
    const scope = scopeOf(actor, deps.config.defaultCounty ?? '');
    const end = await streamTo(out, deps.live, scope, from === undefined ? undefined : Number(from));
    open.add(end);
    // With other rights the reader comes back and gets the stream of those.
    const recheck = setInterval(() => void sameRights(request, actor).then((same) => !same && end()), recheckMs);
    out.on('close', () => {
      clearInterval(recheck);
      open.delete(end);
      liveReaders.dec();
    });
    return undefined;
  });

  app.addHook('preClose', async () => {
    for (const end of open) end();
  });
}
