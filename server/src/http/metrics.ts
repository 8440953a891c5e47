import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Log } from '../log/log.ts';

/** Figures of one running server for Prometheus. */
export interface Metrics {
  readonly registry: Registry;
  readonly liveReaders: Gauge;
  readonly jobsFailed: Counter<'queue'>;
}

const byRegistry = new Map<FastifyInstance, Metrics>();

/** The figures of a server, for those who count something of their own. */
export function metricsOf(app: FastifyInstance): Metrics {
  const metrics = byRegistry.get(app);
  if (metrics === undefined) throw new Error('the server has no metrics yet');
  return metrics;
}

/** Counts and logs every request by its route, never by its address, which may hold a follow code. */
export function measure(app: FastifyInstance, log: Log): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'gezhi_http_request_seconds',
    help: 'Time from the first byte of a request to the last of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  const liveReaders = new Gauge({ name: 'gezhi_live_readers', help: 'Open live streams', registers: [registry] });
  const jobsFailed = new Counter({
    name: 'gezhi_jobs_failed_total',
    help: 'Jobs whose handler threw',
    labelNames: ['queue'],
    registers: [registry],
  });
  byRegistry.set(app, { registry, liveReaders, jobsFailed });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    const { statusCode: status, elapsedTime } = reply;
    seconds.observe({ method: request.method, route, status }, elapsedTime / 1000);
    log.info({ requestId: request.id, method: request.method, route, status, ms: Math.round(elapsedTime) }, 'request');
  });
  app.addHook('onClose', async () => {
    registry.clear();
    byRegistry.delete(app);
  });
}
