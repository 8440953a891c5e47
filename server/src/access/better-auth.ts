import { betterAuth } from 'better-auth';
import { twoFactor, username } from 'better-auth/plugins';
import type { Database } from '../database/index.ts';
import type { Keys } from '../keys/index.ts';
import { newId } from '../new-id.ts';
import { authSecret, cookiePrefix, isSecure } from './auth-cookies.ts';
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
    secret: authSecret(keys),
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
      cookiePrefix,
      useSecureCookies: isSecure(publicUrl),
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

/** better-auth over the database's connection for libraries. */
export const openBetterAuth = (db: Database, keys: Keys, publicUrl: string) =>
  betterAuth(authOptions(db, keys, publicUrl));
