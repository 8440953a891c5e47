import type { Generated, Kysely } from 'kysely';
import type { Tables, Trx } from '../database/index.ts';

/** Tables of the schema `auth`, whose columns better-auth names; a test compares them with the database. */
export type AuthTables = {
  'auth.user': {
    id: string;
    name: string;
    email: string;
    emailVerified: boolean;
    image: string | null;
    createdAt: Generated<string>;
    updatedAt: Generated<string>;
    username: string | null;
    twoFactorEnabled: boolean | null;
    county: string;
    person: string;
  };
  'auth.session': {
    id: string;
    expiresAt: string;
    token: string;
    createdAt: Generated<string>;
    updatedAt: string;
    ipAddress: string | null;
    userAgent: string | null;
    userId: string;
  };
  'auth.credential': {
    id: string;
    accountId: string;
    providerId: string;
    userId: string;
    accessToken: string | null;
    refreshToken: string | null;
    idToken: string | null;
    accessTokenExpiresAt: string | null;
    refreshTokenExpiresAt: string | null;
    scope: string | null;
    password: string | null;
    createdAt: Generated<string>;
    updatedAt: string;
  };
  'auth.verification': {
    id: string;
    identifier: string;
    value: string;
    expiresAt: string;
    createdAt: Generated<string>;
    updatedAt: Generated<string>;
  };
  'auth.twoFactor': {
    id: string;
    secret: string;
    backupCodes: string;
    userId: string;
    verified: boolean | null;
    failedVerificationCount: number | null;
    lockedUntil: string | null;
  };
  'auth.tries': { key: string; count: number; since_at: string; last_at: string };
  'auth.code_taken': { account: string; code: string; at: string };
  'auth.one_time_link': {
    hash: string;
    kind: string;
    county: string;
    account: string;
    expires_at: string;
    made_at: string;
  };
};

/** The transaction with the tables of accounts in sight. They are never joined with those of the counties. */
export function authTables(trx: Trx): Kysely<Tables & AuthTables> {
  return trx.withTables<AuthTables>();
}
