import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Connected, Owner } from './connected.ts';
import { type Database, databaseOver } from './database.ts';
import { type Migration, readMigrations } from './migrate.ts';
import { prepare } from './open.ts';
import { openMemory } from './pglite.ts';
import { openPostgres } from './postgres.ts';

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

async function dumpName(migrations: readonly Migration[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of preparedBy) hash.update(await readFile(join(import.meta.dirname, file)));
  for (const migration of migrations) hash.update(migration.name).update(migration.hash);
  return `${hash.digest('hex').slice(0, 16)}.tar`;
}

/** Making a data directory takes seconds; it is made once for each state of the schema and kept in the temporary folder. */
async function openFromDump(): Promise<Connected> {
  const migrations = await readMigrations();
  const folder = join(tmpdir(), 'gezhi-test-databases');
  const file = join(folder, await dumpName(migrations));
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

async function withServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A connection just closed may linger for a moment, and ending it by force takes a superuser. */
async function dropDatabase(url: string, name: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await withServer(url, `drop database ${name}`);
      return;
    } catch (error) {
      if (tries === 50) throw error;
      await wait(100);
    }
  }
}

/** An empty database of a test's own on a server, and how to be rid of it. */
export async function createDatabase(
  server: string,
): Promise<{ readonly url: string; readonly drop: () => Promise<void> }> {
  const name = `gezhi_test_${randomUUID().replaceAll('-', '')}`;
  await withServer(server, `create database ${name}`);
  const own = new URL(server);
  own.pathname = `/${name}`;
  return { url: own.href, drop: () => dropDatabase(server, name) };
}

/** Password of the application role on a test's server: roles belong to the whole server, so all tests give it the same. */
export const testRolePassword = 'test only';

async function openOnServer(server: string): Promise<Connected> {
  const { url, drop } = await createDatabase(server);
  const connected = await openPostgres({ url, appPassword: testRolePassword, lost: () => undefined });
  await prepare(connected, await readMigrations());
  return {
    ...connected,
    close: async () => {
      await connected.close();
      await drop();
    },
  };
}

const truncateSql = `
  select coalesce(string_agg(format('%I', tablename), ', '), '') as tables
  from pg_tables where schemaname = 'public' and tablename <> 'migration'`;

/** Opens what `openTestDatabase` works over, for tests of what lies below it: backup, restore. */
export function openTestConnection(): Promise<Connected> {
  const url = process.env['GEZHI_TEST_DATABASE_URL'];
  return url === undefined || url === '' ? openFromDump() : openOnServer(url);
}

/**
 * Opens a migrated, empty database: on PGlite in memory, or on the server of `GEZHI_TEST_DATABASE_URL`
 * (a database of its own, dropped on close). Close it in `afterAll`.
 */
export async function openTestDatabase(): Promise<TestDatabase> {
  const connected = await openTestConnection();
  return {
    ...databaseOver(connected),
    asOwner: (work) =>
      connected.withOwner(async (owner) => {
        // An owner who is no superuser is bound by row-level security too.
        if (connected.profile.size !== 'pglite') await owner.query("set gezhi.county = '*'; set gezhi.system = 'on'");
        return work(owner);
      }),
    clear: () =>
      connected.withOwner(async (owner) => {
        const [row] = await owner.query(truncateSql);
        if (row !== undefined && row['tables'] !== '') await owner.query(`truncate ${String(row['tables'])}`);
      }),
  };
}
