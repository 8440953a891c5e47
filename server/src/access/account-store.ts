import type { AccountTable, Trx } from '../database/index.ts';
import { newId } from '../new-id.ts';
import { authTables } from './tables.ts';

/** The account as the county keeps it. */
export async function findAccount(trx: Trx, county: string, id: string): Promise<AccountTable | undefined> {
  return trx.selectFrom('account').selectAll().where('county', '=', county).where('id', '=', id).executeTakeFirst();
}

export async function findAccountOf(trx: Trx, county: string, person: string): Promise<AccountTable | undefined> {
  return trx
    .selectFrom('account')
    .selectAll()
    .where('county', '=', county)
    .where('person', '=', person)
    .executeTakeFirst();
}

/** The county and id of the account of a sign-in name in its normal spelling. */
export async function findByUsername(
  trx: Trx,
  username: string,
): Promise<{ readonly id: string; readonly county: string } | undefined> {
  return authTables(trx)
    .selectFrom('auth.user')
    .select(['id', 'county'])
    .where('username', '=', username)
    .executeTakeFirst();
}

/** Makes an account that can sign in once its password is known. Answers whether the name was free. */
export async function insertAccount(
  trx: Trx,
  row: Omit<AccountTable, 'last_sign_in' | 'second_factor'>,
  passwordHash: string,
): Promise<boolean> {
  const tables = authTables(trx);
  const user = await tables
    .insertInto('auth.user')
    .values({
      id: row.id,
      name: row.username,
      // better-auth wants an address; this one cannot exist (RFC 2606).
      email: `${row.id}@account.invalid`,
      emailVerified: false,
      image: null,
      createdAt: row.created_at,
      updatedAt: row.created_at,
      username: row.username,
      twoFactorEnabled: false,
      county: row.county,
      person: row.person,
    })
    .onConflict((on) => on.column('username').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (user === undefined) return false;
  await tables
    .insertInto('auth.credential')
    .values({
      id: newId(),
      accountId: row.id,
      providerId: 'credential',
      userId: row.id,
      password: passwordHash,
      createdAt: row.created_at,
      updatedAt: row.created_at,
    })
    .execute();
  await trx
    .insertInto('account')
    .values({ ...row, last_sign_in: null, second_factor: false })
    .execute();
  return true;
}

export async function updateAccount(
  trx: Trx,
  county: string,
  id: string,
  change: Partial<Pick<AccountTable, 'state' | 'second_factor' | 'last_sign_in'>>,
): Promise<void> {
  await trx.updateTable('account').set(change).where('county', '=', county).where('id', '=', id).execute();
}

export async function readPasswordHash(trx: Trx, account: string): Promise<string | undefined> {
  const row = await authTables(trx)
    .selectFrom('auth.credential')
    .select('password')
    .where('userId', '=', account)
    .where('providerId', '=', 'credential')
    .executeTakeFirst();
  return row?.password ?? undefined;
}

export async function writePasswordHash(trx: Trx, account: string, hash: string, at: string): Promise<void> {
  await authTables(trx)
    .updateTable('auth.credential')
    .set({ password: hash, updatedAt: at })
    .where('userId', '=', account)
    .where('providerId', '=', 'credential')
    .execute();
}

/** Takes the second factor off an account. Answers whether it had one. */
export async function deleteSecondFactor(trx: Trx, account: string): Promise<boolean> {
  const tables = authTables(trx);
  const gone = await tables.deleteFrom('auth.twoFactor').where('userId', '=', account).executeTakeFirst();
  await tables.updateTable('auth.user').set({ twoFactorEnabled: false }).where('id', '=', account).execute();
  return gone.numDeletedRows > 0n;
}
