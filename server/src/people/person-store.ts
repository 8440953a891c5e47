import { sql } from 'kysely';
import type { PersonTable, Trx } from '../database/index.ts';
import { type AfterName, likeText } from './paging.ts';

export interface PersonFilter {
  /** Part of the name, or the beginning of its pinyin initials. */
  readonly q?: string | undefined;
  /** With a live post of this role. */
  readonly role?: string | undefined;
  /** With a live post in this area or under it, or kept by it. */
  readonly area?: string | undefined;
  /** With a live post in this organisation. */
  readonly org?: string | undefined;
  readonly retired?: boolean | undefined;
}

/** @param now ISO time at which posts must hold to count */
export async function listPersonRows(
  trx: Trx,
  county: string,
  filter: PersonFilter,
  now: string,
  after: AfterName | undefined,
  limit: number,
): Promise<readonly PersonTable[]> {
  let query = trx.selectFrom('person').selectAll('person').where('person.county', '=', county);
  const { q, role, area, org } = filter;
  if (q !== undefined && q !== '') {
    const typed = likeText(q.trim());
    query = query.where((eb) =>
      eb.or([eb('person.name', 'ilike', `%${typed}%`), eb('person.initials', 'like', `${typed.toLowerCase()}%`)]),
    );
  }
  if (role !== undefined || area !== undefined || org !== undefined) {
    query = query.where((eb) => {
      let posts = eb
        .selectFrom('post')
        .select('post.id')
        .whereRef('post.county', '=', 'person.county')
        .whereRef('post.person', '=', 'person.id')
        .where('post.from_at', '<=', now)
        .where((live) => live.or([live('post.to_at', 'is', null), live('post.to_at', '>', now)]));
      if (role !== undefined) posts = posts.where('post.role', '=', role);
      if (org !== undefined) posts = posts.where('post.org', '=', org);
      if (area !== undefined) posts = posts.where(sql<boolean>`starts_with(post.reach, ${area})`);
      const held = eb.exists(posts);
      return area === undefined || role !== undefined || org !== undefined
        ? held
        : eb.or([held, sql<boolean>`starts_with(person.area, ${area})`]);
    });
  }
  if (filter.retired !== true) query = query.where('person.retired_at', 'is', null);
  if (after !== undefined) query = query.where(sql<boolean>`(person.name, person.id) > (${after.name}, ${after.id})`);
  return query.orderBy('person.name').orderBy('person.id').limit(limit).execute();
}

export async function findPersonRow(trx: Trx, county: string, id: string): Promise<PersonTable | undefined> {
  return trx.selectFrom('person').selectAll().where('county', '=', county).where('id', '=', id).executeTakeFirst();
}

/** Names by id, of those there are. */
export async function readNames(
  trx: Trx,
  county: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom('person')
    .select(['id', 'name'])
    .where('county', '=', county)
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export async function insertPerson(trx: Trx, row: PersonTable): Promise<void> {
  await trx.insertInto('person').values(row).execute();
}

/** Changes a row that still has the version read. Answers whether it had. */
export async function updatePerson(trx: Trx, row: PersonTable): Promise<boolean> {
  const { county, id, version, ...rest } = row;
  const result = await trx
    .updateTable('person')
    .set({ ...rest, version: version + 1 })
    .where('county', '=', county)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
