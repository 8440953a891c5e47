import type { FastifyInstance } from 'fastify';
import { registerClock } from './clock/index.ts';
import type { Deps } from './deps.ts';
import { registerFiles } from './files/index.ts';
import { registerLive } from './live/index.ts';

/** Registers the routes of every noun, and the work they do by themselves. */
export async function registerNouns(app: FastifyInstance, deps: Deps): Promise<void> {
  registerClock(app, deps);
  registerLive(app, deps);
  registerFiles(app, deps);
}
