import { type ProgramClock, realClock, settableClock } from './clock/index.ts';
import type { Config } from './config/index.ts';
import { type Database, type DatabaseOptions, openDatabase } from './database/index.ts';
import type { Deps } from './deps.ts';
import { type Jobs, openJobs } from './jobs/index.ts';
import { keyMark, type Keys, keysOver, readMasterKeys, Unreadable } from './keys/index.ts';
import { type LiveSource, openLiveSource } from './live/index.ts';
import type { Log } from './log/log.ts';
import { newId } from './new-id.ts';

/** Everything but who asks, which the accounts know. */
export interface Base extends Omit<Deps, 'identify'> {
  readonly db: Database;
  readonly clock: ProgramClock;
  readonly jobs: Jobs;
  readonly live: LiveSource;
  /** Ends all of it, in the reverse order of opening. */
  readonly close: () => Promise<void>;
}

function opens(keys: Keys, wrapped: string): boolean {
  try {
    keys.unwrap(wrapped);
    return true;
  } catch (error) {
    if (error instanceof Unreadable) return false;
    throw error;
  }
}

/** Where the database is and how to reach it. */
export function databaseOptions(config: Config, keys: Keys, log: Log): DatabaseOptions {
  return {
    dataDir: config.dataDir,
    url: config.database.url,
    appUrl: config.database.appUrl,
    // Made from the key, so that every server of an installation knows it and nothing has to be kept.
    appPassword: keys.hmac('database', 'password of the application role'),
    keyProof: { mark: keyMark(keys), opens: (wrapped) => opens(keys, wrapped) },
    lost: (error) => log.warn({ err: error }, 'a database connection was lost'),
  };
}

/** Opens what the program works with. */
export async function openDeps(config: Config, log: Log): Promise<Base> {
  const keys = keysOver(await readMasterKeys(config.masterKeys, config.dataDir));
  const db = await openDatabase(databaseOptions(config, keys, log));
  for (const name of db.migrated) log.info({ migration: name }, 'migrated');
  try {
    const clock = config.clock === 'settable' ? await settableClock(db, log) : realClock();
    const live = await openLiveSource({ db, log });
    const jobs = openJobs({ db, log });
    const close = async (): Promise<void> => {
      await jobs.stop();
      await live.stop();
      await clock.stop();
      await db.close();
    };
    return { config, log, db, keys, newId, clock, live, jobs, close };
  } catch (error) {
    await db.close();
    throw error;
  }
}
