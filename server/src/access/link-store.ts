import type { Trx } from '../database/index.ts';
import { authTables } from './tables.ts';

export type LinkKind = 'invitation' | 'reset';

/** A one-time link; only the hash of its secret is known. */
export interface LinkRow {
  readonly hash: string;
  readonly kind: LinkKind;
  readonly county: string;
  readonly account: string;
  /** ISO */
  readonly expires_at: string;
  readonly made_at: string;
}

/** Puts a link in the place of those the account had. */
export async function replaceLinks(trx: Trx, row: LinkRow): Promise<void> {
  await deleteLinks(trx, row.account);
  await authTables(trx).insertInto('auth.one_time_link').values(row).execute();
}

export async function findLink(trx: Trx, hash: string, now: string): Promise<LinkRow | undefined> {
  const row = await authTables(trx)
    .selectFrom('auth.one_time_link')
    .selectAll()
    .where('hash', '=', hash)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row && { ...row, kind: row.kind === 'invitation' ? 'invitation' : 'reset' };
}

/** Uses a link up: of two at once one gets it. */
export async function takeLink(trx: Trx, hash: string, now: string): Promise<LinkRow | undefined> {
  const row = await authTables(trx)
    .deleteFrom('auth.one_time_link')
    .where('hash', '=', hash)
    .where('expires_at', '>', now)
    .returningAll()
    .executeTakeFirst();
  return row && { ...row, kind: row.kind === 'invitation' ? 'invitation' : 'reset' };
}

export async function deleteLinks(trx: Trx, account: string): Promise<void> {
  await authTables(trx).deleteFrom('auth.one_time_link').where('account', '=', account).execute();
}

export async function deleteExpiredLinks(trx: Trx, now: string): Promise<void> {
  await authTables(trx).deleteFrom('auth.one_time_link').where('expires_at', '<=', now).execute();
}
