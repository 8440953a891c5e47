import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Profile } from './profile.ts';
import { readMigration } from './statements.ts';

/** One session of the owner of the schema. */
export interface OwnerSession {
  query(sql: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
}

export interface Migration {
  readonly name: string;
  readonly hash: string;
  readonly text: string;
  /** Hashes of texts it had before that made the same: lines `-- was <SHA-256>` in the file. */
  readonly before: readonly string[];
}

const folder = join(import.meta.dirname, 'migrations');

/** The program's migrations in the order in which they run, which is that of their names. */
export async function readMigrations(from: string = folder): Promise<Migration[]> {
  const names = (await readdir(from)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(from, name), 'utf8');
      const before = [...text.matchAll(/^-- was ([0-9a-f]{64})\b/gm)].map(([, hash = '']) => hash);
      return { name, text, hash: createHash('sha256').update(text).digest('hex'), before };
    }),
  );
}

/** Whether a hash is that of the migration, or of a text it had before. */
export function isTextOf(migration: Migration, hash: string): boolean {
  return migration.hash === hash || migration.before.includes(hash);
}

async function appliedHashes(session: OwnerSession): Promise<Map<string, string>> {
  await session.query(
    'create table if not exists migration (name text primary key, hash text not null, at timestamptz not null default now())',
  );
  const rows = await session.query('select name, hash from migration');
  return new Map(rows.map((row) => [String(row['name']), String(row['hash'])]));
}

async function apply(session: OwnerSession, profile: Profile, migration: Migration): Promise<void> {
  const statements = readMigration(migration.text);
  await session.query('begin');
  try {
    for (const setting of profile.changesSchemaWith) await session.query(setting);
    for (const { phase, sql } of statements) {
      if (phase !== 'distribute' || profile.distributes) await session.query(sql);
    }
    await session.query('insert into migration (name, hash) values ($1, $2)', [migration.name, migration.hash]);
    await session.query('commit');
  } catch (error) {
    await session.query('rollback');
    throw new Error(`migration ${migration.name} failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/**
 * Brings the schema forward, each file in a transaction of its own, and answers the names applied.
 * A migration of a newer program is left alone, so that the old version may run on while the new one starts.
 * @throws Error when a file was changed after it was applied.
 */
export async function migrate(
  session: OwnerSession,
  profile: Profile,
  migrations: readonly Migration[],
): Promise<string[]> {
  const applied = await appliedHashes(session);
  const names: string[] = [];
  for (const migration of migrations) {
    const hash = applied.get(migration.name);
    if (hash !== undefined && isTextOf(migration, hash)) continue;
    if (hash !== undefined) throw new Error(`migration ${migration.name} was changed after it was applied`);
    await apply(session, profile, migration);
    names.push(migration.name);
  }
  return names;
}
