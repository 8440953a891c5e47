import { defineRoute } from '@gezhi/contract/route';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openApp } from '../http/app.ts';
import { failureOf } from '../http/failures.ts';
import { serve } from '../http/index.ts';
import { testDeps } from '../testing.ts';
import { scopeText } from './scope.ts';
import { elsewhere, runOn, workersOf } from './testing-citus.ts';
import { openTestDatabase, type TestDatabase, testRolePassword } from './testing.ts';

const cluster = process.env['CITUS_URL'] ?? '';
const at = '2026-11-22T00:00:00Z';
const row = (county: string, id: string) => ({ county, id, state: 'ready', bytes: 1, at }) as const;
const codes = Array.from({ length: 20 }, (_, n) => String(450_801 + n));

describe.skipIf(cluster === '')('on the Citus cluster of CITUS_URL; NOT TESTED where none is given', () => {
  let db: TestDatabase;
  let url: string;
  /** A county on each worker, and the worker. */
  let homes: { readonly county: string; readonly node: string }[];

  beforeAll(async () => {
    db = await openTestDatabase(cluster);
    const [own] = await db.asOwner((owner) => owner.query('select current_database() as name'));
    url = elsewhere(cluster, { database: String(own?.['name']) });
    const placed = await runOn(
      url,
      `select county, nodeport from unnest(array[${codes.map((code) => `'${code}'`).join()}]) county
       join pg_dist_placement on shardid = get_shard_id_for_distribution_column('file', county)
       join pg_dist_node using (groupid)`,
    );
    const workers = (await workersOf(cluster)) ?? [];
    homes = workers.flatMap((node) => {
      const here = placed.find((each) => each['nodeport'] === node.port);
      return here === undefined ? [] : [{ county: String(here['county']), node: elsewhere(url, { node }) }];
    });
    for (const { county } of homes)
      await db.transaction({ county, system: true }, (trx) =>
        trx.insertInto('file').values(row(county, 'a')).execute(),
      );
  });
  afterAll(() => db.close());

  /** What the application role gets in a transaction that sees every county, with the scope sent on or not. */
  async function asRole(propagates: 'local' | 'none', statement: string): Promise<readonly unknown[]> {
    const role = new URL(url);
    role.username = 'gezhi_app';
    role.password = encodeURIComponent(testRolePassword);
    const client = new pg.Client({
      connectionString: role.href,
      options: `-c citus.propagate_set_commands=${propagates}`,
    });
    await client.connect();
    try {
      await client.query('begin');
      await client.query('select set_scope($1)', [scopeText({ county: '*', system: true })]);
      return (await client.query(statement)).rows;
    } finally {
      await client.end();
    }
  }

  it('has counties on more than one worker', () => {
    expect(homes.length).toBeGreaterThan(1);
  });

  it('a scope that does not reach the workers opens nothing, to read or to write', async () => {
    expect(await asRole('local', 'select id from file')).toHaveLength(homes.length);
    expect(await asRole('none', 'select id from file')).toEqual([]);
    const insert = `insert into file (county, id, state, bytes, at) values ('450802', 'b', 'ready', 1, now())`;
    await expect(asRole('none', insert)).rejects.toThrow(/row-level security/);
    await expect(asRole('none', "update file set state = 'x' returning id")).resolves.toEqual([]);
  });

  it('row-level security stands on every shard of every table of counties', async () => {
    const open = await db.asOwner((owner) =>
      owner.query(`
        select table_name::text, shard.result from citus_tables,
          run_command_on_shards(table_name, $$
            select relrowsecurity and relforcerowsecurity from pg_class where oid = '%s'::regclass $$) shard
        where citus_table_type = 'distributed' and shard.result <> 't'`),
    );
    expect(open).toEqual([]);
    const there = await db.asOwner((owner) =>
      owner.query(`
        select table_name::text from information_schema.columns
        where table_schema = 'public' and column_name = 'county'
          and table_name not in (select table_name::text from citus_tables) and table_name not like 'citus%'`),
    );
    expect(there).toEqual([]);
  });

  it('errors name shards, and mean what they mean elsewhere', async () => {
    const [home] = homes;
    const county = home?.county ?? '';
    const system = { county, system: true } as const;
    const thrown = (work: Promise<unknown>) => work.then(() => undefined).catch((error: unknown) => error);
    const doubled = await thrown(
      db.transaction(system, (trx) => trx.insertInto('file').values(row(county, 'a')).execute()),
    );
    // The name of the rule is in the text only, with the shard's number: the program goes by codes.
    expect(doubled).toMatchObject({ code: '23505', message: expect.stringMatching(/"file_pkey_\d+"/) });
    expect((doubled as { constraint?: string }).constraint).toBeUndefined();
    expect(failureOf(doubled)).toMatchObject({ refusal: { code: 'http.internal' }, noted: true });
    const tooBig = await thrown(
      db.transaction(system, (trx) => sql`update file set bytes = 1e30 where county = ${county}`.execute(trx)),
    );
    expect(failureOf(tooBig)).toMatchObject({ refusal: { code: 'http.value' }, noted: true });
  });

  it('two that wait for each other on two workers are told apart, and the loser tries again', async () => {
    const [first, second] = homes.map(({ county }) => county);
    const turns = [
      [first, second],
      [second, first],
    ];
    let tries = 0;
    await Promise.all(
      turns.map((turn) =>
        db.transaction({ county: '*', system: true }, async (trx) => {
          tries += 1;
          for (const county of turn) {
            await trx
              .updateTable('file')
              .set({ state: 'ready' })
              .where('county', '=', county ?? '')
              .where('id', '=', 'a')
              .execute();
            await wait(500);
          }
        }),
      ),
    );
    expect(tries).toBeGreaterThan(2);
  });

  describe('while a worker is away', () => {
    const read = defineRoute({
      name: 'probe.read',
      method: 'GET',
      path: '/api/probe/:county',
      summary: 'Files of a county',
      access: 'public',
      params: z.object({ county: z.string() }),
      answer: z.object({ files: z.array(z.string()) }),
      status: 200,
    });
    let app: FastifyInstance;
    beforeAll(async () => {
      const deps = await testDeps(db);
      app = await openApp(deps);
      serve(app, deps, read, async ({ params: { county } }) => {
        const rows = await db.transaction({ county, system: true }, (trx) =>
          trx.selectFrom('file').select('id').where('county', '=', county).execute(),
        );
        return { files: rows.map(({ id }) => id) };
      });
      app.addHook('onClose', () => deps.live.stop());
    });
    afterAll(() => app.close());

    it('its counties are told so, the others go on, and all is well when it is back', async () => {
      const [here, away] = homes;
      if (here === undefined || away === undefined) throw new Error('the cluster has one worker');
      const ask = (county: string) => app.inject({ url: `/api/probe/${county}` });
      expect((await ask(away.county)).statusCode).toBe(200);
      const name = new URL(url).pathname.slice(1);
      const node = elsewhere(away.node, { database: 'postgres' });
      // For this database alone, so that other tests on the cluster go on.
      await runOn(
        node,
        `alter database ${name} allow_connections false`,
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
      );
      try {
        for (let round = 0; round < 5; round += 1) {
          const answer = await ask(away.county);
          expect(answer.statusCode).toBe(503);
          expect(answer.json()).toMatchObject({ code: 'http.unavailable' });
          expect((await ask(here.county)).json()).toEqual({ files: ['a'] });
        }
        await db.transaction({ county: here.county, system: true }, (trx) =>
          trx.insertInto('file').values(row(here.county, 'meanwhile')).execute(),
        );
      } finally {
        await runOn(node, `alter database ${name} allow_connections true`);
      }
      for (let tries = 0; tries < 50 && (await ask(away.county)).statusCode !== 200; tries += 1) await wait(100);
      expect((await ask(away.county)).json()).toEqual({ files: ['a'] });
      expect((await ask(here.county)).json()).toEqual({ files: ['a', 'meanwhile'] });
    });
  });
});
