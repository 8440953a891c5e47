import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { expect, it } from 'vitest';
import { openFragileDatabase } from '../../scripts/fragile-database.ts';
import { findPostgres } from '../../scripts/postgres-cluster.ts';
import { auditChains } from '../../world/src/audit-chains.ts';
import { type FragileDatabase, openRun, rawRowsIn } from '../../world/src/chaos/index.ts';
import { gezhi } from '../../world/src/gezhi.ts';
import { newFolder } from '../../world/src/own-server.ts';

const atWork = 300_000;

interface Tables {
  readonly tables: readonly { readonly name: string; readonly rows: number; readonly sum: string }[];
}

/** What each table held; which migrations and keys a database had when is its own. */
function tablesIn(folder: string): Tables['tables'] {
  const { tables } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Tables;
  return tables.filter(({ name }) => !['public.migration', 'public.installation'].includes(name));
}

/** An empty database beside the one the server works on. */
async function besideIt(database: FragileDatabase): Promise<string> {
  const { DATABASE_URL = '' } = database.settingsAt(database.port);
  const owner = new pg.Client(DATABASE_URL);
  await owner.connect();
  await owner.query('create database restored');
  await owner.end();
  const url = new URL(DATABASE_URL);
  url.pathname = '/restored';
  return url.href;
}

/** Backs a place up while it is at work, takes it back into another, and compares the two. */
async function backUpAtWork(database?: FragileDatabase): Promise<number> {
  const run = await openRun({ filers: 3, ...(database && { database }) });
  const scratch = newFolder();
  try {
    const { stage, load } = run;
    for (const begun = performance.now(); load.reports.length < 15 && performance.now() - begun < atWork; )
      await new Promise((resolve) => setTimeout(resolve, 50));
    const before = load.reports.map(({ id }) => id);
    expect(before.length).toBeGreaterThan(0);
    const backup = join(scratch.path, 'backup');
    await gezhi(['backup', backup], stage.dataDir, stage.settings);
    const during = load.reports.length - before.length;
    await load.pause();

    const there = join(scratch.path, 'there');
    mkdirSync(there);
    cpSync(join(stage.dataDir, 'keys'), join(there, 'keys'), { recursive: true });
    const settings = database === undefined ? {} : { DATABASE_URL: await besideIt(database) };
    await gezhi(['restore', backup], there, settings);

    const cases = await rawRowsIn(backup, 'public.case_file');
    const events = await rawRowsIn(backup, 'public.case_event');
    const ids = new Set(cases.map(({ id }) => id));
    expect(before.filter((id) => !ids.has(id))).toEqual([]);
    // Reports came in meanwhile, and none of them is there in part.
    expect(during).toBeGreaterThan(0);
    const counted = Map.groupBy(events, (row) => row['case_id']);
    expect(cases.filter((row) => counted.get(row['id'])?.length !== row['version'])).toEqual([]);
    expect(events.filter((row) => !ids.has(row['case_id']))).toEqual([]);
    expect(await auditChains(there, settings)).toBe(`${cases.length} cases, ${events.length} events, 0 broken`);

    const again = join(scratch.path, 'again');
    await gezhi(['backup', again], there, settings);
    // Opening the place for the audit notes nothing in it, so each table is to the row what it was.
    expect(tablesIn(again)).toEqual(tablesIn(backup));
    return cases.length;
  } finally {
    await run.end();
    scratch.remove();
  }
}

it('a place backed up while it is at work on the embedded database comes back whole', async () => {
  expect(await backUpAtWork()).toBeGreaterThan(0);
}, 900_000);

it.skipIf(findPostgres() === undefined)(
  'a place backed up while two servers are at work on PostgreSQL comes back whole',
  async () => {
    const { database, stop } = await openFragileDatabase();
    try {
      expect(await backUpAtWork(database)).toBeGreaterThan(0);
    } finally {
      await stop();
    }
  },
  900_000,
);
