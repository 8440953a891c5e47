import { sql } from 'kysely';
import type { ChatGroupTable, Trx } from '../database/index.ts';
import { type After, likePart } from './paging.ts';

export interface GroupFilter {
  readonly area?: string | undefined;
  readonly q?: string | undefined;
  readonly retired?: boolean | undefined;
}

/** Groups by the area that keeps them. */
export async function listGroupRows(
  trx: Trx,
  county: string,
  filter: GroupFilter,
  after: After | undefined,
  limit: number,
): Promise<readonly ChatGroupTable[]> {
  let query = trx.selectFrom('chat_group').selectAll().where('county', '=', county);
  if (filter.area !== undefined) query = query.where(sql<boolean>`starts_with(area, ${filter.area})`);
  if (filter.q !== undefined && filter.q.trim() !== '') query = query.where('name', 'ilike', likePart(filter.q));
  if (filter.retired !== true) query = query.where('retired_at', 'is', null);
  if (after !== undefined) query = query.where(sql<boolean>`(area, id) > (${after.at}, ${after.id})`);
  return query.orderBy('area').orderBy('id').limit(limit).execute();
}

export async function findGroupRow(trx: Trx, county: string, id: string): Promise<ChatGroupTable | undefined> {
  return trx.selectFrom('chat_group').selectAll().where('county', '=', county).where('id', '=', id).executeTakeFirst();
}

export async function insertGroups(trx: Trx, rows: readonly ChatGroupTable[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 500)
    await trx
      .insertInto('chat_group')
      .values(rows.slice(at, at + 500))
      .execute();
}

/** Changes a row that still has the version read. Answers whether it had. */
export async function updateGroup(trx: Trx, row: ChatGroupTable): Promise<boolean> {
  const { county, id, version, ...rest } = row;
  const result = await trx
    .updateTable('chat_group')
    .set({ ...rest, version: version + 1 })
    .where('county', '=', county)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Lists households in a group; those listed already stay as they are. */
export async function listInGroup(
  trx: Trx,
  group: ChatGroupTable,
  households: readonly string[],
  at: string,
): Promise<void> {
  const { county, id, area } = group;
  for (let from = 0; from < households.length; from += 1_000) {
    await trx
      .insertInto('group_household')
      .values(
        households.slice(from, from + 1_000).map((household) => ({ county, chat_group: id, household, area, at })),
      )
      .onConflict((conflict) => conflict.columns(['county', 'chat_group', 'household']).doNothing())
      .execute();
  }
}

export async function unlistFromGroup(trx: Trx, group: ChatGroupTable, households: readonly string[]): Promise<void> {
  if (households.length === 0) return;
  await trx
    .deleteFrom('group_household')
    .where('county', '=', group.county)
    .where('chat_group', '=', group.id)
    .where('household', 'in', households)
    .execute();
}

/** How many of these households are in scope. */
export async function countKnown(trx: Trx, county: string, households: readonly string[]): Promise<number> {
  if (households.length === 0) return 0;
  const row = await trx
    .selectFrom('household')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('county', '=', county)
    .where('id', 'in', households)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Puts reports in place of all earlier ones of the group. */
export async function replaceReports(
  trx: Trx,
  group: ChatGroupTable,
  reports: readonly { readonly area: string; readonly households: number }[],
  by: string,
  at: string,
): Promise<void> {
  const { county, id, area } = group;
  await trx.deleteFrom('group_report').where('county', '=', county).where('chat_group', '=', id).execute();
  await trx
    .insertInto('group_report')
    .values(
      reports.map((one) => ({ county, chat_group: id, microgrid: one.area, area, households: one.households, at, by })),
    )
    .execute();
}

/** A group that goes to the staff of another area takes its lists along. */
export async function moveReach(trx: Trx, group: ChatGroupTable): Promise<void> {
  for (const table of ['group_household', 'group_report'] as const) {
    await trx
      .updateTable(table)
      .set({ area: group.area })
      .where('county', '=', group.county)
      .where('chat_group', '=', group.id)
      .execute();
  }
}

/** Households each group lists and reports. */
export async function readReach(
  trx: Trx,
  county: string,
  groups: readonly string[],
): Promise<ReadonlyMap<string, { readonly listed: number; readonly reported: number }>> {
  if (groups.length === 0) return new Map();
  const listed = await trx
    .selectFrom('group_household')
    .select(['chat_group', sql<number>`count(*)::int`.as('count')])
    .where('county', '=', county)
    .where('chat_group', 'in', groups)
    .groupBy('chat_group')
    .execute();
  const reported = await trx
    .selectFrom('group_report')
    .select(['chat_group', sql<number>`sum(households)::int`.as('count')])
    .where('county', '=', county)
    .where('chat_group', 'in', groups)
    .groupBy('chat_group')
    .execute();
  const of = (rows: readonly { chat_group: string; count: number }[], id: string) =>
    rows.find((row) => row.chat_group === id)?.count ?? 0;
  return new Map(groups.map((id) => [id, { listed: of(listed, id), reported: of(reported, id) }]));
}

/** Names of who holds the posts that own groups. */
export async function ownerNames(
  trx: Trx,
  county: string,
  posts: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (posts.length === 0) return new Map();
  const rows = await trx
    .selectFrom('post')
    .innerJoin('person', (join) =>
      join.onRef('person.county', '=', 'post.county').onRef('person.id', '=', 'post.person'),
    )
    .select(['post.id', 'person.name'])
    .where('post.county', '=', county)
    .where('post.id', 'in', [...new Set(posts)])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
