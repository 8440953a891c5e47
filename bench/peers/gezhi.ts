import { accessRoutes } from '@gezhi/contract/access/index';
import { caseRoutes } from '@gezhi/contract/cases/index';
import { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { fillDemonstration, grid } from '../../world/src/demonstration/index.ts';
import { buildHecheng, partOfPlace } from '../../world/src/hecheng/index.ts';
import { newFolder, startServer } from '../../world/src/own-server.ts';
import { type Act, type Call, type Contender, pageSize, type Setting, wordsOf } from './contender.ts';
import { send } from './drive.ts';
import { copyCase } from './copy-case.ts';

const password = 'a-password-of-a-passing-server';
/** The clerk of the community that all the matters lie in. */
const clerk = 'jia';

async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}${accessRoutes.signIn.path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ username: clerk, password }),
  });
  if (!answer.ok) throw new Error(`${clerk} could not sign in: ${answer.status} ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ');
}

/** Gezhi of this checkout: one process, in the demonstration's place. */
export async function startGezhi({ cluster, say }: Setting): Promise<Contender> {
  const address = new URL(cluster);
  address.pathname = '/gezhi';
  const main = new pg.Client({ connectionString: cluster });
  await main.connect();
  await main.query('create database gezhi');
  await main.end();

  const folder = newFolder();
  const server = await startServer(folder.path, { DATABASE_URL: address.href });
  const { url, pid } = server;
  const db = new pg.Client({ connectionString: address.href });
  await db.connect();
  say('gezhi: a place with people');
  const setupToken = await server.setUpToken();
  await fillDemonstration({ url, setupToken, password, place: partOfPlace(buildHecheng(), grid), scene: false });
  const headers = { origin: url, cookie: await signIn(url) };

  let ids: readonly string[] = [];
  const create = (nth: number): Call => ({
    method: 'POST',
    path: caseRoutes.file.path,
    headers: { ...headers, 'idempotency-key': `bench-peers-${process.pid}-${nth}` },
    body: JSON.stringify({
      category: '01020401',
      description: wordsOf(nth).text,
      place: { area: grid },
      channel: 'desk',
    }),
    status: 201,
  });
  const calls: { readonly [Each in Act]: (nth: number) => Call } = {
    create,
    read: (nth) => ({
      method: 'GET',
      path: caseRoutes.get.path.replace(':id', ids[nth % ids.length] ?? ''),
      headers,
      status: 200,
    }),
    list: () => ({
      method: 'GET',
      path: `${caseRoutes.list.path}?sort=newest&limit=${pageSize}`,
      headers,
      status: 200,
    }),
  };

  async function settled(): Promise<void> {
    for (let tries = 0; tries < 3_000; tries += 1) {
      const { rows } = await db.query<{ waiting: number }>(
        "select count(*)::int as waiting from pgboss.job where state in ('created', 'active', 'retry') and start_after <= now()",
      );
      if (rows[0]?.waiting === 0) return;
      await wait(100);
    }
    throw new Error('the jobs of Gezhi do not come to an end');
  }

  return {
    name: 'Gezhi',
    version: `Gezhi of this checkout, Node ${process.versions.node}, 1 process`,
    url,
    pid,
    db,
    call: (act, nth) => calls[act](nth),
    fillTo: async (count) => {
      const agent = new Agent();
      const made = JSON.parse(await send(url, agent, create(0))) as { id: string; number: string };
      agent.destroy();
      await settled();
      await copyCase(db, made, count);
      const some = await db.query<{ id: string }>('select id from case_file order by md5(id) limit 2000');
      ids = some.rows.map(({ id }) => id);
    },
    settled,
    stop: async () => {
      await db.end();
      await server.stop();
      folder.remove();
    },
  };
}
