import { expiringKinds } from '@gezhi/domain/registers/index';
import { sql } from 'kysely';
import type { Trx } from '../database/index.ts';
import type { After } from './paging.ts';

/** One thing that ends or expires. */
export interface ExpiringTable {
  readonly id: string;
  readonly what: 'entry' | 'post' | 'care';
  readonly kind: string;
  readonly area: string;
  readonly person: string | null;
  readonly org: string | null;
  readonly at: string;
}

/**
 * What ends after `from` and not after `to` (ISO), in order: entries, posts and records of care in one list. What the asker
 * may not see is not in it, because each table keeps its own rows back. Posts are known to all staff, so of these only
 * those of the asker's areas are named.
 * @param areas regular expression of the areas asked for
 */
export async function listExpiring(
  trx: Trx,
  county: string,
  span: { readonly from: string; readonly to: string; readonly areas: string },
  after: After | undefined,
  limit: number,
): Promise<readonly ExpiringTable[]> {
  const { from, to, areas } = span;
  const later = after === undefined ? sql`true` : sql`(ending.at, ending.id) > (${after.at}, ${after.id})`;
  const { rows } = await sql<ExpiringTable>`
    select * from (
      select id, 'entry' as what, kind, area, person, org, to_at as at from register_entry
      where county = ${county} and to_at > ${from} and to_at <= ${to} and removed_at is null
        and kind in (${sql.join([...expiringKinds])})
      union all
      select id, 'post', role, reach, person, org, to_at from post
      where county = ${county} and to_at > ${from} and to_at <= ${to}
      union all
      select id, 'care', kind, area, null, null, expires_at from care_record
      where county = ${county} and expires_at > ${from} and expires_at <= ${to} and ended_at is null
    ) ending
    where ending.area ~ ${areas} and ${later}
    order by ending.at, ending.id
    limit ${limit}`.execute(trx);
  return rows;
}
