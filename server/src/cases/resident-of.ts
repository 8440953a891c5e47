import type { FileCase } from '@gezhi/contract/cases/index';
import { parsePhone } from '@gezhi/domain/people/index';
import type { FastifyRequest } from 'fastify';
import { verifiedPhoneIndex } from '../access/index.ts';
import { type Contact, phoneIndexOf } from '../people/index.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { CaseDeps } from './deps.ts';

/** Contact data as somebody typed it, in the spelling we keep; a phone that is none is refused. */
export function contactOf(given: FileCase['contact']): Contact | Refusal {
  const phone = given?.phone?.trim();
  const parsed = phone === undefined || phone === '' ? undefined : parsePhone(phone);
  if (phone !== undefined && phone !== '' && !parsed)
    return refuse('contact.phone.invalid', { errors: [{ path: 'contact.phone', code: 'phone' }] });
  const name = given?.name?.trim();
  return {
    ...(parsed && { phone: parsed.number }),
    ...(given?.email !== undefined && { email: given.email }),
    ...(name !== undefined && name !== '' && { name }),
  };
}

/** What is known of a resident without account: the phone they proved to hold. */
export interface Resident {
  readonly phoneIndex?: string;
  /** The phone given is the one proved. */
  readonly verified: boolean;
}

export function residentOf(
  deps: Pick<CaseDeps, 'keys' | 'clock'>,
  request: FastifyRequest,
  phone: string | undefined,
): Resident {
  const phoneIndex = verifiedPhoneIndex(deps, request);
  if (phoneIndex === undefined) return { verified: false };
  return { phoneIndex, verified: phone === undefined || phoneIndexOf(deps.keys, phone) === phoneIndex };
}
