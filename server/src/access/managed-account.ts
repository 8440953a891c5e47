import { mayManageAccount } from '@gezhi/domain/access/index';
import type { AccountTable, PersonTable, Trx } from '../database/index.ts';
import { findPersonRow, listPostsOf, type Staff } from '../people/index.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { findAccount } from './account-store.ts';

/**
 * Refuses an account that is not the actor's to manage: the right must cover the area that keeps the person and every
 * place where they hold a post. Read as the system, because posts elsewhere count too.
 */
export async function refuseUnmanaged(
  trx: Trx,
  actor: Staff,
  person: PersonTable,
  now: string,
): Promise<undefined | Refusal> {
  const posts = await listPostsOf(trx, actor.county, [person.id], now);
  const reach = posts.flatMap((post) => [post.reach, ...(post.area === null ? [] : [post.area])]);
  return mayManageAccount(actor, person.area, reach) ? undefined : refuse('account.elsewhere.forbidden');
}

/** The account if it is the actor's to manage and not their own: nobody unlocks or resets themselves. */
export async function getManaged(trx: Trx, actor: Staff, id: string, now: string): Promise<AccountTable | Refusal> {
  const account = await findAccount(trx, actor.county, id);
  const person = account && (await findPersonRow(trx, actor.county, account.person));
  if (account === undefined || person === undefined) return refuse('account.notFound');
  if (person.id === actor.person) return refuse('account.own');
  return (await refuseUnmanaged(trx, actor, person, now)) ?? account;
}
