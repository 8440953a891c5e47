import type { PhoneVerificationTable, Trx } from '../database/index.ts';

/** Codes sent to a number since a time (ISO), newest first. */
export async function listSent(
  trx: Trx,
  county: string,
  phoneIndex: string,
  since: string,
): Promise<readonly PhoneVerificationTable[]> {
  return trx
    .selectFrom('phone_verification')
    .selectAll()
    .where('county', '=', county)
    .where('phone_index', '=', phoneIndex)
    .where('made_at', '>', since)
    .orderBy('made_at', 'desc')
    .execute();
}

export async function insertVerification(trx: Trx, row: PhoneVerificationTable): Promise<void> {
  await trx.insertInto('phone_verification').values(row).execute();
}

/** The verification, in whichever county it was begun. */
export async function findVerification(trx: Trx, id: string): Promise<PhoneVerificationTable | undefined> {
  return trx.selectFrom('phone_verification').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Counts a try, if any is left and it is not confirmed. Answers whether it did. */
export async function countVerificationTry(trx: Trx, county: string, id: string, most: number): Promise<boolean> {
  const result = await trx
    .updateTable('phone_verification')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('county', '=', county)
    .where('id', '=', id)
    .where('tries', '<', most)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function confirmVerification(trx: Trx, county: string, id: string, at: string): Promise<void> {
  await trx
    .updateTable('phone_verification')
    .set({ confirmed_at: at })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}

export async function deleteVerifications(trx: Trx, before: string): Promise<void> {
  await trx.deleteFrom('phone_verification').where('expires_at', '<', before).execute();
}
