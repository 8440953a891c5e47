import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '@gezhi/domain/access/index';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { type ProgramClock, settableClock } from './clock/index.ts';
import { type Config, readConfig } from './config/index.ts';
import type { Database } from './database/index.ts';
import { openTestDatabase } from './database/testing.ts';
import type { Deps } from './deps.ts';
import { openApp } from './http/app.ts';
import { openJobs } from './jobs/index.ts';
import { keysOver } from './keys/index.ts';
import { openLiveSource } from './live/index.ts';
import { openLog } from './log/log.ts';
import { newId } from './new-id.ts';

/** Header by which a test says who asks: a name in `actors`. */
export const actorHeader = 'x-test-actor';

interface Closing {
  close(): Promise<void>;
}

/** What a file's tests work with: opened before all of them, closed after. It holds nothing outside tests and hooks. */
export function openOnce<T extends Closing>(open: () => Promise<T>): T {
  const held = {} as T;
  let close = () => Promise.resolve();
  beforeAll(async () => {
    const opened = await open();
    close = () => opened.close();
    Object.assign(held, opened);
  });
  afterAll(() => close());
  return held;
}

/** The same, opened before each test and closed after it. */
export function openForEach<T extends Closing>(open: () => Promise<T>): T {
  const held = {} as T;
  let close = () => Promise.resolve();
  beforeEach(async () => {
    const opened = await open();
    close = () => opened.close();
    Object.assign(held, opened);
  });
  afterEach(() => close());
  return held;
}

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

/** The parts, with the clock that can be set. */
export interface TestDeps extends Deps {
  readonly clock: ProgramClock;
}

/** What a server test works with: real parts over the test's database, and actors by name. */
export async function testDeps(
  db: Database,
  actors: Readonly<Record<string, Actor>> = {},
  config: Config = testConfig(),
): Promise<TestDeps> {
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

/** A server over a database of its own with the routes that `register` gives it; close it after the tests. */
export async function openTestServer(
  register: (app: FastifyInstance, deps: TestDeps) => unknown,
  actors: Readonly<Record<string, Actor>> = {},
  config: Config = testConfig(),
) {
  const db = await openTestDatabase();
  const deps = await testDeps(db, actors, config);
  const app = await openApp(deps);
  await register(app, deps);
  await app.ready();
  return {
    db,
    deps,
    app,
    close: async () => {
      await app.close();
      await Promise.all([deps.live.stop(), deps.jobs.stop(), deps.clock.stop()]);
      await db.close();
      await rm(config.dataDir, { recursive: true, force: true });
    },
  };
}
