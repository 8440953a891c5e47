import { clockRoutes } from '@gezhi/contract/clock/routes';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../deps.ts';
import { serve } from '../http/serve.ts';
import { refuse } from '../refusal.ts';
import type { ProgramClock } from './program-clock.ts';

const shown = (clock: ProgramClock) => ({
  now: new Date(clock.now()).toISOString(),
  settable: clock.settable,
  running: clock.running(),
});

export function registerClock(app: FastifyInstance, deps: Deps): void {
  const { clock } = deps;
  serve(app, deps, clockRoutes.read, ({ reply }) => {
    reply.header('cache-control', 'no-store');
    return Promise.resolve(shown(clock));
  });
  serve(app, deps, clockRoutes.set, async ({ body }) => {
    if (!clock.settable) return refuse('clock.notSettable');
    await clock.set(Date.parse(body.now), body.running);
    return shown(clock);
  });
}
