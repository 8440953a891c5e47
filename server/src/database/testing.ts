import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Connected, Owner } from './connected.ts';
import { type Database, databaseOver } from './database.ts';
import { type Migration, readMigrations } from './migrate.ts';
import { prepare } from './open.ts';
import { openMemory } from './pglite.ts';
import { openPostgres } from './postgres.ts';
import { copyOnCluster, createOnCluster, dropOnCluster, elsewhere, runOn, workersOf } from './testing-citus.ts';

/** A database of a test file's own, migrated and empty. */
export interface TestDatabase extends Database {
  /** Runs work as the owner of the schema, to look behind row-level security. */
  asOwner<T>(work: (owner: Owner) => Promise<T>): Promise<T>;
  /** Empties every table of the program. */
  clear(): Promise<void>;
}

// The data directory depends on the engine and on what prepare() does, not only on the migrations.
const preparedBy = [
  'open.ts',
  'jobs-schema.ts',
  '../../../node_modules/@electric-sql/pglite/package.json',
  '../../../node_modules/pg-boss/package.json',
];

/** Tells one state of the schema from another. */
async function stateOf(migrations: readonly Migration[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of preparedBy) hash.update(await readFile(join(import.meta.dirname, file)));
  for (const migration of migrations) hash.update(migration.name).update(migration.hash);
  return hash.digest('hex').slice(0, 16);
}

/** Making a data directory takes seconds; it is made once for each state of the schema and kept in the temporary folder. */
async function openFromDump(): Promise<Connected> {
  const migrations = await readMigrations();
  const folder = join(tmpdir(), 'gezhi-test-databases');
  const file = join(folder, `${await stateOf(migrations)}.tar`);
  const known = await readFile(file).catch(() => undefined);
  if (known !== undefined) return openMemory(new Blob([known]));
  const connected = await openMemory();
  await prepare(connected, migrations);
  const dump = await connected.dump?.();
  if (dump === undefined) throw new Error('the embedded database gave no dump');
  await mkdir(folder, { recursive: true });
  const part = `${file}.${randomUUID()}`;
  await writeFile(part, dump.stream());
  await rename(part, file);
  return connected;
}

/** A connection just closed may linger for a moment, and ending it by force takes a superuser. */
async function dropDatabase(url: string, name: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await runOn(url, `drop database ${name}`);
      return;
    } catch (error) {
      if (tries === 50) throw error;
      await wait(100);
    }
  }
}

const newName = () => `gezhi_test_${randomUUID().replaceAll('-', '')}`;

/** An empty database of a test's own on a server or cluster, and how to be rid of it. */
export async function createDatabase(
  server: string,
): Promise<{ readonly url: string; readonly drop: () => Promise<void> }> {
  const name = newName();
  const url = elsewhere(server, { database: name });
  const workers = await workersOf(server);
  if (workers !== undefined) {
    await createOnCluster(server, workers, name);
    return { url, drop: () => dropOnCluster(server, workers, name) };
  }
  await runOn(server, `create database ${name}`);
  return { url, drop: () => dropDatabase(server, name) };
}

/** Password of the application role on a test's server: roles belong to the whole server, so all tests give it the same. */
export const testRolePassword = 'test only';

const openAt = (url: string) => openPostgres({ url, appPassword: testRolePassword, lost: () => undefined });

async function prepareAt(url: string, migrations: readonly Migration[]): Promise<Connected> {
  const connected = await openAt(url);
  await prepare(connected, migrations);
  return connected;
}

async function openOnServer(server: string): Promise<Connected> {
  const migrations = await readMigrations();
  const workers = await workersOf(server);
  const closing = (connected: Connected, drop: () => Promise<void>): Connected => ({
    ...connected,
    close: async () => {
      await connected.close();
      await drop();
    },
  });
  if (workers === undefined) {
    const { url, drop } = await createDatabase(server);
    return closing(await prepareAt(url, migrations), drop);
  }
  const name = newName();
  await copyOnCluster(server, workers, name, {
    state: await stateOf(migrations),
    prepare: async (url) => (await prepareAt(url, migrations)).close(),
  });
  return closing(await openAt(elsewhere(server, { database: name })), () => dropOnCluster(server, workers, name));
}

