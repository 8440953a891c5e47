import type { Instant } from '@gezhi/domain/time';
import { sql } from 'kysely';
import type { Trx } from '../database/index.ts';
import { iso } from './deps.ts';

/** Roles of those who look after an area, as its label names them. */
const chiefRoles = ['large-grid-chief', 'medium-grid-chief', 'small-grid-chief', 'micro-grid-chief', 'exclusive-grid-chief'];

/**
 * Who looks after an area: its own chief, else that of the area around it; with the duty line of the body whose area is
 * the smallest around. Undefined where nobody holds such a post.
 */
export async function chiefOf(
  trx: Trx,
  county: string,
  area: string,
  now: Instant,
): Promise<{ readonly name: string; readonly phone?: string } | undefined> {
  const chief = await trx
    .selectFrom('post')
    .innerJoin('person', (join) => join.onRef('person.county', '=', 'post.county').onRef('person.id', '=', 'post.person'))
    .select('person.name')
    .where('post.county', '=', county)
    .where('post.role', 'in', chiefRoles)
    .where(sql<boolean>`starts_with(${area}, post.area)`)
    .where('post.from_at', '<=', iso(now))
    .where((eb) => eb.or([eb('post.to_at', 'is', null), eb('post.to_at', '>', iso(now))]))
    .orderBy(sql`length(post.area)`, 'desc')
    .orderBy('post.id')
    .executeTakeFirst();
  if (!chief) return undefined;
  const line = await trx
    .selectFrom('organisation')
    .select('duty_phone')
    .where('county', '=', county)
    .where('retired_at', 'is', null)
    .where('duty_phone', 'is not', null)
    .where('kind', '=', 'committee')
    .where(sql<boolean>`starts_with(${area}, area)`)
    .orderBy(sql`length(area)`, 'desc')
    .orderBy('id')
    .executeTakeFirst();
  return { name: chief.name, ...(line?.duty_phone != null && { phone: line.duty_phone }) };
}
