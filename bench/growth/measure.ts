import { caseRoutes } from '@gezhi/contract/cases/index';
import type { Client as Connection } from 'pg';
import { openClient } from '../../world/src/client.ts';
import { type Desk, get, giveSteps, leadOf, matters, steps } from '../grown/templates.ts';
import { patient } from '../stage/patient.ts';
import type { Stage } from '../stage/stage.ts';
import type { Costs } from './costs.ts';

/** What stays of a case, and what is forgotten. */
const staying = [
  'case_file',
  'case_event',
  'case_clock',
  'case_word',
  'case_follow',
  'public_case',
  'work_order',
  'figure_case',
  'notice',
];
const passing = ['idempotency', 'live_event'];

interface Sizes {
  readonly [table: string]: number;
}

async function sizesOf(db: Connection): Promise<Sizes> {
  const { rows } = await db.query<{ name: string; bytes: string }>(
    `select relname as name, pg_total_relation_size(oid) as bytes from pg_class
     where relnamespace = 'public'::regnamespace and relkind = 'r' and relname = any($1)`,
    [[...staying, ...passing]],
  );
  const jobs = await db.query<{ bytes: string }>(
    "select sum(pg_total_relation_size(oid)) as bytes from pg_class where relnamespace = 'pgboss'::regnamespace and relkind = 'r'",
  );
  return {
    ...Object.fromEntries(rows.map(({ name, bytes }) => [name, Number(bytes)])),
    jobs: Number(jobs.rows[0]?.bytes ?? 0),
  };
}

/** Live rows of these tables: what is kept, not what was written on the way. */
async function rowsOf(db: Connection): Promise<number> {
  let rows = 0;
  for (const table of staying) {
    const counted = await db.query<{ count: string }>(`select count(*) from ${table}`);
    rows += Number(counted.rows[0]?.count ?? 0);
  }
  return rows;
}

/** A report with its six steps, read by whoever handles it before each, and the list of its desk read three times. */
async function wholeCase(url: string, desk: Desk, grid: string, number: number, run: string): Promise<void> {
  const [words, category, handler] = matters[number % matters.length] ?? matters[0];
  const body = { category, description: `${number}号楼${words}`, place: { area: grid } };
  const filed = await patient(() => openClient(url).call(caseRoutes.file, { key: `growth-${run}-${number}`, body }));
  const jia = get(desk, 'jia');
  const view = () => patient(() => jia.call(caseRoutes.get, { params: { id: filed.id } }));
  const list = () => patient(() => jia.call(caseRoutes.list, { query: { open: 'true', area: grid, sort: 'due' } }));
  await list();
  await giveSteps(desk, filed.id, handler, leadOf((await view()).routing), steps.length);
  await list();
  await view();
}

/** Costs of so many whole cases spread over these grids, eight at once. */
export async function measureCosts(
  { server, db, cpu }: Stage,
  desk: Desk,
  grids: readonly string[],
  cases: number,
  run: string,
): Promise<Costs & { readonly seconds: number }> {
  const [sizes, rows, used, begun] = [await sizesOf(db), await rowsOf(db), cpu(), performance.now()];
  const messages = await db.query<{ last: string }>('select last_value as last from live_position');
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < cases) {
      next += 1;
      await wholeCase(server.url, desk, grids[next % grids.length] ?? '', next, run);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  // What is told of them belongs to them.
  for (let tries = 0; tries < 600; tries += 1) {
    const { rows: waiting } = await db.query(
      "select 1 from pgboss.job where state in ('created', 'active') and start_after <= now() limit 1",
    );
    if (waiting.length === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const [after, usedAfter] = [await sizesOf(db), cpu()];
  const last = await db.query<{ last: string }>('select last_value as last from live_position');
  const grown = (table: string): number => Math.round(((after[table] ?? 0) - (sizes[table] ?? 0)) / cases);
  return {
    bytes: Object.fromEntries(staying.map((table) => [table, grown(table)])),
    passing: { idempotency: grown('idempotency'), live_event: grown('live_event'), jobs: grown('jobs') },
    program: (usedAfter.program - used.program) / cases,
    database: (usedAfter.database - used.database) / cases,
    rows: ((await rowsOf(db)) - rows) / cases,
    messages: (Number(last.rows[0]?.last ?? 0) - Number(messages.rows[0]?.last ?? 0)) / cases,
    seconds: (performance.now() - begun) / 1000,
  };
}
