import { type Locale, locales } from '@gezhi/contract/words/index';
import { maskPhone } from '@gezhi/domain/people/index';
import type { Trx } from '../database/index.ts';
import type { Keys, SubjectKey } from '../keys/index.ts';
import { newId } from '../new-id.ts';
import {
  findSubjectRow,
  insertSubject,
  listSubjectRows,
  listSubjectsByIndex,
  type SubjectChange,
  type SubjectRow,
  updateSubject,
} from './subject-store.ts';

/** Somebody whose contact data is kept, with the key that opens it. */
export interface Subject {
  readonly id: string;
  readonly key: SubjectKey;
  /** In which they reported, where they did so themselves. */
  readonly language?: Locale;
}

/** Contact data in clear. */
export interface Contact {
  /** In the one spelling of `parsePhone`. */
  readonly phone?: string;
  readonly email?: string;
  readonly name?: string;
}

/** Contact data as a list may show it. */
export interface MaskedContact {
  readonly subject: string;
  /** 138****8000 */
  readonly phone?: string;
  readonly phoneVerified: boolean;
  readonly hasEmail: boolean;
  /** First character and stars: 李** */
  readonly name?: string;
  /** The key was destroyed; nothing can be read any more. */
  readonly erased: boolean;
}

const fields = ['phone', 'email', 'name'] as const;

function contextOf(subject: string, field: string): string {
  return `subject ${subject} ${field}`;
}

/** The keyed hash by which a number is found again. */
export function phoneIndexOf(keys: Keys, phone: string): string {
  return keys.blindIndex(`phone ${phone}`);
}

function sealContact(
  keys: Keys,
  subject: Subject,
  contact: Partial<Record<(typeof fields)[number], string | null>>,
): SubjectChange {
  const sealed: Record<string, string | null> = {};
  for (const field of fields) {
    const value = contact[field];
    if (value !== undefined)
      sealed[field] = value === null ? null : keys.seal(subject.key, value, contextOf(subject.id, field));
  }
  const { phone } = contact;
  const index = phone === undefined ? {} : { phone_index: phone === null ? null : phoneIndexOf(keys, phone) };
  return { ...sealed, ...index };
}

/**
 * Keeps contact data under a key of its own.
 * @param given.area code of the area whose staff may read it
 * @param given.caseId the case it was left for
 * @param given.at ISO time
 * @param given.language of the page on which they left it, where they did so themselves
 */
export async function createSubject(
  trx: Trx,
  keys: Keys,
  given: {
    county: string;
    area: string;
    caseId?: string;
    at: string;
    phoneVerified?: boolean;
    language?: Locale | undefined;
  } & Contact,
): Promise<Subject> {
  const subject: Subject = { id: newId(), key: keys.newSubjectKey() };
  await insertSubject(trx, {
    county: given.county,
    id: subject.id,
    area: given.area,
    case_id: given.caseId ?? null,
    wrapped_key: keys.wrap(subject.key),
    phone: null,
    phone_index: null,
    phone_verified: given.phoneVerified ?? false,
    email: null,
    name: null,
    language: given.language ?? null,
    created_at: given.at,
    erased_at: null,
    ...sealContact(keys, subject, given),
  });
  return subject;
}

/** The subject with its key, or undefined where there is none in scope or the key was destroyed. */
export async function findSubject(trx: Trx, keys: Keys, county: string, id: string): Promise<Subject | undefined> {
  const row = await findSubjectRow(trx, county, id);
  if (row?.wrapped_key == null) return undefined;
  const language = locales.find((one) => one === row.language);
  return { id, key: keys.unwrap(row.wrapped_key), ...(language && { language }) };
}

/** Changes contact data; `null` clears a field, what is not named stays. */
export async function changeContact(
  trx: Trx,
  keys: Keys,
  county: string,
  subject: Subject,
  contact: Partial<Record<(typeof fields)[number], string | null>>,
): Promise<void> {
  await updateSubject(trx, county, subject.id, sealContact(keys, subject, contact));
}

/** Moves a subject with its person to the staff of another area. */
export async function moveSubject(trx: Trx, county: string, id: string, area: string): Promise<void> {
  await updateSubject(trx, county, id, { area });
}

/** Seals a personal field of an event under the subject's key: forgotten with it, while the chain still verifies. */
export function sealFor(keys: Keys, subject: Subject, text: string, field: string): string {
  return keys.seal(subject.key, text, contextOf(subject.id, field));
}

/** Opens what `sealFor` sealed. @throws Unreadable with another key, subject or field */
export function openFor(keys: Keys, subject: Subject, sealed: string, field: string): string {
  return keys.open(subject.key, sealed, contextOf(subject.id, field));
}

function contactIn(keys: Keys, row: SubjectRow): Contact | undefined {
  if (row.wrapped_key === null) return undefined;
  const subject = { id: row.id, key: keys.unwrap(row.wrapped_key) };
  const contact: Record<string, string> = {};
  for (const field of fields) {
    const sealed = row[field];
    if (sealed !== null) contact[field] = openFor(keys, subject, sealed, field);
  }
  return contact;
}

/**
 * The contact data in clear, for sending a message or for a reveal that is on the record; never for a list.
 * Undefined where there is no such subject in scope or it was erased.
 */
export async function readContact(trx: Trx, keys: Keys, county: string, id: string): Promise<Contact | undefined> {
  const row = await findSubjectRow(trx, county, id);
  return row === undefined ? undefined : contactIn(keys, row);
}

function masked(keys: Keys, row: SubjectRow): MaskedContact {
  const contact = contactIn(keys, row);
  return {
    subject: row.id,
    phoneVerified: row.phone_verified,
    hasEmail: row.email !== null,
    erased: contact === undefined,
    ...(contact?.phone === undefined ? {} : { phone: maskPhone(contact.phone) }),
    ...(contact?.name === undefined ? {} : { name: `${[...contact.name][0] ?? ''}**` }),
  };
}

/** Contact data as lists show it, by subject; those out of scope are missing. */
export async function maskedContacts(
  trx: Trx,
  keys: Keys,
  county: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, MaskedContact>> {
  const rows = await listSubjectRows(trx, county, ids);
  return new Map(rows.map((row) => [row.id, masked(keys, row)]));
}

/** The subjects in scope who left this number, newest first, with the cases they left it for. */
export async function findSubjectsByPhone(
  trx: Trx,
  keys: Keys,
  county: string,
  phone: string,
): Promise<readonly { readonly id: string; readonly caseId?: string; readonly verified: boolean }[]> {
  const rows = await listSubjectsByIndex(trx, county, phoneIndexOf(keys, phone));
  return rows.map((row) => ({
    id: row.id,
    verified: row.phone_verified,
    ...(row.case_id === null ? {} : { caseId: row.case_id }),
  }));
}
