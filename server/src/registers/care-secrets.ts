import type { CareRecordTable, Trx } from '../database/index.ts';
import type { Keys } from '../keys/index.ts';
import { findSubject, openFor, readContact, sealFor, type Subject } from '../people/index.ts';

/** What is sealed of a record beside name and phone, which the subject keeps. */
export interface CareDetails {
  readonly address?: string | undefined;
  readonly note?: string | undefined;
}

const field = 'care details';

/** Seals address and note under the key of the record's subject. */
export function sealDetails(keys: Keys, subject: Subject, details: CareDetails): string | null {
  return details.address === undefined && details.note === undefined
    ? null
    : sealFor(keys, subject, JSON.stringify(details), field);
}

/** What was sealed of the record; nothing where there was nothing. */
export function openDetails(keys: Keys, subject: Subject, sealed: string | null): CareDetails {
  return sealed === null ? {} : (JSON.parse(openFor(keys, subject, sealed, field)) as CareDetails);
}

/** Everything sealed of a record in clear; undefined where its key was destroyed. */
export async function readSecrets(
  trx: Trx,
  keys: Keys,
  record: CareRecordTable,
): Promise<({ readonly subject: Subject; readonly name?: string; readonly phone?: string } & CareDetails) | undefined> {
  const subject = await findSubject(trx, keys, record.county, record.subject);
  const contact = await readContact(trx, keys, record.county, record.subject);
  if (subject === undefined || contact === undefined) return undefined;
  return {
    subject,
    ...(contact.name === undefined ? {} : { name: contact.name }),
    ...(contact.phone === undefined ? {} : { phone: contact.phone }),
    ...openDetails(keys, subject, record.details),
  };
}
