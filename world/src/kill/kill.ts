import { setTimeout as wait } from 'node:timers/promises';
import { accessRoutes } from '@gezhi/contract/access/index';
import { type CaseRow, caseRoutes } from '@gezhi/contract/cases/index';
import { clockRoutes } from '@gezhi/contract/clock/routes';
import { auditChains } from '../audit-chains.ts';
import { type Client, openClient } from '../client.ts';
import { county } from '../demonstration/cast.ts';
import { signIn } from '../demonstration/sign-in.ts';
import { type Chance, chanceFrom } from '../hecheng/random.ts';
import { freePort, type OwnServer, newFolder, startServer } from '../own-server.ts';
import { fileWithoutPause, type Load } from './load.ts';

/** What is left after the server was killed again and again. */
export interface Aftermath {
  readonly kills: number;
  readonly acknowledged: number;
  /** Sent more than once because no answer came. */
  readonly sentAgain: number;
  /** Acknowledged, but not there. */
  readonly lost: readonly string[];
  /** There more than once. */
  readonly doubled: readonly string[];
  /** There, though nobody was told. */
  readonly unknown: readonly string[];
  /** Cases whose clock did not end exactly once, with how often it did. */
  readonly clocksNotOnce: readonly string[];
  /** What `gezhi audit verify` says at the end. */
  readonly audited: string;
}

export interface Killing {
  readonly times: number;
  readonly filers: number;
  readonly seed: number;
  /** Database instead of the embedded one; `DATABASE_URL` and what goes with it. */
  readonly database?: Readonly<Record<string, string>>;
  readonly say?: (line: string) => void;
}

const password = 'a-password-of-a-passing-server';

async function setUp(server: OwnServer): Promise<void> {
  const administrator = { username: 'admin', name: '管理员', password };
  const body = { token: await server.setUpToken(), county, administrator };
  await openClient(server.url).call(accessRoutes.setup, { body });
}

async function everyCase(admin: Client): Promise<readonly CaseRow[]> {
  const rows: CaseRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await admin.call(caseRoutes.list, {
      query: { limit: 200, sort: 'newest', ...(cursor !== undefined && { cursor }) },
    });
    rows.push(...page.rows);
    cursor = page.next;
  } while (cursor !== undefined);
  return rows;
}

/** Two weeks on every report is overdue at the desk. The server is killed while it ends their clocks. */
async function endClocks(start: () => Promise<OwnServer>, chance: Chance): Promise<OwnServer> {
  const server = await start();
  const admin = await signIn(server.url, 'admin', password);
  const { now } = await admin.call(clockRoutes.read);
  const later = new Date(Date.parse(now) + 14 * 86_400_000).toISOString();
  const set = admin.call(clockRoutes.set, { body: { now: later, running: false } }).catch(() => undefined);
  await wait(chance.whole(100, 800));
  await server.kill();
  await set;
  const again = await start();
  await (await signIn(again.url, 'admin', password)).call(clockRoutes.set, { body: { now: later, running: false } });
  return again;
}

async function clocksEnded(admin: Client, { id }: CaseRow): Promise<number> {
  const { rows } = await admin.call(caseRoutes.history, { params: { id }, query: {} });
  return rows.filter(({ type, data }) => type === 'clockEnded' && data['clock'] === 'accept.1').length;
}

/** Lets a few more reports be acknowledged, however slow the machine is, and then stops at no particular moment. */
async function someReports(load: Load, chance: Chance): Promise<void> {
  const enough = load.acknowledged.length + chance.whole(1, 20);
  for (let waited = 0; load.acknowledged.length < enough && waited < 15_000; waited += 20) {
    load.check();
    await wait(20);
  }
  await wait(chance.whole(0, 100));
}

/** Kills a server (SIGKILL) again and again while reports come in, and says what has become of them. */
export async function killUnderLoad(killing: Killing): Promise<Aftermath> {
  const { times, filers, seed, database = {}, say = () => undefined } = killing;
  const chance = chanceFrom(seed);
  const folder = newFolder();
  const port = await freePort();
  const start = () => startServer(folder.path, database, port);
  let server = await start();
  try {
    await setUp(server);
    const load = fileWithoutPause(server.url, filers);
    for (let kill = 1; kill <= times; kill += 1) {
      await someReports(load, chance);
      await server.kill();
      say(`kill ${kill}: ${load.acknowledged.length} acknowledged so far`);
      server = await start();
    }
    await load.finish();
    await server.kill();
    server = await endClocks(start, chance);
    const admin = await signIn(server.url, 'admin', password);
    const rows = await everyCase(admin);
    const told = new Map(load.acknowledged.map((one) => [one.id, one]));
    const there = Map.groupBy(rows, ({ description }) => description);
    const clocks = new Map<string, number>();
    for (const row of rows) clocks.set(row.number, await clocksEnded(admin, row));
    await server.stop();
    return {
      kills: times + 2,
      acknowledged: load.acknowledged.length,
      sentAgain: load.acknowledged.filter(({ sent }) => sent > 1).length,
      lost: load.acknowledged.filter(({ id }) => !rows.some((row) => row.id === id)).map(({ number }) => number),
      doubled: [...there].filter(([, same]) => same.length > 1).map(([words]) => words),
      unknown: rows.filter(({ id }) => !told.has(id)).map(({ number }) => number),
      clocksNotOnce: [...clocks].filter(([, ended]) => ended !== 1).map(([number, ended]) => `${number}: ${ended}`),
      audited: await auditChains(folder.path, database),
    };
  } finally {
    await server.kill();
    folder.remove();
  }
}
