import { parsePhone } from '@gezhi/domain/people/index';
import type { Contact } from '../../people/index.ts';
import { bad } from './errors.ts';

/** A report as it came, read and checked. */
export interface PostedRequest {
  readonly serviceCode: string;
  readonly point?: readonly [number, number];
  readonly addressId?: string;
  readonly address?: string;
  readonly description: string;
  readonly contact: Contact;
}

type Fields = Readonly<Record<string, unknown>>;

/** Longest description, as the specification says. */
const mostDescription = 4_000;

const textOf = (fields: Fields, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' ? value.trim() : '';
};

function pointOf(fields: Fields): readonly [number, number] | undefined {
  const [lat, long] = [textOf(fields, 'lat'), textOf(fields, 'long')];
  if (lat === '' && long === '') return undefined;
  const point = [Number(long), Number(lat)] as const;
  const fits =
    lat !== '' && long !== '' && point.every(Number.isFinite) && Math.abs(point[0]) <= 180 && Math.abs(point[1]) <= 90;
  if (!fits) throw bad('lat and long must be degrees, both given');
  return point;
}

function contactOf(fields: Fields): Contact {
  const [phone, email] = [textOf(fields, 'phone'), textOf(fields, 'email')];
  const name = `${textOf(fields, 'last_name')}${textOf(fields, 'first_name')}`.slice(0, 50);
  // A client sends what its user typed; a number that cannot be called is left out rather than losing the report.
  const number = phone === '' ? undefined : parsePhone(phone)?.number;
  return {
    ...(number !== undefined && { phone: number }),
    ...(/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) && email.length <= 200 && { email }),
    ...(name !== '' && { name }),
  };
}

/** Reads a report, and names everything that is missing or wrong at once. */
export function readRequest(fields: Fields): PostedRequest {
  const missing: string[] = [];
  const serviceCode = textOf(fields, 'service_code');
  if (serviceCode === '') missing.push('service_code is required');
  const point = pointOf(fields);
  const [addressId, address] = [textOf(fields, 'address_id'), textOf(fields, 'address_string')];
  if (!point && addressId === '' && address === '')
    missing.push('one of lat and long, address_string or address_id is required');
  const description = textOf(fields, 'description');
  if ([...description].length > mostDescription)
    missing.push(`description is longer than ${mostDescription} characters`);
  if (missing.length > 0) throw bad(...missing);
  const detail =
    textOf((fields['attribute'] ?? {}) as Fields, 'where_exactly') || textOf(fields, 'attribute[where_exactly]');
  return {
    serviceCode,
    ...(point && { point }),
    ...(addressId !== '' && { addressId }),
    ...((address !== '' || detail !== '') && {
      address: [address, detail]
        .filter((part) => part !== '')
        .join(' ')
        .slice(0, 200),
    }),
    description,
    contact: contactOf(fields),
  };
}
