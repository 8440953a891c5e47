import { pino } from 'pino';
import { type Config, readConfig } from '../config/index.ts';
import type { Connected } from '../database/connected.ts';
import { connect } from '../database/open.ts';
import { type Keys, keysOver, readMasterKeys } from '../keys/index.ts';
import type { Log } from '../log/log.ts';
import { type Base, databaseOptions, openDeps } from '../open-deps.ts';

/** A command's log: its results go to standard output, so what it notes goes to standard error. */
function errorLog(): Log {
  return pino({ level: process.env['LOG_LEVEL'] ?? 'warn', base: null }, pino.destination(2));
}

/** Runs work with what the server works with, from the same environment, and closes it again. */
export async function withDeps<T>(work: (deps: Base) => Promise<T>): Promise<T> {
  const deps = await openDeps(readConfig(process.env), errorLog());
  try {
    return await work(deps);
  } finally {
    await deps.close();
  }
}

/** Runs work with the database as it is, not brought to the program's schema. */
export async function withDatabase<T>(
  work: (parts: { readonly config: Config; readonly keys: Keys; readonly connected: Connected }) => Promise<T>,
): Promise<T> {
  const config = readConfig(process.env);
  const keys = keysOver(await readMasterKeys(config.masterKeys, config.dataDir));
  const connected = await connect(databaseOptions(config, keys, errorLog()));
  try {
    return await work({ config, keys, connected });
  } finally {
    await connected.close();
  }
}
