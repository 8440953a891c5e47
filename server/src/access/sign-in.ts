import type { Session } from '@gezhi/contract/access/index';
import { normalUsername } from '@gezhi/domain/access/index';
import { type Refusal, refuse } from '../refusal.ts';
import { findAccount, updateAccount } from './account-store.ts';
import { recordAct } from './account-act.ts';
import { type AccessDeps, everywhere, iso } from './deps.ts';
import { endSession, findChallenged, findSession, takeCode } from './session-store.ts';
import { forgive, spendTry } from './tries.ts';

/** What came of a step of signing in; cookies are complete Set-Cookie values. */
export type SignedIn =
  | { readonly cookies: readonly string[]; readonly session: Session }
  | { readonly cookies: readonly string[]; readonly session?: undefined };

/** For how long a code of an authenticator is remembered as taken: longer than any that is still valid. */
const codeMs = 3 * 60_000;

/** Opens the session that better-auth made, unless the account was locked by an administrator. */
async function finish(deps: AccessDeps, token: string, cookies: readonly string[]): Promise<SignedIn | Refusal> {
  const at = iso(deps.clock.now());
  const locked = await deps.db.transaction(everywhere, async (trx) => {
    const session = await findSession(trx, token, new Date().toISOString());
    const account = session && (await findAccount(trx, session.county, session.account));
    if (session === undefined || account?.state === 'active') {
      if (session !== undefined) await updateAccount(trx, session.county, session.account, { last_sign_in: at });
      return session === undefined;
    }
    await endSession(trx, token);
    return true;
  });
  if (locked) return refuse('signIn.forbidden');
  const { session } = await deps.identities.ofToken(token);
  if (session === undefined) return refuse('signIn.forbidden');
  await forgive(deps, session.username);
  return { cookies, session };
}

/**
 * First step of signing in. A wrong name and a wrong password get the same answer after the same work; too many
 * wrong tries lock the name for a while, whether or not it exists.
 */
export async function signIn(
  deps: AccessDeps,
  input: { readonly username: string; readonly password: string },
): Promise<SignedIn | Refusal> {
  const username = normalUsername(input.username);
  const locked = await spendTry(deps, username);
  if (locked !== undefined) return locked;
  const step = await deps.auth.signIn(username, input.password);
  switch (step.kind) {
    case 'done':
      return finish(deps, step.token, step.cookies);
    case 'secondFactor':
      return { cookies: step.cookies };
    case 'wrong':
    case 'expired':
      return refuse('signIn.wrong');
  }
}

/** A code as typed: six digits of the authenticator, else a backup code. */
function readCode(typed: string): { readonly kind: 'authenticator' | 'backup'; readonly code: string } {
  const digits = typed.replace(/[\s-]/g, '');
  return /^\d{6}$/.test(digits) ? { kind: 'authenticator', code: digits } : { kind: 'backup', code: typed.trim() };
}

/** Takes a code of an authenticator; false when somebody used it a moment ago. Codes run by the machine's clock. */
export async function takeOnce(deps: Pick<AccessDeps, 'db'>, account: string, code: string): Promise<boolean> {
  const now = Date.now();
  return deps.db.transaction(everywhere, (trx) => takeCode(trx, account, code, iso(now), iso(now - codeMs)));
}

/** Second step of signing in, with the cookie of the first. */
export async function signInSecondly(
  deps: AccessDeps,
  input: { readonly cookie: string | undefined; readonly code: string },
): Promise<SignedIn | Refusal> {
  const challenge = deps.auth.challengeIn(input.cookie);
  const challenged =
    challenge === undefined
      ? undefined
      : await deps.db.transaction(everywhere, (trx) => findChallenged(trx, challenge, new Date().toISOString()));
  if (challenged === undefined || input.cookie === undefined) return refuse('signIn.expired');
  const locked = await spendTry(deps, challenged.username);
  if (locked !== undefined) return locked;
  const { kind, code } = readCode(input.code);
  if (kind === 'authenticator' && !(await takeOnce(deps, challenged.account, code))) return refuse('secondFactor.used');
  const step = await deps.auth.verify(input.cookie, kind, code);
  if (step.kind === 'expired') return refuse('signIn.expired');
  if (step.kind !== 'done') return refuse('secondFactor.wrong');
  const signedIn = await finish(deps, step.token, step.cookies);
  if (kind === 'backup') await noteBackupCode(deps, challenged.account, step.token);
  return signedIn;
}

async function noteBackupCode(deps: AccessDeps, account: string, token: string): Promise<void> {
  await deps.db.transaction(everywhere, async (trx) => {
    const session = await findSession(trx, token, new Date().toISOString());
    const row = session && (await findAccount(trx, session.county, account));
    if (row !== undefined)
      await recordAct(trx, row, 'backupCodeUsed', { person: row.person, at: iso(deps.clock.now()) });
  });
}
