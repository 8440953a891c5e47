/** Filing over HTTP against pgbench writing the same rows, 16 connections each, in turns on one PostgreSQL. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startCluster } from '../scripts/postgres-cluster.ts';
import { fillDemonstration, grid } from '../world/src/demonstration/index.ts';
import { buildHecheng, partOfPlace } from '../world/src/hecheng/index.ts';
import { newFolder, startServer } from '../world/src/own-server.ts';
import { rowsAsScript } from './filing/rows-as-script.ts';

const connections = 16;
const rounds = Number(process.argv[2] ?? 5);
const seconds = Number(process.argv[3] ?? 6);
const bar = 0.4;
const password = 'a-password-of-a-passing-server';

const cluster = await startCluster({ durable: true });
const folder = newFolder();
const scratch = mkdtempSync(join(tmpdir(), 'gezhi-bench-'));
const db = new pg.Client({ connectionString: cluster.url });
await db.connect();
const server = await startServer(folder.path, { DATABASE_URL: cluster.url });
const agent = new Agent({ keepAlive: true, maxSockets: connections });

let sent = 0;
/** One report of a resident without a name, in the middle of the demonstration. */
function file(): Promise<string> {
  sent += 1;
  const body = JSON.stringify({
    category: '01020401',
    description: `小区门口路灯不亮三天了，晚上老人出门看不清 ${sent}`,
    place: { area: grid },
  });
  return new Promise((resolve, reject) => {
    const call = request(
      `${server.url}/api/cases`,
      {
        method: 'POST',
        agent,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'idempotency-key': `bench-filing-${process.pid}-${sent}`,
        },
      },
      (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => (response.statusCode === 201 ? resolve(text) : reject(new Error(text))));
      },
    );
    call.on('error', reject);
    call.end(body);
  });
}

/** Reports a second over HTTP. */
async function overHttp(): Promise<number> {
  const begun = performance.now();
  const until = begun + seconds * 1000;
  let done = 0;
  const worker = async (): Promise<void> => {
    while (performance.now() < until) {
      await file();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  return done / ((performance.now() - begun) / 1000);
}

/** Transactions a second of pgbench. */
function overPgbench(script: string): number {
  const { stdout, stderr, status } = spawnSync(
    join(cluster.bin, 'pgbench'),
    ['-n', '-M', 'prepared', '-c', String(connections), '-j', '2', '-T', String(seconds), '-f', script, cluster.url],
    { encoding: 'utf8' },
  );
  const rate = /tps = ([\d.]+)/.exec(stdout)?.[1];
  if (status !== 0 || rate === undefined) throw new Error(`pgbench: ${stdout}${stderr}`);
  return Number(rate);
}

/** Bytes that a filed report takes, with indexes, by table: for the model of growth. */
async function bytesACase(): Promise<Record<string, number>> {
  await db.query('analyze');
  const { rows } = await db.query<{ name: string; bytes: string }>(`
    select c.relname as name, round(pg_total_relation_size(c.oid) / (select count(*) from case_file)) as bytes
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r'
      and c.relname in ('case_file', 'case_event', 'case_clock', 'case_word', 'case_follow', 'public_case', 'idempotency', 'live_event', 'notice')
    order by 1`);
  return Object.fromEntries(rows.map(({ name, bytes }) => [name, Number(bytes)]));
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

try {
  const setupToken = await server.setUpToken();
  await fillDemonstration({
    url: server.url,
    setupToken,
    password,
    place: partOfPlace(buildHecheng(), grid),
    scene: false,
  });
  // Warm, so that what is read once is not counted among what a filing writes.
  for (let at = 0; at < 50; at += 1) await file();
  const {
    rows: [begun],
  } = await db.query<{ id: string }>('select pg_current_xact_id()::text as id');
  await file();
  const script = await rowsAsScript(db, begun?.id ?? '0', 'public.case_file');
  const path = join(scratch, 'filing.sql');
  writeFileSync(path, script.text);
  const written = Object.entries(script.rows).map(([table, count]) => `${table.replace('public.', '')} ${count}`);
  const version = (await db.query<{ version: string }>('select version()')).rows[0]?.version.split(' on ')[0] ?? '';
  console.log(`${availableParallelism()} cores ${cpus()[0]?.model ?? ''}, Node ${process.versions.node}, ${version}`);
  console.log(
    `${connections} connections, ${rounds} rounds of ${seconds} s in turns; the machine bears client, server and database`,
  );
  console.log(`a filing writes ${written.join(', ')}`);
  await overHttp();
  const pairs: { http: number; pgbench: number; ratio: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const pgbench = overPgbench(path);
    const http = await overHttp();
    pairs.push({ http, pgbench, ratio: http / pgbench });
    console.log(
      `round ${round + 1}: ${http.toFixed(0)} reports/s over HTTP, ${pgbench.toFixed(0)}/s by pgbench, ratio ${(http / pgbench).toFixed(3)}`,
    );
  }
  const ratio = median(pairs.map((pair) => pair.ratio));
  // pgbench wrote its rows into the same tables: they are as wide.
  console.log(`bytes a case, with indexes: ${JSON.stringify(await bytesACase())}`);
  const figure = {
    figure: 'filing over HTTP / pgbench with the same rows',
    value: Number(ratio.toFixed(3)),
    httpPerSecond: Math.round(median(pairs.map((pair) => pair.http))),
    pgbenchPerSecond: Math.round(median(pairs.map((pair) => pair.pgbench))),
    bar,
    verdict: ratio >= bar ? 'reached' : 'missed',
  };
  console.log(JSON.stringify(figure));
  process.exitCode = ratio >= bar ? 0 : 1;
} finally {
  agent.destroy();
  await server.stop();
  await db.end();
  await cluster.stop();
  folder.remove();
  rmSync(scratch, { recursive: true, force: true });
}
