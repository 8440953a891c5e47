import { triesAllowed, type Tries } from '@gezhi/domain/access/index';
import type { Trx } from '../database/index.ts';
import { authTables } from './tables.ts';

/** The wrong tries under a key, locked for this transaction. */
export async function findTries(trx: Trx, key: string): Promise<Tries | undefined> {
  const row = await authTables(trx)
    .selectFrom('auth.tries')
    .selectAll()
    .where('key', '=', key)
    .forUpdate()
    .executeTakeFirst();
  return row && { count: row.count, since: Date.parse(row.since_at), last: Date.parse(row.last_at) };
}

/**
 * Counts a try, unless as many as allowed were counted meanwhile. Answers whether it did: of many at once no more
 * are let through than one after another.
 * @param at ISO time
 */
export async function countTry(trx: Trx, key: string, at: string): Promise<boolean> {
  const row = await authTables(trx)
    .insertInto('auth.tries')
    .values({ key, count: 1, since_at: at, last_at: at })
    .onConflict((on) =>
      on
        .column('key')
        .doUpdateSet((eb) => ({ count: eb('auth.tries.count', '+', 1), last_at: at }))
        .where('auth.tries.count', '<', triesAllowed),
    )
    .returning('key')
    .executeTakeFirst();
  return row !== undefined;
}

export async function forgetTries(trx: Trx, key: string): Promise<void> {
  await authTables(trx).deleteFrom('auth.tries').where('key', '=', key).execute();
}

/** Tries under several keys, for the list of accounts. */
export async function listTries(trx: Trx, keys: readonly string[]): Promise<ReadonlyMap<string, Tries>> {
  if (keys.length === 0) return new Map();
  const rows = await authTables(trx).selectFrom('auth.tries').selectAll().where('key', 'in', keys).execute();
  return new Map(
    rows.map((row) => [row.key, { count: row.count, since: Date.parse(row.since_at), last: Date.parse(row.last_at) }]),
  );
}
