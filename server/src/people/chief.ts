import type { Instant } from '@gezhi/domain/time';
import { sql } from 'kysely';
import type { Trx } from '../database/index.ts';
import { iso } from './deps.ts';
import { readNames } from './person-store.ts';

/** Who looks after an area, as its label and the residents' page say. */
export interface Chief {
  readonly person: string;
  readonly name: string;
  /** Duty line of the body that serves the area, or of the nearest one above it. */
  readonly phone?: string | undefined;
}

/** Roles that make somebody the chief of an area, by the names of the default roles. */
const chiefRoles = [
  'micro-grid-chief',
  'small-grid-chief',
  'exclusive-grid-chief',
  'medium-grid-chief',
  'large-grid-chief',
] as const;

async function dutyLine(trx: Trx, county: string, area: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom('organisation')
    .select('duty_phone')
    .where('county', '=', county)
    .where('retired_at', 'is', null)
    .where('duty_phone', 'is not', null)
    .where(sql<boolean>`starts_with(${area}, area)`)
    .orderBy(sql`length(area)`, 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.duty_phone ?? undefined;
}

/**
 * The chief of exactly this area, the longest in the post where there are several; while that one is away, the deputy
 * who stands in. Readable to staff and the system.
 */
export async function chiefOf(trx: Trx, county: string, area: string, now: Instant): Promise<Chief | undefined> {
  const posts = await trx
    .selectFrom('post')
    .select(['id', 'person', 'acting_for'])
    .where('county', '=', county)
    .where('area', '=', area)
    .where('role', 'in', chiefRoles)
    .where('from_at', '<=', iso(now))
    .where((eb) => eb.or([eb('to_at', 'is', null), eb('to_at', '>', iso(now))]))
    .orderBy('from_at')
    .orderBy('id')
    .execute();
  const own = posts.find(({ acting_for: absent }) => absent === null);
  const there = posts.find(({ acting_for: absent }) => absent !== null && absent === own?.id) ?? own;
  if (there === undefined) return undefined;
  const name = (await readNames(trx, county, [there.person])).get(there.person);
  return name === undefined ? undefined : { person: there.person, name, phone: await dutyLine(trx, county, area) };
}
