import { liveRoutes } from '@gezhi/contract/live/routes';
import type { Actor } from '@gezhi/domain/access/index';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { scopeOf } from '../database/index.ts';
import type { Deps } from '../deps.ts';
import { metricsOf } from '../http/metrics.ts';
import { serve } from '../http/serve.ts';
import { streamTo } from './stream.ts';

/** Rights end with the post that gave them. A stream is told of that at once; this is only for a notice that was lost. */
const recheckMs = 30_000;
const channel = 'gezhi_rights';
/** A post may end between two ticks of the clock: the stream looks just after. */
const afterMs = 20;

/** What the scope of somebody is made of, to notice that it changed. */
function rightsOf(actor: Actor): string {
  return JSON.stringify(actor);
}

/** How long until a post of theirs ends by itself, as the program's clock runs; at most until the next look. */
function nextLookIn(actor: Actor, now: number): number {
  const ends = actor.kind === 'staff' ? actor.posts.flatMap(({ until }) => until ?? []) : [];
  const first = Math.min(...ends.filter((end) => end > now)) - now + afterMs;
  return Math.min(recheckMs, first);
}

/** GET /api/live. */
export function registerLive(app: FastifyInstance, deps: Deps): void {
  const open = new Set<() => void>();
  const looks = new Set<() => void>();
  const lookAll = (): void => {
    for (const look of looks) look();
  };
  const stopListening = deps.db.listen(channel, lookAll);
  // Being told is only the quick way: every stream looks for itself too.
  stopListening.catch(() => undefined);
  // A clock that was set may have ended posts.
  deps.clock.onSet(() => Promise.resolve(lookAll()));

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
    let timer: NodeJS.Timeout | undefined;
    const look = (): void => void sameRights(request, actor).then((same) => !same && end());
    const wait = (): void => {
      timer = setTimeout(
        () => {
          look();
          wait();
        },
        nextLookIn(actor, deps.clock.now()),
      );
    };
    wait();
    looks.add(look);
    out.on('close', () => {
      clearTimeout(timer);
      looks.delete(look);
      open.delete(end);
      liveReaders.dec();
    });
    return undefined;
  });

  app.addHook('preClose', async () => {
    for (const end of open) end();
    await (await stopListening)();
  });
}
