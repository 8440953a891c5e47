import { z } from 'zod';
import { reason, typedPhone } from '../people/index.ts';
import { defineRoute } from '../route.ts';
import { countyCode, id, instant, page, paging, text } from '../shapes.ts';
import {
  account,
  accountAct,
  accountStates,
  enrolment,
  factorCode,
  linkToken,
  newPassword,
  oneTimeLink,
  revealed,
  secondFactorAsked,
  session,
  setup,
  typedPassword,
  typedUsername,
  withReason,
} from './shapes.ts';

const manage = { permission: 'account.manage' } as const;
const audit = { permission: 'audit.read' } as const;
const byId = z.object({ id });
const byToken = z.object({ token: linkToken });

/** Signing in and out, and the second factor of one's own account. */
export const sessionRoutes = {
  signIn: defineRoute({
    name: 'access.signIn',
    method: 'POST',
    path: '/api/session',
    summary: 'Signs in; 202 asks for the second factor. Wrong name and wrong password look the same',
    access: 'public',
    body: z.strictObject({ username: typedUsername, password: typedPassword }),
    answer: z.union([session, secondFactorAsked]),
    status: 200,
  }),
  secondFactor: defineRoute({
    name: 'access.secondFactor',
    method: 'POST',
    path: '/api/session/second-factor',
    summary: 'Finishes signing in with a code from the authenticator or a backup code; each is taken once',
    access: 'public',
    body: z.strictObject({ code: factorCode }),
    answer: session,
    status: 200,
  }),
  whoAmI: defineRoute({
    name: 'access.whoAmI',
    method: 'GET',
    path: '/api/session',
    summary: 'Who is signed in, with the posts and permissions that hold now',
    access: 'session',
    answer: session,
    status: 200,
  }),
  signOut: defineRoute({
    name: 'access.signOut',
    method: 'DELETE',
    path: '/api/session',
    summary: 'Signs out; without a session it does nothing',
    access: 'public',
    status: 204,
  }),
  changePassword: defineRoute({
    name: 'access.changePassword',
    method: 'PUT',
    path: '/api/session/password',
    summary: 'Changes the own password and ends all other sessions',
    access: 'session',
    body: z.strictObject({ current: typedPassword, next: newPassword }),
    status: 204,
  }),
  enrol: defineRoute({
    name: 'access.enrol',
    method: 'POST',
    path: '/api/session/second-factor/enrolment',
    summary: 'Begins setting up the second factor; it holds once confirmed with a code',
    access: 'session',
    body: z.strictObject({ password: typedPassword }),
    answer: enrolment,
    status: 200,
  }),
  confirmEnrolment: defineRoute({
    name: 'access.confirmEnrolment',
    method: 'POST',
    path: '/api/session/second-factor/enrolment/confirm',
    summary: 'Confirms the second factor with its first code and ends all other sessions',
    access: 'session',
    body: z.strictObject({ code: factorCode }),
    answer: session,
    status: 200,
  }),
} as const;

