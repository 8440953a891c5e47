import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from './testing.ts';

const scope = { county: '450802' };
const cutSql = `
  select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and application_name like 'gezhi%' and application_name <> 'gezhi owner'`;

describe.skipIf(!process.env['GEZHI_TEST_DATABASE_URL'])('connections that break', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(() => db.close());

  const answers = async () => {
    for (let tries = 0; tries < 50; tries += 1) {
      if (await db.ping()) return true;
      await wait(100);
    }
    return false;
  };

  it('are made again: the pool works on, and the listener hears what came meanwhile', async () => {
    let heard = 0;
    await db.listen('gezhi_probe', () => {
      heard += 1;
    });
    await db.transaction(scope, () => Promise.resolve());
    const before = heard;
    await db.asOwner((owner) => owner.query(cutSql));
    expect(await answers()).toBe(true);
    await db.transaction(scope, () => Promise.resolve());
    for (let tries = 0; tries < 100 && heard === before; tries += 1) await wait(100);
    expect(heard).toBeGreaterThan(before);
    const again = heard;
    await db.asOwner((owner) => owner.query('notify gezhi_probe'));
    for (let tries = 0; tries < 50 && heard === again; tries += 1) await wait(100);
    expect(heard).toBeGreaterThan(again);
  });

  it('in the middle of a transaction end it with an error, and nothing of it stays', async () => {
    const cut = db.transaction({ ...scope, system: true }, async (trx) => {
      await trx
        .insertInto('file')
        .values({ county: scope.county, id: 'cut', state: 'ready', bytes: 1, at: '2026-11-22T00:00:00Z' })
        .execute();
      await db.asOwner((owner) => owner.query(cutSql));
      return trx.selectFrom('file').select('id').execute();
    });
    await expect(cut).rejects.toThrow(/connection/i);
    expect(await answers()).toBe(true);
    const rows = await db.transaction({ ...scope, system: true }, (trx) =>
      trx.selectFrom('file').select('id').where('id', '=', 'cut').execute(),
    );
    expect(rows).toEqual([]);
  });
});
