import { cpSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { startCluster } from '../../scripts/postgres-cluster.ts';
import { openClient } from '../../world/src/client.ts';
import { newFolder, type OwnServer, startServer } from '../../world/src/own-server.ts';
import { cpuOf, cpuOfTree, parentOf } from '../stage/cpu.ts';
import { populate } from '../stage/populate.ts';
import { deskAt } from '../stage/stage.ts';
import { fill } from './fill.ts';
import { type Desk, makeTemplates, matters } from './templates.ts';

const password = 'a-password-of-a-passing-server';
const staff = ['admin', 'county', 'jia', 'yi', ...new Set(matters.map(([, , body]) => body))];

/** A database with so many cases, and the program on it. */
export interface Ground {
  readonly cases: number;
  readonly server: OwnServer;
  readonly desk: Desk;
  /** As its owner, beside the program. */
  readonly db: pg.Client;
  /** Milliseconds of processor time so far of program and database; the database's over all grounds. */
  readonly cpu: () => { readonly program: number; readonly database: number };
}

const named = (url: string, database: string): string => {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
};

/** Waits until the program has added up what a stock holds, as it has within a minute where cases come one by one. */
async function untilAddedUp({ db, cases }: Ground): Promise<void> {
  const left = async (): Promise<number> =>
    Number((await db.query<{ n: string }>('select count(*) as n from case_file where uncounted')).rows[0]?.n ?? 0);
  const [begun, atFirst] = [performance.now(), await left()];
  for (let now = atFirst; now > 0; now = await left()) await wait(1_000);
  const seconds = (performance.now() - begun) / 1000;
  const { rows } = await db.query<{ cells: string }>('select count(*) as cells from figure_cell');
  console.log(
    `${cases} cases: the last ${atFirst} added up in ${seconds.toFixed(0)} s to ${rows[0]?.cells ?? ''} cells`,
  );
  await db.query('vacuum analyze case_file, figure_case, figure_cell');
}

/**
 * Opens one PostgreSQL with a database for each size and the program on each, all at once, so that they are measured in
 * turns and other work on the machine hits all of them. The same demonstration and templates stand in each.
 */
export async function onGrounds(
  sizes: readonly number[],
  work: (grounds: readonly Ground[]) => Promise<void>,
): Promise<void> {
  const cluster = await startCluster({ durable: true });
  const folders = [newFolder()];
  const ends: (() => Promise<void>)[] = [];
  try {
    const first = await startServer(folders[0]?.path ?? '', { DATABASE_URL: cluster.url });
    try {
      await populate(first, password);
      await makeTemplates(openClient(first.url), await deskAt(first.url, password, staff));
    } finally {
      await first.kill();
    }
    const grounds: Ground[] = [];
    for (const cases of sizes) {
      const admin = new pg.Client({ connectionString: named(cluster.url, 'template1') });
      await admin.connect();
      // What is copied must have nobody in it: the program was ended, its connections may linger.
      await admin.query("select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = 'postgres'");
      await admin.query(`create database cases_${cases} template postgres`);
      await admin.end();
      const connect = async (): Promise<pg.Client> => {
        const client = new pg.Client({ connectionString: named(cluster.url, `cases_${cases}`) });
        await client.connect();
        return client;
      };
      const db = await connect();
      ends.push(() => db.end());
      const begun = performance.now();
      await fill(db, connect, cases);
      const bytes = (
        await db.query<{ size: string }>('select pg_size_pretty(pg_database_size(current_database())) as size')
      ).rows[0]?.size;
      console.log(`${cases} cases: ${bytes ?? ''}, filled in ${((performance.now() - begun) / 1000).toFixed(0)} s`);
      const folder = newFolder();
      folders.push(folder);
      cpSync(folders[0]?.path ?? '', folder.path, { recursive: true });
      const server = await startServer(folder.path, { DATABASE_URL: named(cluster.url, `cases_${cases}`) });
      ends.push(() => server.kill());
      const backend = (await db.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid ?? 0;
      const postgres = parentOf(backend);
      grounds.push({
        cases,
        server,
        db,
        desk: await deskAt(server.url, password, staff),
        cpu: () => ({ program: cpuOf(server.pid), database: cpuOfTree(postgres) }),
      });
    }
    // What is new is added up beside all else, a million cases for minutes: nothing is measured meanwhile.
    for (const ground of grounds) await untilAddedUp(ground);
    await work(grounds);
  } finally {
    for (const end of ends.toReversed()) await end();
    await cluster.stop();
    for (const folder of folders) folder.remove();
  }
}
