import type { Post } from '@gezhi/domain/people/index';
import { sql } from 'kysely';
import type { PostTable, Trx } from '../database/index.ts';
import type { AfterTime } from './paging.ts';

export interface PostFilter {
  readonly person?: string | undefined;
  readonly role?: string | undefined;
  /** In this area or under it. */
  readonly area?: string | undefined;
  readonly org?: string | undefined;
  /** Ended ones too. */
  readonly ended?: boolean | undefined;
}

/** A post as the domain sees it. */
export function postOf(row: PostTable): Post {
  return {
    id: row.id,
    person: row.person,
    role: row.role,
    from: Date.parse(row.from_at),
    time: row.time === 'part' ? 'part' : 'full',
    ...(row.area === null ? {} : { area: row.area }),
    ...(row.org === null ? {} : { org: row.org }),
    ...(row.to_at === null ? {} : { to: Date.parse(row.to_at) }),
    ...(row.acting_for === null ? {} : { actingFor: row.acting_for }),
  };
}

/** @param now ISO time; posts that ended by then are left out unless asked for */
export async function listPostRows(
  trx: Trx,
  county: string,
  filter: PostFilter,
  now: string,
  after: AfterTime | undefined,
  limit: number,
): Promise<readonly PostTable[]> {
  let query = trx.selectFrom('post').selectAll().where('county', '=', county);
  const { person, role, area, org } = filter;
  if (person !== undefined) query = query.where('person', '=', person);
  if (role !== undefined) query = query.where('role', '=', role);
  if (area !== undefined) query = query.where(sql<boolean>`starts_with(reach, ${area})`);
  if (org !== undefined) query = query.where('org', '=', org);
  if (filter.ended !== true) query = query.where((eb) => eb.or([eb('to_at', 'is', null), eb('to_at', '>', now)]));
  if (after !== undefined) query = query.where(sql<boolean>`(from_at, id) < (${after.at}, ${after.id})`);
  return query.orderBy('from_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

/** Posts of these people that have not ended by `now`; some may begin later. */
export async function listPostsOf(
  trx: Trx,
  county: string,
  people: readonly string[],
  now: string,
): Promise<readonly PostTable[]> {
  if (people.length === 0) return [];
  return trx
    .selectFrom('post')
    .selectAll()
    .where('county', '=', county)
    .where('person', 'in', people)
    .where((eb) => eb.or([eb('to_at', 'is', null), eb('to_at', '>', now)]))
    .orderBy('from_at')
    .orderBy('id')
    .execute();
}

/** Posts at exactly this desk that hold at `now`. */
export async function listPostsAtDesk(
  trx: Trx,
  county: string,
  desk: { readonly area?: string | undefined; readonly org?: string | undefined },
  now: string,
): Promise<readonly PostTable[]> {
  let query = trx.selectFrom('post').selectAll().where('county', '=', county).where('from_at', '<=', now);
  if (desk.area !== undefined) query = query.where('area', '=', desk.area);
  if (desk.org !== undefined) query = query.where('org', '=', desk.org);
  return query
    .where((eb) => eb.or([eb('to_at', 'is', null), eb('to_at', '>', now)]))
    .orderBy('from_at')
    .orderBy('id')
    .execute();
}

export async function findPostRow(trx: Trx, county: string, id: string): Promise<PostTable | undefined> {
  return trx.selectFrom('post').selectAll().where('county', '=', county).where('id', '=', id).executeTakeFirst();
}

/** Whether the organisation has a post that has not ended. */
export async function hasOpenPosts(trx: Trx, county: string, org: string, now: string): Promise<boolean> {
  const row = await trx
    .selectFrom('post')
    .select('id')
    .where('county', '=', county)
    .where('org', '=', org)
    .where((eb) => eb.or([eb('to_at', 'is', null), eb('to_at', '>', now)]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertPost(trx: Trx, row: PostTable): Promise<void> {
  await trx.insertInto('post').values(row).execute();
}

/** Ends a post unless somebody ended it first. Answers whether it did. */
export async function closePost(
  trx: Trx,
  county: string,
  id: string,
  end: { readonly at: string; readonly by: string; readonly reason: string },
): Promise<boolean> {
  const result = await trx
    .updateTable('post')
    .set({ to_at: end.at, ended_by: end.by, end_reason: end.reason })
    .where('county', '=', county)
    .where('id', '=', id)
    .where((eb) => eb.or([eb('to_at', 'is', null), eb('to_at', '>', end.at)]))
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Posts that stand in for one and have not ended. */
export async function listActingRows(
  trx: Trx,
  county: string,
  post: string,
  now: string,
): Promise<readonly PostTable[]> {
  return trx
    .selectFrom('post')
    .selectAll()
    .where('county', '=', county)
    .where('acting_for', '=', post)
    .where((eb) => eb.or([eb('to_at', 'is', null), eb('to_at', '>', now)]))
    .execute();
}

/** Ends the posts that stand in for one, where they would go on after it. Answers who acted in them. */
export async function closeActing(
  trx: Trx,
  county: string,
  post: string,
  end: { readonly at: string; readonly by: string; readonly reason: string },
): Promise<readonly string[]> {
  const rows = await trx
    .updateTable('post')
    .set({ to_at: sql`greatest(from_at, ${end.at}::timestamptz)`, ended_by: end.by, end_reason: end.reason })
    .where('county', '=', county)
    .where('acting_for', '=', post)
    .where((eb) => eb.or([eb('to_at', 'is', null), eb('to_at', '>', end.at)]))
    .returning('person')
    .execute();
  return rows.map(({ person }) => person);
}

/** Ends what a deputy acts in by a leave, where it would go on. Answers whether anything did. */
export async function closeLeavePosts(
  trx: Trx,
  county: string,
  leave: string,
  end: { readonly at: string; readonly by: string },
): Promise<void> {
  await trx
    .updateTable('post')
    .set({ to_at: sql`greatest(from_at, ${end.at}::timestamptz)`, ended_by: end.by })
    .where('county', '=', county)
    .where('leave_id', '=', leave)
    .where((eb) => eb.or([eb('to_at', 'is', null), eb('to_at', '>', end.at)]))
    .execute();
}

/** Moves the posts of an organisation that now serves another area. */
export async function moveReach(trx: Trx, county: string, org: string, area: string): Promise<void> {
  await trx
    .updateTable('post')
    .set({ reach: area })
    .where('county', '=', county)
    .where('org', '=', org)
    .where('area', 'is', null)
    .execute();
}
