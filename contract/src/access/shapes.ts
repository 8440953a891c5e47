import { passwordLength } from '@gezhi/domain/access/index';
import { z } from 'zod';
import { reason } from '../people/index.ts';
import { areaCode, countyCode, filledText, id, text } from '../shapes.ts';

/** A sign-in name as typed; the server brings it to one spelling. */
export const typedUsername = filledText(80);
/** A password as typed to sign in: any length, so that the answer tells nothing. */
export const typedPassword = text(1000);
/** A password to be set; what else it must be is said by the refusal. */
export const newPassword = text(passwordLength.most * 4);
/** Six digits from an authenticator, or a backup code. */
export const factorCode = text(20).regex(/^[0-9A-Za-z -]+$/);
/** The secret part of a one-time link. */
export const linkToken = z.string().regex(/^[0-9A-Za-z_-]{20,100}$/);

const livePost = z.object({
  id,
  role: z.string(),
  area: areaCode.optional(),
  org: id.optional(),
  permissions: z.array(z.string()),
});

/** Who is signed in and what they may do. */
export const session = z
  .object({
    person: z.object({ id, name: z.string() }),
    username: z.string(),
    county: countyCode,
    posts: z.array(livePost),
    /** Every permission some live post gives. */
    permissions: z.array(z.string()),
    /** Whether this account signs in with a second factor. */
    secondFactor: z.boolean(),
    /** True while a post asks for a second factor that is not set up: no post holds until it is. */
    mustEnrol: z.boolean(),
    expires: z.string(),
  })
  .meta({ id: 'Session' });
export type Session = z.output<typeof session>;

/** The password was right and a code is asked for. */
export const secondFactorAsked = z.object({ secondFactor: z.literal('required') });

export const enrolment = z
  .object({
    /** For the authenticator app, where the picture cannot be scanned. */
    uri: z.string(),
    /** The same as a QR code, an SVG in a data address. */
    qr: z.string(),
    /** Each opens the account once when the phone is lost. Shown this once. */
    backupCodes: z.array(z.string()),
  })
  .meta({ id: 'SecondFactorEnrolment' });

export const accountStates = ['invited', 'active', 'locked'] as const;

export const account = z
  .object({
    id,
    username: z.string(),
    person: id,
    name: z.string(),
    /** Code of the area that keeps the person's record. */
    area: areaCode,
    state: z.enum(accountStates),
    secondFactor: z.boolean(),
    /** Until when wrong tries have locked it out. */
    lockedOutUntil: z.string().optional(),
    lastSignIn: z.string().optional(),
    createdAt: z.string(),
  })
  .meta({ id: 'Account' });
export type AccountRow = z.output<typeof account>;

/** A one-time link to hand over in person or by message. */
export const oneTimeLink = z.object({ account: id, link: z.string(), expires: z.string() }).meta({ id: 'OneTimeLink' });

export const withReason = z.strictObject({ reason });

export const accountActs = [
  'invited',
  'accepted',
  'passwordChanged',
  'resetIssued',
  'passwordReset',
  'secondFactorSet',
  'secondFactorReset',
  'backupCodeUsed',
  'locked',
  'unlocked',
] as const;

/** One entry of the record of what was done to accounts. */
export const accountAct = z
  .object({
    id,
    at: z.string(),
    account: id,
    username: z.string(),
    act: z.enum(accountActs),
    by: id.optional(),
    byName: z.string().optional(),
    reason: z.string().optional(),
  })
  .meta({ id: 'AccountAct' });

/** One entry of the record of what was shown in clear to whom. */
export const revealed = z
  .object({
    id,
    at: z.string(),
    person: id,
    personName: z.string(),
    what: z.enum(['contact', 'colleague', 'erased', 'care']),
    subject: id,
    caseId: id.optional(),
    purpose: z.string(),
  })
  .meta({ id: 'Revealed' });
export type RevealedRow = z.output<typeof revealed>;

export const setup = z.strictObject({
  token: filledText(200),
  county: z.strictObject({
    code: countyCode,
    name: filledText(100),
    /** `[longitude, latitude]`, WGS 84. */
    centre: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]),
  }),
  administrator: z.strictObject({ name: filledText(100), username: typedUsername, password: newPassword }),
});
export type Setup = z.output<typeof setup>;
