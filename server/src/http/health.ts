import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../database/index.ts';
import { metricsOf } from './metrics.ts';

/** Whoever asks whether it is ready does not wait for a database that says nothing. */
const pingMs = 3_000;

/** /healthz: the process lives. /readyz: it can answer, so a balancer may send here. /metrics: its figures. */
export function serveHealth(app: FastifyInstance, db: Pick<Database, 'ping'>): void {
  let stopping = false;
  app.addHook('preClose', async () => {
    stopping = true;
  });
  const hidden = { schema: { hide: true }, config: { rateLimit: false as const } };
  app.get('/healthz', hidden, async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'ok' }),
  );
  app.get('/readyz', hidden, async (_request, reply) => {
    const answers = await Promise.race([db.ping(), wait(pingMs, false, { ref: false })]);
    const ready = !stopping && answers;
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: ready ? 'ready' : 'not ready' });
  });
  app.get('/metrics', hidden, async (_request, reply) => {
    const { registry } = metricsOf(app);
    return reply.header('content-type', registry.contentType).send(await registry.metrics());
  });
}
