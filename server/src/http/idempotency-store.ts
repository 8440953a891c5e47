import { later, type Trx } from '../database/index.ts';

interface Key {
  readonly county: string;
  readonly actor: string;
  readonly key: string;
}

/**
 * Takes the key for this transaction; false when somebody has it already.
 * Waits where another transaction is just taking it, until that one ends.
 */
export async function claimKey(trx: Trx, row: Key & { readonly hash: string; readonly at: string }): Promise<boolean> {
  const { county, actor, key, hash, at } = row;
  const taken = await trx
    .insertInto('idempotency')
    .values({ county, actor, key, hash, at, answer: '' })
    .onConflict((on) => on.columns(['county', 'actor', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  return taken !== undefined;
}

/** What was answered under a key. */
export function findAnswer(trx: Trx, row: Key): Promise<{ hash: string; answer: string } | undefined> {
  return trx
    .selectFrom('idempotency')
    .select(['hash', 'answer'])
    .where('county', '=', row.county)
    .where('actor', '=', row.actor)
    .where('key', '=', row.key)
    .executeTakeFirst();
}

export async function recordAnswer(trx: Trx, row: Key, answer: string): Promise<void> {
  await later(
    trx,
    trx
      .updateTable('idempotency')
      .set({ answer })
      .where('county', '=', row.county)
      .where('actor', '=', row.actor)
      .where('key', '=', row.key),
  );
}

/** Forgets what was answered before a time. For the system only. */
export async function forgetAnswers(trx: Trx, before: string): Promise<void> {
  await trx.deleteFrom('idempotency').where('at', '<', before).execute();
}
