import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { type Config, readConfig } from '../config/index.ts';
import type { Connected } from '../database/connected.ts';
import { connect } from '../database/open.ts';
import { type Keys, keysOver, readMasterKeys } from '../keys/index.ts';
import type { Log } from '../log/log.ts';
import { type Base, databaseOptions, openDeps } from '../open-deps.ts';
import { CommandFailed } from './command.ts';

/** A command's log: its results go to standard output, so what it notes goes to standard error. */
function errorLog(): Log {
  return pino({ level: process.env['LOG_LEVEL'] ?? 'warn', base: null }, pino.destination(2));
}

/** What a command may find. */
export interface Beginning {
  /** It may begin a database where there is none. */
  readonly begins?: boolean;
  /** Where the keys need not be those of the database. */
  readonly anyKeys?: 'folder' | 'everywhere';
}

/**
 * The settings, as the server has them. A command in a shell without them would make an empty database beside the one that was
 * meant, and say of it that all is well.
 * @throws CommandFailed
 */
function configFor({ begins = false }: Beginning): Config {
  const config = readConfig(process.env);
  if (begins || config.database.url !== undefined || existsSync(join(config.dataDir, 'database'))) return config;
  throw new CommandFailed(
    `there is no database in ${config.dataDir}: run it with the DATA_DIR or DATABASE_URL that the server has`,
  );
}

/** Runs work with what the server works with, from the same environment, and closes it again. */
export async function withDeps<T>(work: (deps: Base) => Promise<T>, beginning: Beginning = {}): Promise<T> {
  const deps = await openDeps(configFor(beginning), errorLog());
  try {
    return await work(deps);
  } finally {
    await deps.close();
  }
}

/** Runs work with the database as it is, not brought to the program's schema. */
export async function withDatabase<T>(
  work: (parts: { readonly config: Config; readonly keys: Keys; readonly connected: Connected }) => Promise<T>,
  beginning: Beginning = {},
): Promise<T> {
  const config = configFor(beginning);
  const keys = keysOver(await readMasterKeys(config.masterKeys, config.dataDir));
  const { keyProof, ...options } = databaseOptions(config, keys, errorLog());
  const any = beginning.anyKeys === 'everywhere' || (beginning.anyKeys === 'folder' && options.url === undefined);
  const connected = await connect(any ? options : { ...options, keyProof });
  try {
    return await work({ config, keys, connected });
  } finally {
    await connected.close();
  }
}
