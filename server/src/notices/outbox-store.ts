import { sql } from 'kysely';
import type { Trx } from '../database/index.ts';
import type { OutboxRow } from './store.ts';

type NewMessage = Omit<OutboxRow, 'state' | 'tries' | 'error' | 'sent_at'>;

/** Adds messages; one about the same news stays as it is. Answers the ids of those that were new. */
export async function insertMessages(trx: Trx, rows: readonly NewMessage[]): Promise<readonly string[]> {
  if (rows.length === 0) return [];
  const added = await trx
    .insertInto('outbox')
    .values(rows.map((row) => ({ ...row, state: 'waiting', tries: 0, error: null, sent_at: null })))
    .onConflict((on) => on.columns(['county', 'news']).doNothing())
    .returning('id')
    .execute();
  return added.map(({ id }) => id);
}

/** Adds one message that is not about a case, in whatever scope its cause was done. */
export async function insertMessage(trx: Trx, row: NewMessage): Promise<void> {
  await trx
    .insertInto('outbox')
    .values({ ...row, state: 'waiting', tries: 0, error: null, sent_at: null })
    .execute();
}

export async function findMessage(trx: Trx, county: string, id: string): Promise<OutboxRow | undefined> {
  return trx.selectFrom('outbox').selectAll().where('county', '=', county).where('id', '=', id).executeTakeFirst();
}

/** Notes how a try ended. */
export async function noteTry(
  trx: Trx,
  county: string,
  id: string,
  outcome: Pick<OutboxRow, 'state' | 'tries' | 'error' | 'sent_at'>,
): Promise<void> {
  await trx.updateTable('outbox').set(outcome).where('county', '=', county).where('id', '=', id).execute();
}

export interface OutboxFilter {
  readonly state?: string | undefined;
  readonly kind?: string | undefined;
  readonly area?: string | undefined;
  readonly case?: string | undefined;
}

/** Messages in scope, newest first. */
export async function listMessages(
  trx: Trx,
  county: string,
  filter: OutboxFilter,
  after: { readonly at: string; readonly id: string } | undefined,
  limit: number,
): Promise<readonly OutboxRow[]> {
  let query = trx.selectFrom('outbox').selectAll().where('county', '=', county);
  if (filter.state !== undefined) query = query.where('state', '=', filter.state);
  if (filter.kind !== undefined) query = query.where('kind', '=', filter.kind);
  if (filter.case !== undefined) query = query.where('case_id', '=', filter.case);
  if (filter.area !== undefined) query = query.where(sql<boolean>`starts_with(area, ${filter.area})`);
  if (after !== undefined) query = query.where(sql<boolean>`(at, id) < (${after.at}, ${after.id})`);
  return query.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute();
}
