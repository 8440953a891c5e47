import { normalUsername } from '@gezhi/domain/access/index';
import { type AccountTable, afterCommit, type Trx } from '../database/index.ts';
import { addPerson, addPost } from '../people/index.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { type AccountAct, recordAct } from './account-act.ts';
import { findAccount, findByUsername, updateAccount } from './account-store.ts';
import { type AccessDeps, everywhere, iso, systemOf } from './deps.ts';
import { addAccount } from './invite-account.ts';
import { makeLink, type OneTimeLink } from './one-time-link.ts';
import { hashNothing } from './password-hash.ts';
import { triesKey } from './tries.ts';
import { forgetTries } from './tries-store.ts';

/** Why it was done, on the record: whoever has the machine may do this without a post. */
const reason = 'gezhi user';

/** What somebody needs to work: who they are, their post and their sign-in name. */
export interface ConsoleAccount {
  readonly county: string;
  readonly name: string;
  readonly username: string;
  readonly role: string;
  /** Code of the area that the post serves and that keeps the person's record. */
  readonly area: string;
}

/** Makes a person with a post and an account, from the machine itself; answers the link with which they begin. */
export async function createFromConsole(deps: AccessDeps, asked: ConsoleAccount): Promise<OneTimeLink | Refusal> {
  const { county, name, username, role, area } = asked;
  const now = deps.clock.now();
  const at = iso(now);
  const hash = await hashNothing();
  return deps.db.transaction<OneTimeLink | Refusal>(systemOf(county), async (trx) => {
    const person = await addPerson(trx, deps, county, { name, area }, now);
    if (isRefusal(person)) return person;
    const input = { person: person.id, role, area, time: 'full' } as const;
    const post = await addPost(trx, deps, { county, input, by: null, now });
    if (isRefusal(post)) return post;
    const account = await addAccount(trx, person, { username, hash, state: 'invited', at });
    if (isRefusal(account)) return account;
    await recordAct(trx, account, 'invited', { reason, at });
    return makeLink(trx, deps, account, 'invitation');
  });
}

async function withAccount<T>(
  deps: AccessDeps,
  username: string,
  act: AccountAct,
  work: (trx: Trx, account: AccountTable) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  return deps.db.transaction<T | Refusal>(everywhere, async (trx) => {
    const known = await findByUsername(trx, normalUsername(username));
    const account = known && (await findAccount(trx, known.county, known.id));
    if (account === undefined) return refuse('account.notFound');
    await recordAct(trx, account, act, { reason, at: iso(deps.clock.now()) });
    afterCommit(trx, () => deps.identities.forget());
    return work(trx, account);
  });
}

/** A link with which the holder sets a new password, from the machine itself. */
export function resetFromConsole(deps: AccessDeps, username: string): Promise<OneTimeLink | Refusal> {
  return withAccount<OneTimeLink>(deps, username, 'resetIssued', async (trx, account) =>
    account.state === 'locked' ? refuse('account.locked') : makeLink(trx, deps, account, 'reset'),
  );
}

/** Unlocks an account and forgets its wrong tries, from the machine itself. */
export function unlockFromConsole(deps: AccessDeps, username: string): Promise<undefined | Refusal> {
  return withAccount(deps, username, 'unlocked', async (trx, account) => {
    if (account.state === 'locked') await updateAccount(trx, account.county, account.id, { state: 'active' });
    await forgetTries(trx, triesKey(deps.keys, account.username));
    return undefined;
  });
}
