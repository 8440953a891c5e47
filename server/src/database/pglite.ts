import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite, type PGliteInterface, types } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { fromPglite } from 'pg-boss';
import type { Connected } from './connected.ts';
import { lockFolder } from './lock.ts';
import type { OwnerSession } from './migrate.ts';
import { refuseInsideTransaction } from './nesting.ts';
import { parsers } from './parsers.ts';
import { profileOf } from './profile.ts';
import type { Tables } from './tables.ts';
import { vacuum } from './vacuum.ts';

/** The same database with the driver's own types, which libraries with tables of their own expect. */
function withDriverTypes(lite: PGlite): PGlite {
  const options = { parsers: types.parsers };
  const overridden: Partial<PGliteInterface> = {
    query: (sql, values, more) => {
      refuseInsideTransaction();
      return lite.query(sql, values, { ...options, ...more });
    },
    exec: (sql, more) => {
      refuseInsideTransaction();
      return lite.exec(sql, { ...options, ...more });
    },
    transaction: (work) => {
      refuseInsideTransaction();
      return lite.transaction((tx) =>
        work({ ...tx, query: (sql, values, more) => tx.query(sql, values, { ...options, ...more }) }),
      );
    },
  };
  return new Proxy(lite, {
    get: (target, name) => {
      const own: unknown = Reflect.get(overridden, name);
      if (own !== undefined) return own;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

function connect(lite: PGlite, release: () => void): Connected {
  const app = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite: lite }) });
  const foreign = withDriverTypes(lite);
  const jobs = fromPglite(foreign);
  const query: OwnerSession['query'] = async (sql, values) =>
    (await lite.query<Record<string, unknown>>(sql, [...(values ?? [])])).rows;
  return {
    profile: profileOf('pglite'),
    app,
    foreign: new Kysely<unknown>({ dialect: new PGliteDialect({ pglite: foreign }) }),
    jobs,
    withOwner: (work) => work({ query, jobs }),
    atOneMoment: (read) =>
      lite.transaction(async (tx) => {
        await tx.exec('set transaction isolation level repeatable read');
        return read({
          query: async (sql, values) => (await tx.query<Record<string, unknown>>(sql, [...(values ?? [])])).rows,
        });
      }),
    listen: () => Promise.resolve(() => Promise.resolve()),
    notify: () => Promise.resolve(),
    vacuum: () => vacuum({ query }),
    dump: () => lite.dumpDataDir('none'),
    close: async () => {
      if (!lite.closed) await lite.close();
      release();
    },
  };
}

/** Opens the embedded database in a folder, which it locks. @throws FolderInUse */
export async function openFolder(dataDir: string): Promise<Connected> {
  await mkdir(dataDir, { recursive: true });
  const release = lockFolder(join(dataDir, 'database.lock'));
  try {
    return connect(await PGlite.create({ dataDir: join(dataDir, 'database'), parsers: { ...parsers } }), release);
  } catch (error) {
    release();
    throw error;
  }
}

/** Opens an embedded database in memory, empty or as it was dumped. */
export async function openMemory(dump?: Blob): Promise<Connected> {
  const load = dump === undefined ? {} : { loadDataDir: dump };
  return connect(await PGlite.create({ parsers: { ...parsers }, ...load }), () => undefined);
}
