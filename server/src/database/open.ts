import type { Connected, Owner } from './connected.ts';
import { type Database, databaseOver } from './database.ts';
import { prepareJobs } from './jobs-schema.ts';
import { type Migration, migrate, readMigrations } from './migrate.ts';
import { checkKeys, keepKeys, type KeyProof } from './own-keys.ts';
import { openFolder } from './pglite.ts';
import { openPostgres } from './postgres.ts';
import type { Profile } from './profile.ts';

export interface DatabaseOptions {
  /** Folder of the embedded database. Not used with `url`. */
  readonly dataDir: string;
  /** PostgreSQL or Citus, as the owner of the schema. */
  readonly url?: string | undefined;
  /** The same as the application role, where the program must not make that role itself. */
  readonly appUrl?: string | undefined;
  /** Password the program gives the application role. */
  readonly appPassword: string;
  /** Of the installation's keys; without it they are not compared. */
  readonly keyProof?: KeyProof | undefined;
  readonly lost?: (error: Error) => void;
}

/**
 * Opens the database as it is, without bringing it to the program's schema: for backup and restore.
 * @throws FolderInUse when another process has the folder; OtherKeys when it was begun with other keys
 */
export async function connect(options: DatabaseOptions): Promise<Connected> {
  const { url, appUrl, dataDir, appPassword, keyProof, lost = () => undefined } = options;
  if (url !== undefined)
    return openPostgres({ url, appPassword, keyProof, lost, ...(appUrl === undefined ? {} : { appUrl }) });
  const connected = await openFolder(dataDir);
  try {
    await connected.withOwner((owner) => checkKeys(owner, keyProof));
    return connected;
  } catch (error) {
    await connected.close();
    throw error;
  }
}

async function prepareRole(owner: Owner, profile: Profile): Promise<void> {
  if (profile.takesRole !== undefined) {
    const found = await owner.query('select 1 from pg_roles where rolname = $1', [profile.takesRole]);
    if (found.length === 0) await owner.query(`create role ${profile.takesRole}`);
  }
  for (const setting of profile.roleSettings) await owner.query(setting);
}

/**
 * Brings an open database to the program's schema. Answers the names of the migrations applied.
 * @throws OtherKeys when the keys are not those with which it was begun
 */
export async function prepare(
  connected: Connected,
  migrations: readonly Migration[],
  keyProof?: KeyProof,
): Promise<string[]> {
  return connected.withOwner(async (owner) => {
    await prepareRole(owner, connected.profile);
    const applied = await migrate(owner, connected.profile, migrations);
    await prepareJobs(owner, connected.profile);
    await keepKeys(owner, keyProof);
    return applied;
  });
}

/**
 * Opens the database and migrates it.
 * @throws FolderInUse when another process has the folder; OtherKeys when it was begun with other keys; Error when a
 * migration fails or a role is refused.
 */
export async function openDatabase(
  options: DatabaseOptions,
): Promise<Database & { readonly migrated: readonly string[] }> {
  const connected = await connect(options);
  try {
    const migrated = await prepare(connected, await readMigrations(), options.keyProof);
    return { ...databaseOver(connected), migrated };
  } catch (error) {
    await connected.close();
    throw error;
  }
}
