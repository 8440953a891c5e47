import { sql } from 'kysely';
import type { AccountActTable, AccountTable, RevealLogTable, Trx } from '../database/index.ts';

/** Where a page begins: after this name or time, and id. */
export interface After {
  readonly key: string;
  readonly id: string;
}

export interface AccountFilter {
  /** Beginning of the sign-in name, or part of the person's name. */
  readonly q?: string | undefined;
  readonly state?: string | undefined;
}

/** Accounts in scope by sign-in name. */
export async function listAccountRows(
  trx: Trx,
  county: string,
  filter: AccountFilter,
  after: After | undefined,
  limit: number,
): Promise<readonly AccountTable[]> {
  let query = trx.selectFrom('account').selectAll('account').where('account.county', '=', county);
  const { q, state } = filter;
  if (state !== undefined) query = query.where('account.state', '=', state);
  if (q !== undefined && q !== '') {
    const typed = q.trim();
    query = query.where((eb) =>
      eb.or([
        sql<boolean>`starts_with(account.username, ${typed.toLowerCase()})`,
        eb.exists(
          eb
            .selectFrom('person')
            .select('person.id')
            .whereRef('person.county', '=', 'account.county')
            .whereRef('person.id', '=', 'account.person')
            .where(sql<boolean>`strpos(person.name, ${typed}) > 0`),
        ),
      ]),
    );
  }
  if (after !== undefined)
    query = query.where(sql<boolean>`(account.username, account.id) > (${after.key}, ${after.id})`);
  return query.orderBy('account.username').orderBy('account.id').limit(limit).execute();
}

/** What was done to accounts, newest first. */
export async function listActRows(
  trx: Trx,
  county: string,
  filter: { readonly account?: string | undefined },
  after: After | undefined,
  limit: number,
): Promise<readonly AccountActTable[]> {
  let query = trx.selectFrom('account_act').selectAll().where('county', '=', county);
  if (filter.account !== undefined) query = query.where('account', '=', filter.account);
  if (after !== undefined) query = query.where(sql<boolean>`(at, id) < (${after.key}, ${after.id})`);
  return query.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

export interface RevealFilter {
  readonly person?: string | undefined;
  readonly caseId?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** What was shown in clear, newest first. */
export async function listRevealRows(
  trx: Trx,
  county: string,
  filter: RevealFilter,
  after: After | undefined,
  limit: number,
): Promise<readonly RevealLogTable[]> {
  let query = trx.selectFrom('reveal_log').selectAll().where('county', '=', county);
  if (filter.person !== undefined) query = query.where('person', '=', filter.person);
  if (filter.caseId !== undefined) query = query.where('case_id', '=', filter.caseId);
  if (filter.from !== undefined) query = query.where('at', '>=', filter.from);
  if (filter.to !== undefined) query = query.where('at', '<', filter.to);
  if (after !== undefined) query = query.where(sql<boolean>`(at, id) < (${after.key}, ${after.id})`);
  return query.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute();
}
