/** Gezhi, Debian's Redmine and Debian's RT on one PostgreSQL, in turns: tickets made, read and listed, by processor time. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startCluster } from '../scripts/postgres-cluster.ts';
import { acts, type Contender, pageSize, type Setting, workers } from './peers/contender.ts';
import { takeTurn, type Turn } from './peers/drive.ts';
import { startGezhi } from './peers/gezhi.ts';
import { installPeers } from './peers/install.ts';
import { startRedmine } from './peers/redmine.ts';
import { startRequestTracker } from './peers/request-tracker.ts';
import { load, machine } from './stage/machine.ts';
import { median, rounded } from './stage/numbers.ts';

const stocks = (process.argv[2] ?? '20000,200000').split(',').map(Number);
const rounds = Number(process.argv[3] ?? 5);
const seconds = Number(process.argv[4] ?? 6);
/** Processor time of Gezhi and of its connections to the better of the peers': no more. */
const bar = 1;

interface Line {
  readonly stock: number;
  readonly act: string;
  readonly of: string;
  readonly perSecond: number;
  readonly programMs: number;
  readonly databaseMs: number;
  readonly bothMs: number;
}

function lineOf(stock: number, act: string, of: string, turns: readonly Turn[]): Line {
  const middle = (value: (turn: Turn) => number) => rounded(median(turns.map(value)), 2);
  return {
    stock,
    act,
    of,
    perSecond: rounded(median(turns.map((turn) => turn.perSecond)), 1),
    programMs: middle((turn) => turn.programMs),
    databaseMs: middle((turn) => turn.databaseMs),
    bothMs: middle((turn) => turn.programMs + turn.databaseMs),
  };
}

/** All of them in turns, each as often as the others, one kind of call after the other. */
async function compare(stock: number, contenders: readonly Contender[]): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for (const act of acts) {
    const turns = new Map<Contender, Turn[]>(contenders.map((contender) => [contender, []]));
    // The first turn of each warms and is not counted.
    for (let round = 0; round <= rounds; round += 1) {
      for (const contender of contenders) {
        const turn = await takeTurn(contender, act, round === 0 ? Math.min(seconds, 3) : seconds);
        if (round > 0) turns.get(contender)?.push(turn);
      }
    }
    for (const [{ name }, taken] of turns) {
      const line = lineOf(stock, act, name, taken);
      lines.push(line);
      console.log(
        `${String(stock).padStart(7)}  ${act.padEnd(7)} ${name.padEnd(8)} ${line.perSecond.toFixed(1).padStart(7)}/s  ${line.programMs.toFixed(2).padStart(8)} ms program  ${line.databaseMs.toFixed(2).padStart(7)} ms PostgreSQL  ${line.bothMs.toFixed(2).padStart(8)} ms both`,
      );
    }
    console.log(`         ${load()}`);
  }
  return lines;
}

/** For each kind of call and stock: processor time of Gezhi by that of the better peer. */
function ratios(lines: readonly Line[]): Record<string, number> {
  const found = Map.groupBy(lines, ({ stock, act }) => `${act} at ${stock}`);
  return Object.fromEntries(
    [...found].map(([what, some]) => {
      const own = some.find(({ of }) => of === 'Gezhi')?.bothMs ?? Number.NaN;
      const best = Math.min(...some.filter(({ of }) => of !== 'Gezhi').map(({ bothMs }) => bothMs));
      return [what, rounded(own / best, 3)];
    }),
  );
}

const versions = installPeers();
const cluster = await startCluster({ durable: true });
const folder = mkdtempSync(join(tmpdir(), 'gezhi-peers-'));
// The peers run as another user.
chmodSync(folder, 0o755);
const main = new pg.Client({ connectionString: cluster.url });
await main.connect();
const contenders: Contender[] = [];
try {
  // What the database does for itself is nobody's price; it is told to tidy up after each filling.
  await main.query('alter system set autovacuum = off');
  await main.query('select pg_reload_conf()');
  const setting: Setting = { cluster: cluster.url, folder, say: (line) => console.log(line) };
  contenders.push(await startGezhi(setting));
  contenders.push(await startRedmine(setting, versions));
  contenders.push(await startRequestTracker(setting, versions));
  console.log(await machine(main));
  for (const { version } of contenders) console.log(version);
  console.log(
    `${workers} kept connections, ${rounds} rounds of ${seconds} s in turns, pages of ${pageSize}; the machine bears client, servers and database`,
  );
  const lines: Line[] = [];
  for (const stock of stocks) {
    for (const contender of contenders) {
      const begun = performance.now();
      await contender.fillTo(stock);
      console.log(`${contender.name}: ${stock} tickets after ${((performance.now() - begun) / 1000).toFixed(0)} s`);
    }
    lines.push(...(await compare(stock, contenders)));
  }
  const each = ratios(lines);
  const worst = Math.max(...Object.values(each));
  console.log(
    JSON.stringify({
      figure: 'processor time of Gezhi and its connections / of the better of Redmine and RT, worst of all calls',
      value: worst,
      each,
      bar,
      verdict: worst <= bar ? 'reached' : 'missed',
    }),
  );
  process.exitCode = worst <= bar ? 0 : 1;
} finally {
  for (const contender of contenders)
    await contender.stop().catch((error: unknown) => console.error(`${contender.name}: ${String(error)}`));
  await main.end();
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}
