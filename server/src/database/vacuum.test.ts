import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openOnce } from '../testing.ts';
import { openTestDatabase } from './testing.ts';

const db = openOnce(openTestDatabase);
const system = { county: '450802', system: true };
const files = 2_000;

const bytes = (): Promise<number> =>
  db.transaction(system, async (trx) => {
    const { rows } = await sql<{ size: number }>`select pg_total_relation_size('file')::int as size`.execute(trx);
    return rows[0]?.size ?? 0;
  });
const turnOver = () =>
  db.transaction(system, async (trx) => {
    await sql`delete from file where county = '450802'`.execute(trx);
    await sql`insert into file (county, id, state, bytes, at)
      select '450802', 'f' || n, 'ready', n, now() from generate_series(1, ${files}) as n`.execute(trx);
  });

describe('the room of rows that are gone', () => {
  it('is used again in the embedded database; elsewhere the database sees to it itself', async () => {
    const { vacuum } = db;
    if (db.profile.size !== 'pglite') {
      expect(vacuum).toBeUndefined();
      return;
    }
    if (vacuum === undefined) throw new Error('the embedded database has nobody who clears it');
    const sizes: number[] = [];
    for (let again = 0; again < 6; again += 1) {
      await turnOver();
      await turnOver();
      expect(await vacuum()).toContain('public.file');
      sizes.push(await bytes());
    }
    expect(Math.max(...sizes.slice(2))).toBeLessThan(Math.max(...sizes.slice(0, 2)) * 1.1);
    expect(await vacuum()).toEqual([]);
  });
});
