/** Filing over HTTP against a bare Fastify + pg handler and pgbench, each writing the same rows over 16 connections, in turns. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Cluster, startCluster } from '../scripts/postgres-cluster.ts';
import { fillDemonstration, grid } from '../world/src/demonstration/index.ts';
import { buildHecheng, partOfPlace } from '../world/src/hecheng/index.ts';
import { newFolder, startServer } from '../world/src/own-server.ts';
import { startBare } from './filing/bare.ts';
import { type Captured, captureRows } from './filing/captured.ts';
import { reportsPerSecond, sendReport } from './filing/report.ts';
import { rowsAsScript } from './filing/rows-as-script.ts';
import { rowsAsStatements } from './filing/rows-as-statements.ts';
import { cpuOf } from './stage/cpu.ts';
import { load, machine } from './stage/machine.ts';
import { median, rounded } from './stage/numbers.ts';

const connections = 16;
const rounds = Number(process.argv[2] ?? 11);
const seconds = Number(process.argv[3] ?? 6);
const bars = { bare: 0.7, pgbench: 0.4 };
const password = 'a-password-of-a-passing-server';

/** Transactions a second of pgbench. */
function overPgbench(cluster: Cluster, script: string): number {
  const { stdout, stderr, status } = spawnSync(
    join(cluster.bin, 'pgbench'),
    ['-n', '-M', 'prepared', '-c', String(connections), '-j', '2', '-T', String(seconds), '-f', script, cluster.url],
    { encoding: 'utf8' },
  );
  const rate = /tps = ([\d.]+)/.exec(stdout)?.[1];
  if (status !== 0) throw new Error(`pgbench: ${stdout}${stderr}`);
  // On a machine with much other work it may not even have connected in its time.
  return Number(rate ?? 0);
}

/** Bytes that a filed report takes, with indexes, by table: for the model of growth. */
async function bytesACase(db: pg.Client): Promise<Record<string, number>> {
  await db.query('analyze');
  const { rows } = await db.query<{ name: string; bytes: string }>(`
    select c.relname as name, round(pg_total_relation_size(c.oid) / (select count(*) from case_file)) as bytes
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r'
      and c.relname in ('case_file', 'case_event', 'case_clock', 'case_word', 'case_follow', 'public_case', 'idempotency', 'live_event', 'notice')
    order by 1`);
  return Object.fromEntries(rows.map(({ name, bytes }) => [name, Number(bytes)]));
}

/** What one filing writes, read back from the tables. */
async function captureFiling(db: pg.Client, url: string): Promise<readonly Captured[]> {
  const agent = new Agent({ keepAlive: true });
  // Warm, so that what is read once is not counted among what a filing writes.
  for (let at = 0; at < 50; at += 1) await sendReport(url, agent);
  try {
    for (let tries = 0; tries < 50; tries += 1) {
      const { id } = JSON.parse(await sendReport(url, agent)) as { id: string };
      const captured = await captureRows(db, 'public.case_file', id);
      // Its job may have been taken already, and is another row then.
      if (captured.some(({ table }) => table === 'pgboss.job')) return captured;
    }
    throw new Error('the job of a filing was never seen as it was written');
  } finally {
    agent.destroy();
  }
}

interface Round {
  readonly http: number;
  readonly bare: number;
  readonly pgbench: number;
  /** Milliseconds of processor time that a report took in the process that answered. */
  readonly httpCpu: number;
  readonly bareCpu: number;
}

/** A rate with the processor time that each report took in the process that answered. */
async function timed(at: {
  readonly url: string;
  readonly pid: number;
}): Promise<readonly [rate: number, cpu: number]> {
  const [cpu, begun] = [cpuOf(at.pid), performance.now()];
  const rate = await reportsPerSecond(at.url, connections, seconds);
  return [rate, (cpuOf(at.pid) - cpu) / ((rate * (performance.now() - begun)) / 1000)];
}

const cluster = await startCluster({ durable: true });
const folder = newFolder();
const scratch = mkdtempSync(join(tmpdir(), 'gezhi-bench-'));
const db = new pg.Client({ connectionString: cluster.url });
await db.connect();
const server = await startServer(folder.path, { DATABASE_URL: cluster.url });
try {
  const setupToken = await server.setUpToken();
  const place = partOfPlace(buildHecheng(), grid);
  await fillDemonstration({ url: server.url, setupToken, password, place, scene: false });
  const captured = await captureFiling(db, server.url);
  const script = join(scratch, 'filing.sql');
  writeFileSync(script, rowsAsScript(captured));
  const statements = join(scratch, 'filing.json');
  writeFileSync(statements, JSON.stringify(rowsAsStatements(captured)));
  const bare = await startBare(cluster.url, statements);
  try {
    console.log(await machine(db));
    console.log(
      `${connections} connections, ${rounds} rounds of ${seconds} s each in turns; the machine bears client, server and database`,
    );
    console.log(
      `a filing writes ${captured.map(({ table, rows }) => `${table.replace('public.', '')} ${rows.length}`).join(', ')}`,
    );
    for (const { url } of [server, bare]) await reportsPerSecond(url, connections, seconds);
    // As PostgreSQL does by itself within a minute: sessions that began on empty tables would search whole ones until then,
    // and pgbench, whose sessions are new in each round, would not.
    await db.query('analyze');
    const all: Round[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const pgbench = overPgbench(cluster, script);
      const [http, httpCpu] = await timed(server);
      const [plain, bareCpu] = await timed(bare);
      if (Math.min(pgbench, http, plain) === 0) {
        console.log(`round ${round + 1} does not count: one of them got nothing done, ${load()}`);
        continue;
      }
      all.push({ http, bare: plain, pgbench, httpCpu, bareCpu });
      console.log(
        `round ${round + 1}: ${http.toFixed(0)} reports/s over HTTP, ${plain.toFixed(0)}/s by the bare handler, ${pgbench.toFixed(0)}/s by pgbench, ratios ${(http / plain).toFixed(3)} and ${(http / pgbench).toFixed(3)}, ${load()}`,
      );
    }
    // All of them wrote into the same tables: the rows are as wide.
    console.log(`bytes a case, with indexes: ${JSON.stringify(await bytesACase(db))}`);
    const of = (part: (round: Round) => number, digits = 0) => rounded(median(all.map(part)), digits);
    const value = of((round) => round.http / round.bare, 3);
    const toPgbench = of((round) => round.http / round.pgbench, 3);
    const reached = value >= bars.bare && toPgbench >= bars.pgbench;
    console.log(
      JSON.stringify({
        figure: 'filing over HTTP / a bare handler with the same rows',
        value,
        bar: bars.bare,
        toPgbench,
        barToPgbench: bars.pgbench,
        bareToPgbench: of((round) => round.bare / round.pgbench, 3),
        httpPerSecond: of((round) => round.http),
        barePerSecond: of((round) => round.bare),
        pgbenchPerSecond: of((round) => round.pgbench),
        cpuMsHttp: of((round) => round.httpCpu, 2),
        cpuMsBare: of((round) => round.bareCpu, 2),
        verdict: reached ? 'reached' : 'missed',
      }),
    );
    process.exitCode = reached ? 0 : 1;
  } finally {
    await bare.stop();
  }
} finally {
  await server.stop();
  await db.end();
  await cluster.stop();
  folder.remove();
  rmSync(scratch, { recursive: true, force: true });
}
