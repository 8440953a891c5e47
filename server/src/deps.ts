import type { Actor } from '@gezhi/domain/access/index';
import type { FastifyRequest } from 'fastify';
import type { ProgramClock } from './clock/index.ts';
import type { Config } from './config/index.ts';
import type { Database } from './database/index.ts';
import type { Jobs } from './jobs/index.ts';
import type { Keys } from './keys/index.ts';
import type { LiveSource } from './live/index.ts';
import type { Log } from './log/log.ts';

/** What the program works with, made once in `main.ts`. A use case names the few it needs: `Pick<Deps, 'db' | 'clock'>`. */
export interface Deps {
  readonly db: Database;
  readonly clock: ProgramClock;
  readonly config: Config;
  readonly log: Log;
  readonly keys: Keys;
  /** A new UUIDv7. */
  readonly newId: () => string;
  /** Background work that follows a transaction. */
  readonly jobs: Jobs;
  /** Committed events, for whoever watches. */
  readonly live: LiveSource;
  /** Who sends a request; `public` when nobody is signed in. */
  readonly identify: (request: FastifyRequest) => Promise<Actor>;
}
