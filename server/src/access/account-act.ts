import type { accountActs } from '@gezhi/contract/access/index';
import type { AccountTable, Trx } from '../database/index.ts';
import { newId } from '../new-id.ts';

export type AccountAct = (typeof accountActs)[number];

/** Puts what was done to an account on the record. @param by.person absent where nobody was signed in */
export async function recordAct(
  trx: Trx,
  account: Pick<AccountTable, 'county' | 'id' | 'username' | 'area'>,
  act: AccountAct,
  by: { readonly person?: string | undefined; readonly reason?: string | undefined; readonly at: string },
): Promise<void> {
  await trx
    .insertInto('account_act')
    .values({
      county: account.county,
      id: newId(),
      at: by.at,
      account: account.id,
      username: account.username,
      area: account.area,
      act,
      by_person: by.person ?? null,
      reason: by.reason ?? null,
    })
    .execute();
}
