import { isUsername, normalUsername } from '@gezhi/domain/access/index';
import type { AccountTable, PersonTable, Trx } from '../database/index.ts';
import { newId } from '../new-id.ts';
import { findPersonRow, type Staff } from '../people/index.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { findAccountOf, insertAccount } from './account-store.ts';
import { recordAct } from './account-act.ts';
import { type AccessDeps, iso, systemOf } from './deps.ts';
import { getManaged, refuseUnmanaged } from './managed-account.ts';
import { makeLink, type OneTimeLink } from './one-time-link.ts';
import { hashNothing } from './password-hash.ts';

/** Makes the account of a person within a transaction that may: set-up and demonstration use this too. */
export async function addAccount(
  trx: Trx,
  person: Pick<PersonTable, 'county' | 'id' | 'area'>,
  given: {
    readonly username: string;
    readonly hash: string;
    readonly state: 'invited' | 'active';
    readonly at: string;
  },
): Promise<Omit<AccountTable, 'last_sign_in' | 'second_factor'> | Refusal> {
  const username = normalUsername(given.username);
  if (!isUsername(username)) return refuse('username.invalid', { errors: [{ path: 'username', code: 'username' }] });
  if ((await findAccountOf(trx, person.county, person.id)) !== undefined) return refuse('account.exists');
  const row = {
    county: person.county,
    id: newId(),
    person: person.id,
    username,
    area: person.area,
    state: given.state,
    created_at: given.at,
  };
  return (await insertAccount(trx, row, given.hash)) ? row : refuse('username.taken', { params: { username } });
}

/** Invites a person: the account waits for them to set their own password by a one-time link. */
export async function inviteAccount(
  deps: AccessDeps,
  actor: Staff,
  input: { readonly person: string; readonly username: string },
): Promise<OneTimeLink | Refusal> {
  const { county } = actor;
  const at = iso(deps.clock.now());
  const hash = await hashNothing();
  return deps.db.transaction<OneTimeLink | Refusal>(systemOf(county), async (trx) => {
    const person = await findPersonRow(trx, county, input.person);
    if (person === undefined || person.retired_at !== null) return refuse('person.unknown');
    const unmanaged = await refuseUnmanaged(trx, actor, person, at);
    if (unmanaged !== undefined) return unmanaged;
    const account = await addAccount(trx, person, { username: input.username, hash, state: 'invited', at });
    if (isRefusal(account)) return account;
    await recordAct(trx, account, 'invited', { person: actor.person, at });
    return makeLink(trx, deps, account, 'invitation');
  });
}

/** A new link for an invitation nobody accepted yet; the old one stops working. */
export async function inviteAgain(deps: AccessDeps, actor: Staff, id: string): Promise<OneTimeLink | Refusal> {
  const at = iso(deps.clock.now());
  return deps.db.transaction<OneTimeLink | Refusal>(systemOf(actor.county), async (trx) => {
    const account = await getManaged(trx, actor, id, at);
    if (isRefusal(account)) return account;
    if (account.state !== 'invited') return refuse('account.accepted');
    await recordAct(trx, account, 'invited', { person: actor.person, at });
    return makeLink(trx, deps, account, 'invitation');
  });
}
