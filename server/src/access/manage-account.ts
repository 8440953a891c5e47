import { type AccountTable, afterCommit, type Trx } from '../database/index.ts';
import type { Staff } from '../people/index.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { deleteSecondFactor, updateAccount } from './account-store.ts';
import { type AccountAct, recordAct } from './account-act.ts';
import { type AccessDeps, iso, systemOf } from './deps.ts';
import { deleteLinks } from './link-store.ts';
import { getManaged } from './managed-account.ts';
import { makeLink, type OneTimeLink } from './one-time-link.ts';
import { endSessions } from './session-store.ts';
import { triesKey } from './tries.ts';
import { forgetTries } from './tries-store.ts';

interface Asked {
  readonly id: string;
  readonly reason: string;
}

/** Does something to an account that is the actor's to manage, and puts it on the record with its reason. */
async function manage<T>(
  deps: AccessDeps,
  actor: Staff,
  asked: Asked,
  act: AccountAct,
  work: (trx: Trx, account: AccountTable) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  const at = iso(deps.clock.now());
  return deps.db.transaction<T | Refusal>(systemOf(actor.county), async (trx) => {
    const account = await getManaged(trx, actor, asked.id, at);
    if (isRefusal(account)) return account;
    await recordAct(trx, account, act, { person: actor.person, reason: asked.reason, at });
    afterCommit(trx, () => deps.identities.forget());
    return work(trx, account);
  });
}

/** Locks an account: its sessions and links end. */
export function lockAccount(deps: AccessDeps, actor: Staff, asked: Asked): Promise<undefined | Refusal> {
  return manage(deps, actor, asked, 'locked', async (trx, account) => {
    await updateAccount(trx, account.county, account.id, { state: 'locked' });
    await endSessions(trx, account.id);
    await deleteLinks(trx, account.id);
    return undefined;
  });
}

/** Unlocks an account and forgets its wrong tries. */
export function unlockAccount(deps: AccessDeps, actor: Staff, asked: Asked): Promise<undefined | Refusal> {
  return manage(deps, actor, asked, 'unlocked', async (trx, account) => {
    if (account.state === 'locked') await updateAccount(trx, account.county, account.id, { state: 'active' });
    await forgetTries(trx, triesKey(deps.keys, account.username));
    return undefined;
  });
}

/** A link with which the holder sets a new password; until then the old one holds. */
export function issueReset(deps: AccessDeps, actor: Staff, asked: Asked): Promise<OneTimeLink | Refusal> {
  return manage<OneTimeLink>(deps, actor, asked, 'resetIssued', async (trx, account) => {
    if (account.state === 'locked') return refuse('account.locked');
    return makeLink(trx, deps, account, 'reset');
  });
}

/** Takes a lost second factor off an account; its sessions end. */
export function resetSecondFactor(deps: AccessDeps, actor: Staff, asked: Asked): Promise<undefined | Refusal> {
  return manage(deps, actor, asked, 'secondFactorReset', async (trx, account) => {
    if (!(await deleteSecondFactor(trx, account.id))) return refuse('secondFactor.notSet');
    await updateAccount(trx, account.county, account.id, { second_factor: false });
    await endSessions(trx, account.id);
    return undefined;
  });
}
