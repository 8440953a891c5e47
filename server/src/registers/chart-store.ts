import { sql } from 'kysely';
import type { Trx } from '../database/index.ts';

/** A post as a chart names it. */
export interface ChartPost {
  readonly role: string;
  readonly area: string;
  readonly name: string;
  readonly orgName: string | null;
}

/** Who holds a post at exactly this area at `now` (ISO). */
export async function postsAt(trx: Trx, county: string, area: string, now: string): Promise<readonly ChartPost[]> {
  const { rows } = await sql<ChartPost>`
    select post.role, post.area, person.name, organisation.name as "orgName"
    from post
    join person on person.county = post.county and person.id = post.person
    left join organisation on organisation.county = post.county and organisation.id = post.org
    where post.county = ${county} and post.area = ${area}
      and post.from_at <= ${now} and (post.to_at is null or post.to_at > ${now})
    order by post.from_at, post.id`.execute(trx);
  return rows;
}
