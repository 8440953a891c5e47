import type { enrolment, Session } from '@gezhi/contract/access/index';
import { say } from '@gezhi/contract/words/index';
import { passwordRefusal } from '@gezhi/domain/access/index';
import QRCode from 'qrcode';
import type { z } from 'zod';
import { afterCommit } from '../database/index.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { findAccount, readPasswordHash, updateAccount, writePasswordHash } from './account-store.ts';
import { recordAct } from './account-act.ts';
import { type AccessDeps, iso, systemOf } from './deps.ts';
import type { Identity } from './identities.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';
import { endSessions } from './session-store.ts';
import { takeOnce } from './sign-in.ts';
import { forgive, spendTry } from './tries.ts';

/** Somebody signed in, for what they do with their own account. */
export interface Own {
  readonly account: string;
  readonly token: string;
  readonly session: Session;
}

/** Whoever is signed in. @throws Error where the route let in somebody who is not */
export function ownOf(identity: Identity): Own {
  const { account, token, session } = identity;
  if (account === undefined || token === undefined || session === undefined) throw new Error('nobody is signed in');
  return { account, token, session };
}

/** Changes the own password: the old one is asked for, and every other session ends. */
export async function changePassword(
  deps: AccessDeps,
  own: Own,
  input: { readonly current: string; readonly next: string },
): Promise<undefined | Refusal> {
  const { county, username, person } = own.session;
  const locked = await spendTry(deps, username);
  if (locked !== undefined) return locked;
  const hash = await deps.db.transaction(systemOf(county), (trx) => readPasswordHash(trx, own.account));
  if (hash === undefined || !(await verifyPassword(hash, input.current))) return refuse('password.forbidden');
  await forgive(deps, username);
  const wrong = passwordRefusal(input.next, username);
  if (wrong !== undefined) return refuse(wrong);
  const next = await hashPassword(input.next);
  const at = iso(deps.clock.now());
  return deps.db.transaction(systemOf(county), async (trx) => {
    const account = await findAccount(trx, county, own.account);
    if (account === undefined) return refuse('account.notFound');
    await writePasswordHash(trx, own.account, next, at);
    await endSessions(trx, own.account, own.token);
    await recordAct(trx, account, 'passwordChanged', { person: person.id, at });
    afterCommit(trx, () => deps.identities.forget());
    return undefined;
  });
}

/** The address for the authenticator with the program's and the account's name instead of better-auth's. */
function named(uri: string, username: string): string {
  const issuer = say('zh-CN', 'access.issuer');
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  const query = `secret=${secret}&issuer=${encodeURIComponent(issuer)}&digits=6&period=30`;
  return `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(username)}?${query}`;
}

/** Begins setting up the second factor; asking again replaces what was not confirmed. */
export async function enrol(
  deps: AccessDeps,
  own: Own,
  input: { readonly cookie: string; readonly password: string },
): Promise<z.input<typeof enrolment> | Refusal> {
  const { username } = own.session;
  const locked = await spendTry(deps, username);
  if (locked !== undefined) return locked;
  const begun = await deps.auth.enrol(input.cookie, input.password);
  if (begun === 'wrong') return refuse('password.forbidden');
  await forgive(deps, username);
  if (begun === 'alreadySet') return refuse('secondFactor.alreadySet');
  const uri = named(begun.uri, username);
  const svg = await QRCode.toString(uri, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
  return {
    uri,
    qr: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`,
    backupCodes: [...begun.backupCodes],
  };
}

/** Confirms the second factor with its first code. Every other session ends, for it began without one. */
export async function confirmEnrolment(
  deps: AccessDeps,
  own: Own,
  input: { readonly cookie: string; readonly code: string },
): Promise<{ readonly cookies: readonly string[]; readonly session: Session } | Refusal> {
  const { county, username, person } = own.session;
  if (own.session.secondFactor) return refuse('secondFactor.alreadySet');
  const locked = await spendTry(deps, username);
  if (locked !== undefined) return locked;
  const code = input.code.replace(/[\s-]/g, '');
  if (!(await takeOnce(deps, own.account, code))) return refuse('secondFactor.used');
  const step = await deps.auth.verify(input.cookie, 'authenticator', code);
  if (step.kind !== 'done') return refuse('secondFactor.wrong');
  await deps.db.transaction(systemOf(county), async (trx) => {
    const account = await findAccount(trx, county, own.account);
    await updateAccount(trx, county, own.account, { second_factor: true });
    await endSessions(trx, own.account, step.token);
    if (account !== undefined) {
      await recordAct(trx, account, 'secondFactorSet', { person: person.id, at: iso(deps.clock.now()) });
    }
    afterCommit(trx, () => deps.identities.forget());
  });
  await forgive(deps, username);
  const { session } = await deps.identities.ofToken(step.token);
  return session === undefined ? refuse('access.signInFirst') : { cookies: step.cookies, session };
}