const tablesSql = `
  select format('%I', relname) as name from pg_class
  where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migration'
  order by oid desc`;

/** Tables that hold something; those that name others come first, since they were made later. */
async function filledTables(owner: Owner): Promise<readonly string[]> {
  const names = (await owner.query(tablesSql)).map(({ name }) => String(name));
  const probes = names.map((name, at) => `select ${at} as at where exists (select 1 from ${name} limit 1)`);
  const filled = await owner.query(`select at from (${probes.join(' union all ')}) filled order by at`);
  return filled.map(({ at }) => names[Number(at)] ?? '');
}

/**
 * A test fills few rows into few tables: cutting every table off takes a quarter of a second here, very much longer on a cluster.
 * No foreign keys are asked meanwhile: for each case that goes they would search the words of all.
 */
async function deleteAll(owner: Owner): Promise<void> {
  const names = await filledTables(owner);
  await owner.query('begin');
  try {
    // So that the shards of Citus hear it, too; nothing anywhere else.
    await owner.query("set local citus.propagate_set_commands = 'local'");
    await owner.query('set local session_replication_role = replica');
    for (const name of names) await owner.query(`delete from ${name}`);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}

/** Opens what `openTestDatabase` works over, for tests of what lies below it: backup, restore. */
export function openTestConnection(url = process.env['GEZHI_TEST_DATABASE_URL']): Promise<Connected> {
  return url === undefined || url === '' ? openFromDump() : openOnServer(url);
}

/** What tests may change of the schema: a database that differs afterwards is not used again. */
const schemaSql = `
  select md5(string_agg(line, ',' order by line)) as schema from (
    select concat_ws(' ', n.nspname, c.relname, c.relkind, c.relrowsecurity, c.relforcerowsecurity, c.relacl) as line
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('public', 'auth')
    union all select concat_ws(' ', schemaname, tablename, policyname, qual) from pg_policies
    union all select concat_ws(' ', proname, md5(prosrc)) from pg_proc where pronamespace = 'public'::regnamespace
  ) as lines`;

const schemaOf = (connected: Connected): Promise<unknown> =>
  connected.withOwner(async (owner) => (await owner.query(schemaSql))[0]?.['schema']);

/** As good as new: no rows, neither the program's nor its libraries'. */
async function emptyAll(connected: Connected): Promise<void> {
  await connected.withOwner(async (owner) => {
    const others = await owner.query(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'auth'`,
    );
    const libraries = [...others.map(({ name }) => String(name)), 'pgboss.job', 'pgboss.schedule'];
    // At once: rows of two tables may name each other.
    const names = [...(await filledTables(owner)), ...libraries];
    await owner.query(`truncate ${names.join(', ')} cascade`);
    await owner.query('alter sequence live_position restart');
  });
}

interface Kept {
  readonly connected: Connected;
  readonly schema: unknown;
}

/** The embedded database that the last file of this worker gave back: opening one takes more than a second of processor time. */
let idle: Kept | undefined;

/** An embedded database of this worker, empty; given back when it is closed. */
async function takeEmbedded(): Promise<Connected> {
  const connected = idle?.connected ?? (await openFromDump());
  const schema = idle?.schema ?? (await schemaOf(connected));
  idle = undefined;
  return {
    ...connected,
    close: async () => {
      if (idle !== undefined || (await schemaOf(connected)) !== schema) return connected.close();
      await emptyAll(connected);
      idle = { connected, schema };
    },
  };
}

/**
 * Opens a migrated, empty database: on PGlite in memory, or on the server of `GEZHI_TEST_DATABASE_URL` or the one named
 * (a database of its own, dropped on close). Close it in `afterAll`.
 */
export async function openTestDatabase(server = process.env['GEZHI_TEST_DATABASE_URL'] ?? ''): Promise<TestDatabase> {
  const connected = server === '' ? await takeEmbedded() : await openOnServer(server);
  const asOwner = <T>(work: (owner: Owner) => Promise<T>) =>
    connected.withOwner(async (owner) => {
      // An owner who is no superuser is bound by row-level security too.
      if (connected.profile.size !== 'pglite') await owner.query("set gezhi.county = '*'; set gezhi.system = 'on'");
      return work(owner);
    });
  return { ...databaseOver(connected), asOwner, clear: () => asOwner(deleteAll) };
}
