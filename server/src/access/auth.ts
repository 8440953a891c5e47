import type { Database } from '../database/index.ts';
import type { Keys } from '../keys/index.ts';
import { authSecret, cookieIn, cookiePrefix, isSecure, signedValue } from './auth-cookies.ts';
import type { openBetterAuth } from './better-auth.ts';

/** What came of a step of signing in. Cookies are complete Set-Cookie values. */
export type Step =
  | { readonly kind: 'wrong' }
  /** The two-step challenge is over its time or tries: begin again with the password. */
  | { readonly kind: 'expired' }
  | { readonly kind: 'secondFactor'; readonly cookies: readonly string[] }
  | { readonly kind: 'done'; readonly cookies: readonly string[]; readonly token: string };

/** Signing in and out as better-auth does it. Never called inside a transaction of ours. */
export interface Auth {
  signIn(name: string, password: string): Promise<Step>;
  /** Id of the challenge in the cookie set by the first step. */
  challengeIn(cookieHeader: string | undefined): string | undefined;
  /** Second step: a code of the authenticator, or a backup code. */
  verify(cookieHeader: string, kind: 'authenticator' | 'backup', code: string): Promise<Step>;
  /** Makes a new secret for the signed-in account. */
  enrol(
    cookieHeader: string,
    password: string,
  ): Promise<{ readonly uri: string; readonly backupCodes: readonly string[] } | 'wrong' | 'alreadySet'>;
  signOut(cookieHeader: string): Promise<readonly string[]>;
  /** The session's token from the cookie, if its signature is ours. */
  sessionTokenIn(cookieHeader: string | undefined): string | undefined;
}

/** Opens better-auth over the database's connection for libraries. */
export function openAuth(db: Database, keys: Keys, publicUrl: string): Auth {
  let opened: Promise<ReturnType<typeof openBetterAuth>> | undefined;
  // Half a second of reading that only signing in needs; the first answer after a start does not wait for it.
  const api = async () => {
    opened ??= import('./better-auth.ts').then((better) => better.openBetterAuth(db, keys, publicUrl));
    return (await opened).api;
  };
  const secret = authSecret(keys);
  const prefix = `${isSecure(publicUrl) ? '__Secure-' : ''}${cookiePrefix}`;
  const sessionCookie = `${prefix}.session_token`;
  const challengeCookie = `${prefix}.two_factor`;
  const headersOf = (cookie: string) => new Headers({ cookie });

  function sessionTokenIn(header: string | undefined): string | undefined {
    return signedValue(cookieIn(header, sessionCookie), secret);
  }

  async function stepOf(response: Response): Promise<Step> {
    const cookies = response.headers.getSetCookie();
    const answer = (await response.json()) as { token?: string; twoFactorRedirect?: boolean; code?: string };
    if (response.ok && answer.twoFactorRedirect === true) return { kind: 'secondFactor', cookies };
    // Setting up the second factor answers with the token of the session it has just replaced: the cookie is right.
    const token = sessionTokenIn(cookies.map((cookie) => cookie.split(';')[0]).join('; ')) ?? answer.token;
    if (response.ok && token !== undefined) return { kind: 'done', cookies, token };
    if (response.status >= 500) throw new Error(`better-auth failed: ${answer.code ?? response.status}`);
    return { kind: ended.has(answer.code ?? '') ? 'expired' : 'wrong' };
  }

  return {
    signIn: async (name, password) =>
      stepOf(await (await api()).signInUsername({ body: { username: name, password }, asResponse: true })),
    challengeIn: (header) => signedValue(cookieIn(header, challengeCookie), secret),
    verify: async (cookie, kind, code) => {
      const call = { body: { code }, headers: headersOf(cookie), asResponse: true } as const;
      return stepOf(
        kind === 'backup' ? await (await api()).verifyBackupCode(call) : await (await api()).verifyTOTP(call),
      );
    },
    enrol: async (cookie, password) => {
      const response = await (await api()).enableTwoFactor({
        body: { password },
        headers: headersOf(cookie),
        asResponse: true,
      });
      const answer = (await response.json()) as { totpURI?: string; backupCodes?: string[]; code?: string };
      if (answer.totpURI !== undefined) return { uri: answer.totpURI, backupCodes: answer.backupCodes ?? [] };
      return answer.code === 'TOTP_ALREADY_ENABLED' ? 'alreadySet' : 'wrong';
    },
    signOut: async (cookie) => {
      const response = await (await api()).signOut({ headers: headersOf(cookie), asResponse: true });
      return response.headers.getSetCookie();
    },
    sessionTokenIn,
  };
}

const ended = new Set([
  'INVALID_TWO_FACTOR_COOKIE',
  'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE',
  'ACCOUNT_TEMPORARILY_LOCKED',
  'TOTP_NOT_ENABLED',
]);
