import type { Trx } from '../database/index.ts';
import { authTables } from './tables.ts';

/** A session with the account it belongs to. */
export interface SessionRow {
  readonly account: string;
  readonly username: string;
  readonly county: string;
  readonly person: string;
  readonly secondFactor: boolean;
  /** ISO, by the machine's clock. */
  readonly expires: string;
}

/** @param now ISO time of the machine, by which sessions are kept */
export async function findSession(trx: Trx, token: string, now: string): Promise<SessionRow | undefined> {
  const row = await authTables(trx)
    .selectFrom('auth.session as s')
    .innerJoin('auth.user as u', 'u.id', 's.userId')
    .select(['u.id', 'u.username', 'u.county', 'u.person', 'u.twoFactorEnabled', 's.expiresAt'])
    .where('s.token', '=', token)
    .where('s.expiresAt', '>', now)
    .executeTakeFirst();
  return (
    row && {
      account: row.id,
      username: row.username ?? '',
      county: row.county,
      person: row.person,
      secondFactor: row.twoFactorEnabled === true,
      expires: row.expiresAt,
    }
  );
}

export async function endSession(trx: Trx, token: string): Promise<void> {
  await authTables(trx).deleteFrom('auth.session').where('token', '=', token).execute();
}

/** Ends the sessions of an account, all or all but one. */
export async function endSessions(trx: Trx, account: string, except?: string): Promise<void> {
  let query = authTables(trx).deleteFrom('auth.session').where('userId', '=', account);
  if (except !== undefined) query = query.where('token', '<>', except);
  await query.execute();
}

/** Whose second step a challenge is; undefined when it is over. */
export async function findChallenged(
  trx: Trx,
  challenge: string,
  now: string,
): Promise<{ readonly account: string; readonly username: string } | undefined> {
  const row = await authTables(trx)
    .selectFrom('auth.verification as v')
    .innerJoin('auth.user as u', 'u.id', 'v.value')
    .select(['u.id', 'u.username'])
    .where('v.identifier', '=', challenge)
    .where('v.expiresAt', '>', now)
    .executeTakeFirst();
  return row && { account: row.id, username: row.username ?? '' };
}

/**
 * Takes a code of an authenticator for an account; false when it was taken since `since` (ISO): a code seen over a
 * shoulder opens nothing a second time.
 */
export async function takeCode(trx: Trx, account: string, code: string, now: string, since: string): Promise<boolean> {
  const row = await authTables(trx)
    .insertInto('auth.code_taken')
    .values({ account, code, at: now })
    .onConflict((on) =>
      on.columns(['account', 'code']).doUpdateSet({ at: now }).where('auth.code_taken.at', '<', since),
    )
    .returning('account')
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether there is any account at all. */
export async function hasAccounts(trx: Trx): Promise<boolean> {
  const row = await authTables(trx).selectFrom('auth.user').select('id').limit(1).executeTakeFirst();
  return row !== undefined;
}

/** Deletes what is past its time. @param now ISO time of the machine; @param codesBefore ISO */
export async function deleteExpired(trx: Trx, now: string, codesBefore: string): Promise<void> {
  const tables = authTables(trx);
  await tables.deleteFrom('auth.session').where('expiresAt', '<=', now).execute();
  await tables.deleteFrom('auth.verification').where('expiresAt', '<=', now).execute();
  await tables.deleteFrom('auth.code_taken').where('at', '<', codesBefore).execute();
}
