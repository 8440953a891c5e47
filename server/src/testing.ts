import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '@gezhi/domain/access/index';
import type { FastifyRequest } from 'fastify';
import { type ProgramClock, settableClock } from './clock/index.ts';
import { type Config, readConfig } from './config/index.ts';
import type { Database } from './database/index.ts';
import type { Deps } from './deps.ts';
import { openJobs } from './jobs/index.ts';
import { keysOver } from './keys/index.ts';
import { openLiveSource } from './live/index.ts';
import { openLog } from './log/log.ts';
import { newId } from './new-id.ts';

/** Header by which a test says who asks: a name in `actors`. */
export const actorHeader = 'x-test-actor';

const isPublic: Actor = { kind: 'public' };

/** The settings of a test server: no limits by address, a clock that can be set. */
export function testConfig(more: Readonly<Record<string, string>> = {}): Config {
  const dataDir = join(tmpdir(), `gezhi-test-${process.pid}-${newId()}`);
  return readConfig({
    DATA_DIR: dataDir,
    GEZHI_CLOCK: 'settable',
    LOG_LEVEL: 'silent',
    RATE_LIMIT: '0',
    PORT: '0',
    ...more,
  });
}

/** What a server test works with: real parts over the test's database, and actors by name. */
export async function testDeps(
  db: Database,
  actors: Readonly<Record<string, Actor>> = {},
  config: Config = testConfig(),
): Promise<Deps & { readonly clock: ProgramClock }> {
  const log = openLog(config.logLevel);
  return {
    db,
    config,
    log,
    jobs: openJobs({ db, log }),
    live: await openLiveSource({ db, log }),
    clock: await settableClock(db, log),
    keys: keysOver([{ id: 'k1', key: new Uint8Array(32).fill(7) }]),
    newId,
    identify: (request: FastifyRequest) => Promise.resolve(actors[String(request.headers[actorHeader])] ?? isPublic),
  };
}
