import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { openOnce } from '../testing.ts';
import { insertRows, laterSql } from './index.ts';
import { openTestDatabase } from './testing.ts';

const scope = { county: '450802', system: true } as const;
const at = '2026-11-22T00:00:00Z';

const db = openOnce(openTestDatabase);
beforeEach(() => db.clear());

const row = (id: string) => ({ county: scope.county, id, state: 'ready', bytes: 1, at }) as const;
const insert = 'insert into file (county, id, state, bytes, at) values ($1, $2, $3, $4, $5)';
const ids = () =>
  db.transaction(scope, async (trx) => {
    const rows = await trx.selectFrom('file').select('id').orderBy('id').execute();
    return rows.map(({ id }) => id);
  });

describe('a statement that nobody waits for', () => {
  it('is done before whatever is read after it, and stays after the commit', async () => {
    const seen = await db.transaction(scope, async (trx) => {
      await laterSql(trx, insert, Object.values(row('a')));
      await laterSql(trx, insert, Object.values(row('b')));
      const rows = await trx.selectFrom('file').select('id').orderBy('id').execute();
      await laterSql(trx, insert, Object.values(row('c')));
      return rows.map(({ id }) => id);
    });
    expect(seen).toEqual(['a', 'b']);
    expect(await ids()).toEqual(['a', 'b', 'c']);
  });

  it('that is wrong fails the transaction with its own error, and nothing is written', async () => {
    const doubled = db.transaction(scope, async (trx) => {
      for (const id of ['a', 'b', 'a', 'c']) await laterSql(trx, insert, Object.values(row(id)));
    });
    await expect(doubled).rejects.toThrow(/duplicate key/);
    const wrongThenRead = db.transaction(scope, async (trx) => {
      await laterSql(trx, insert, Object.values(row('d')));
      await laterSql(trx, 'select no_such_function($1)', ['x']);
      await laterSql(trx, insert, Object.values(row('e')));
      await trx.selectFrom('file').select('id').execute();
    });
    await expect(wrongThenRead).rejects.toThrow(/no_such_function/);
    expect(await ids()).toEqual([]);
  });

  it('is forgotten where the work throws before anything was sent', async () => {
    const thrown = db.transaction(scope, async (trx) => {
      await laterSql(trx, insert, Object.values(row('a')));
      throw new Error('no');
    });
    await expect(thrown).rejects.toThrow('no');
    expect(await ids()).toEqual([]);
    // The connection goes on as if nothing had been.
    await db.transaction(scope, (trx) => laterSql(trx, insert, Object.values(row('b'))));
    expect(await ids()).toEqual(['b']);
  });

  it('still stands under the scope of its transaction', async () => {
    const foreign = db.transaction(scope, (trx) =>
      laterSql(trx, insert, Object.values({ ...row('a'), county: '110101' })),
    );
    await expect(foreign).rejects.toThrow(/row-level security/);
  });

  it('does not gather without bound', async () => {
    const long = 'x'.repeat(200_000);
    await db.transaction(scope, async (trx) => {
      for (let n = 0; n < 10; n += 1)
        await laterSql(trx, "select set_config('gezhi.probe', $1, true)", [`${n}${long}`]);
      const { rows } = await sql<{ first: string }>`select left(current_setting('gezhi.probe'), 1) as first`.execute(
        trx,
      );
      expect(rows).toEqual([{ first: '9' }]);
    });
  });
});

describe('a few rows in one statement', () => {
  it('are all there, in whatever number and however often the same shape was added before', async () => {
    await db.transaction(scope, (trx) => insertRows(trx, 'file', [row('a')]));
    await db.transaction(scope, async (trx) => {
      await insertRows(trx, 'file', [row('b'), row('c')]);
      await insertRows(trx, 'file', []);
      await insertRows(trx, 'file', [row('d')]);
    });
    expect(await ids()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('that do not name the same columns are refused, and nothing is written', async () => {
    const add = (rows: Parameters<typeof insertRows<'file'>>[2]) =>
      db.transaction(scope, (trx) => insertRows(trx, 'file', rows));
    await expect(add([row('a'), { ...row('b'), format: 'png' }])).rejects.toThrow(
      'rows of file with different columns',
    );
    const [left, right] = [
      { ...row('a'), format: 'png' },
      { ...row('b'), reason: 'none' },
    ];
    await expect(add([left, right])).rejects.toThrow('a row of file without format');
    expect(await ids()).toEqual([]);
  });
});
