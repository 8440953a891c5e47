import { passwordRefusal } from '@gezhi/domain/access/index';
import { afterCommit } from '../database/index.ts';
import { findPersonRow } from '../people/index.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { findAccount, updateAccount, writePasswordHash } from './account-store.ts';
import { recordAct } from './account-act.ts';
import { type AccessDeps, everywhere, iso } from './deps.ts';
import { findLink, type LinkKind, takeLink } from './link-store.ts';
import { linkHash } from './one-time-link.ts';
import { hashPassword } from './password-hash.ts';
import { endSessions } from './session-store.ts';
import { triesKey } from './tries.ts';
import { forgetTries } from './tries-store.ts';

/** What a link is for, as its page says. */
export interface OpenLink {
  readonly kind: LinkKind;
  readonly username: string;
  readonly name: string;
  readonly expires: string;
}

/** Reads a link without using it up. One that was used, replaced or is past its time is gone. */
export async function readLink(deps: AccessDeps, secret: string): Promise<OpenLink | Refusal> {
  const now = iso(deps.clock.now());
  return deps.db.transaction<OpenLink | Refusal>(everywhere, async (trx) => {
    const link = await findLink(trx, linkHash(deps.keys, secret), now);
    const account = link && (await findAccount(trx, link.county, link.account));
    const person = account && (await findPersonRow(trx, account.county, account.person));
    if (link === undefined || account === undefined || person === undefined) return refuse('link.gone');
    return { kind: link.kind, username: account.username, name: person.name, expires: link.expires_at };
  });
}

/** Sets the password by a link, which is used up. Every session of the account ends. */
export async function useLink(
  deps: AccessDeps,
  input: { readonly secret: string; readonly password: string },
): Promise<{ readonly username: string } | Refusal> {
  const open = await readLink(deps, input.secret);
  if (!('username' in open)) return open;
  const wrong = passwordRefusal(input.password, open.username);
  if (wrong !== undefined) return refuse(wrong, { errors: [{ path: 'password', code: wrong }] });
  const hash = await hashPassword(input.password);
  const at = iso(deps.clock.now());
  return deps.db.transaction<{ readonly username: string } | Refusal>(everywhere, async (trx) => {
    const link = await takeLink(trx, linkHash(deps.keys, input.secret), at);
    const account = link && (await findAccount(trx, link.county, link.account));
    if (account === undefined || account.state === 'locked') return refuse('link.gone');
    await writePasswordHash(trx, account.id, hash, at);
    if (account.state === 'invited') await updateAccount(trx, account.county, account.id, { state: 'active' });
    await endSessions(trx, account.id);
    await forgetTries(trx, triesKey(deps.keys, account.username));
    const act = link?.kind === 'invitation' ? 'accepted' : 'passwordReset';
    await recordAct(trx, account, act, { person: account.person, at });
    afterCommit(trx, () => deps.identities.forget());
    return { username: account.username };
  });
}