/** Accounts: invitation, reset, lock, and the records of what was done and shown. */
export const accountRoutes = {
  list: defineRoute({
    name: 'access.listAccounts',
    method: 'GET',
    path: '/api/accounts',
    summary: 'Accounts of the people kept in the own area',
    access: manage,
    query: paging.extend({ q: text(100).optional(), state: z.enum(accountStates).optional() }),
    answer: page(account),
    status: 200,
    csv: true,
  }),
  invite: defineRoute({
    name: 'access.invite',
    method: 'POST',
    path: '/api/accounts',
    summary: 'Invites a person: a one-time link with which they set their own password',
    access: manage,
    body: z.strictObject({ person: id, username: typedUsername }),
    answer: oneTimeLink,
    status: 201,
  }),
  inviteAgain: defineRoute({
    name: 'access.inviteAgain',
    method: 'POST',
    path: '/api/accounts/:id/invitation',
    summary: 'A new link for an invitation not yet accepted; the old one stops working',
    access: manage,
    params: byId,
    answer: oneTimeLink,
    status: 201,
  }),
  issueReset: defineRoute({
    name: 'access.issueReset',
    method: 'POST',
    path: '/api/accounts/:id/password-reset',
    summary: 'A one-time link with which the holder sets a new password',
    access: manage,
    params: byId,
    body: withReason,
    answer: oneTimeLink,
    status: 201,
  }),
  resetSecondFactor: defineRoute({
    name: 'access.resetSecondFactor',
    method: 'POST',
    path: '/api/accounts/:id/second-factor-reset',
    summary: 'Takes a lost second factor off an account, ends its sessions, and notes the reason',
    access: manage,
    params: byId,
    body: withReason,
    status: 204,
  }),
  lock: defineRoute({
    name: 'access.lock',
    method: 'POST',
    path: '/api/accounts/:id/lock',
    summary: 'Locks an account and ends its sessions',
    access: manage,
    params: byId,
    body: withReason,
    status: 204,
  }),
  unlock: defineRoute({
    name: 'access.unlock',
    method: 'POST',
    path: '/api/accounts/:id/unlock',
    summary: 'Unlocks an account and forgets its wrong tries',
    access: manage,
    params: byId,
    body: withReason,
    status: 204,
  }),
  acts: defineRoute({
    name: 'access.listAccountActs',
    method: 'GET',
    path: '/api/account-acts',
    summary: 'What was done to accounts, by whom and why; newest first',
    access: audit,
    query: paging.extend({ account: id.optional() }),
    answer: page(accountAct),
    status: 200,
    csv: true,
  }),
  reveals: defineRoute({
    name: 'access.listReveals',
    method: 'GET',
    path: '/api/reveals',
    summary: 'What was shown in clear, to whom and for what; newest first',
    access: audit,
    query: paging.extend({
      person: id.optional(),
      caseId: id.optional(),
      from: instant.optional(),
      to: instant.optional(),
    }),
    answer: page(revealed),
    status: 200,
    csv: true,
  }),
} as const;

/** What somebody without a session may do: one-time links, a forgotten password, a verified phone, the first set-up. */
export const openingRoutes = {
  readLink: defineRoute({
    name: 'access.readLink',
    method: 'GET',
    path: '/api/links/:token',
    summary: 'What a one-time link is for',
    access: 'public',
    params: byToken,
    answer: z.object({
      kind: z.enum(['invitation', 'reset']),
      username: z.string(),
      name: z.string(),
      expires: z.string(),
    }),
    status: 200,
  }),
  useLink: defineRoute({
    name: 'access.useLink',
    method: 'POST',
    path: '/api/links/:token',
    summary: 'Sets the password by a one-time link, once; all sessions of the account end',
    access: 'public',
    params: byToken,
    body: z.strictObject({ password: newPassword }),
    status: 204,
  }),
  forgotPassword: defineRoute({
    name: 'access.forgotPassword',
    method: 'POST',
    path: '/api/password-resets',
    summary: 'Sends a reset link to the e-mail address on record, if there is one; the answer never tells',
    access: 'public',
    body: z.strictObject({ username: typedUsername }),
    status: 202,
  }),
  verifyPhone: defineRoute({
    name: 'access.verifyPhone',
    method: 'POST',
    path: '/api/phone-verifications',
    summary: 'Sends a six-digit code to a mobile phone',
    access: 'public',
    body: z.strictObject({ phone: typedPhone, county: countyCode.optional() }),
    answer: z.object({ id, expires: z.string() }),
    status: 202,
  }),
  confirmPhone: defineRoute({
    name: 'access.confirmPhone',
    method: 'POST',
    path: '/api/phone-verifications/confirm',
    summary: 'Exchanges the code for a token that proves the phone for 30 days (header X-Resident-Token)',
    access: 'public',
    body: z.strictObject({ id, code: z.string().regex(/^\d{6}$/) }),
    answer: z.object({ token: z.string(), expires: z.string() }),
    status: 200,
  }),
  setup: defineRoute({
    name: 'access.setup',
    method: 'POST',
    path: '/api/setup',
    summary: 'Makes the county and its first administrator, while there is no account at all',
    access: 'public',
    body: setup,
    answer: z.object({ county: countyCode, person: id }),
    status: 201,
  }),
} as const;

export const accessRoutes = { ...sessionRoutes, ...accountRoutes, ...openingRoutes } as const;

/** Header with which a resident shows a verified phone. */
export const residentTokenHeader = 'x-resident-token';

/** Body of a reveal of a reporter's contact (route of the cases). */
export const revealRequest = z.strictObject({ purpose: reason });
/** The contact in clear; the page hides it again at `until`. */
export const revealAnswer = z.object({
  phone: z.string().optional(),
  email: z.string().optional(),
  name: z.string().optional(),
  until: z.string(),
});
