import type { Permission } from '@gezhi/domain/access/index';
import { type Instant } from '@gezhi/domain/time';
import { sql } from 'kysely';
import type { Trx } from '../database/index.ts';
import { iso } from './deps.ts';
import { rolesOf } from './rules.ts';

/** A live post that gives a right in an area. */
export interface Holder {
  readonly person: string;
  /** Code of the post's area. */
  readonly area: string;
  readonly role: string;
}

/**
 * Who has a right by a live post in this area, above it or below it; which of them is meant is the caller's to say.
 * Every member of staff may ask, and the system.
 */
export async function personsWith(
  trx: Trx,
  county: string,
  permission: Permission,
  area: string,
  now: Instant,
): Promise<readonly Holder[]> {
  const roles = await rolesOf(trx, county, now);
  const giving = roles.filter((role) => role.permissions.includes(permission)).map((role) => role.id);
  if (giving.length === 0) return [];
  const rows = await trx
    .selectFrom('post')
    .select(['person', 'area', 'role'])
    .where('county', '=', county)
    .where('role', 'in', giving)
    .where((eb) => eb.or([sql<boolean>`starts_with(area, ${area})`, sql<boolean>`starts_with(${area}, area)`]))
    .where('from_at', '<=', iso(now))
    .where((eb) => eb.or([eb('to_at', 'is', null), eb('to_at', '>', iso(now))]))
    .orderBy('area')
    .orderBy('id')
    .execute();
  return rows.flatMap((row) => (row.area === null ? [] : [{ person: row.person, area: row.area, role: row.role }]));
}

/** Who has a right by a live post in this organisation. */
export async function personsIn(
  trx: Trx,
  county: string,
  permission: Permission,
  org: string,
  now: Instant,
): Promise<readonly string[]> {
  const roles = await rolesOf(trx, county, now);
  const giving = roles.filter((role) => role.permissions.includes(permission)).map((role) => role.id);
  if (giving.length === 0) return [];
  const rows = await trx
    .selectFrom('post')
    .select('person')
    .distinct()
    .where('county', '=', county)
    .where('org', '=', org)
    .where('role', 'in', giving)
    .where('from_at', '<=', iso(now))
    .where((eb) => eb.or([eb('to_at', 'is', null), eb('to_at', '>', iso(now))]))
    .execute();
  return rows.map((row) => row.person);
}
