import { createHmac, timingSafeEqual } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { twoFactor, username } from 'better-auth/plugins';
import type { Database } from '../database/index.ts';
import type { Keys } from '../keys/index.ts';
import { newId } from '../new-id.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';

/** How long a session lasts, in seconds. */
const sessionSeconds = 7 * 24 * 3600;
/** How long the second step of signing in may take, in seconds. */
const challengeSeconds = 600;

/** What better-auth is set to; the migration was made from it and a test compares the two. */
export function authOptions(db: Database, keys: Keys, publicUrl: string) {
  return {
    appName: '格治',
    baseURL: publicUrl,
    basePath: '/not-mounted',
    secret: keys.hmac('better-auth', 'secret'),
    database: { db: db.libraries.kysely, type: 'postgres' as const, schemaName: 'auth' },
    logger: { disabled: true },
    telemetry: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      password: {
        hash: hashPassword,
        verify: ({ hash, password }: { hash: string; password: string }) => verifyPassword(hash, password),
      },
    },
    account: { modelName: 'credential' },
    session: { expiresIn: sessionSeconds, disableSessionRefresh: true },
    user: {
      additionalFields: {
        county: { type: 'string' as const, required: true, input: false },
        person: { type: 'string' as const, required: true, input: false },
      },
    },
    advanced: {
      cookiePrefix: 'gezhi',
      useSecureCookies: publicUrl.startsWith('https:'),
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => newId() },
    },
    plugins: [
      // Names are checked where accounts are made; here every name takes the same path and time.
      username({
        displayUsername: false,
        minUsernameLength: 1,
        maxUsernameLength: 1000,
        usernameValidator: () => true,
      }),
      twoFactor({ twoFactorCookieMaxAge: challengeSeconds }),
    ],
  };
}

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

function cookieIn(header: string | undefined, name: string): string | undefined {
  const part = header?.split(/; */).find((one) => one.startsWith(`${name}=`));
  if (part === undefined) return undefined;
  try {
    return decodeURIComponent(part.slice(name.length + 1));
  } catch {
    return undefined;
  }
}

/** The value of a signed cookie: `value.base64(HMAC-SHA-256)`, as better-auth signs them. */
function signedValue(cookie: string | undefined, secret: string): string | undefined {
  const dot = cookie?.lastIndexOf('.') ?? -1;
  if (cookie === undefined || dot < 1) return undefined;
  const value = cookie.slice(0, dot);
  const given = Buffer.from(cookie.slice(dot + 1), 'base64');
  const ours = createHmac('sha256', secret).update(value).digest();
  return given.length === ours.length && timingSafeEqual(given, ours) ? value : undefined;
}

/** Opens better-auth over the database's connection for libraries. */
export function openAuth(db: Database, keys: Keys, publicUrl: string): Auth {
  const options = authOptions(db, keys, publicUrl);
  const auth = betterAuth(options);
  const prefix = `${options.advanced.useSecureCookies ? '__Secure-' : ''}${options.advanced.cookiePrefix}`;
  const sessionCookie = `${prefix}.session_token`;
  const challengeCookie = `${prefix}.two_factor`;
  const headersOf = (cookie: string) => new Headers({ cookie });

  function sessionTokenIn(header: string | undefined): string | undefined {
    return signedValue(cookieIn(header, sessionCookie), options.secret);
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
      stepOf(await auth.api.signInUsername({ body: { username: name, password }, asResponse: true })),
    challengeIn: (header) => signedValue(cookieIn(header, challengeCookie), options.secret),
    verify: async (cookie, kind, code) => {
      const call = { body: { code }, headers: headersOf(cookie), asResponse: true } as const;
      return stepOf(kind === 'backup' ? await auth.api.verifyBackupCode(call) : await auth.api.verifyTOTP(call));
    },
    enrol: async (cookie, password) => {
      const response = await auth.api.enableTwoFactor({
        body: { password },
        headers: headersOf(cookie),
        asResponse: true,
      });
      const answer = (await response.json()) as { totpURI?: string; backupCodes?: string[]; code?: string };
      if (answer.totpURI !== undefined) return { uri: answer.totpURI, backupCodes: answer.backupCodes ?? [] };
      return answer.code === 'TOTP_ALREADY_ENABLED' ? 'alreadySet' : 'wrong';
    },
    signOut: async (cookie) => {
      const response = await auth.api.signOut({ headers: headersOf(cookie), asResponse: true });
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
