import type { Leave } from '@gezhi/domain/people/index';
import { sql } from 'kysely';
import type { LeaveTable, Trx } from '../database/index.ts';
import type { AfterTime } from './paging.ts';

export interface LeaveFilter {
  readonly person?: string | undefined;
  readonly deputy?: string | undefined;
  /** Those that are over too. */
  readonly over?: boolean | undefined;
}

/** A leave as the domain sees it: one that was cut short ended then. */
export function leaveOf(row: LeaveTable): Leave {
  return {
    id: row.id,
    person: row.person,
    from: Date.parse(row.from_at),
    to: Math.min(Date.parse(row.to_at), row.ended_at === null ? Infinity : Date.parse(row.ended_at)),
    ...(row.deputy === null ? {} : { deputy: row.deputy }),
  };
}

/** @param now ISO time */
export async function listLeaveRows(
  trx: Trx,
  county: string,
  filter: LeaveFilter,
  now: string,
  after: AfterTime | undefined,
  limit: number,
): Promise<readonly LeaveTable[]> {
  let query = trx.selectFrom('leave').selectAll().where('county', '=', county);
  if (filter.person !== undefined) query = query.where('person', '=', filter.person);
  if (filter.deputy !== undefined) query = query.where('deputy', '=', filter.deputy);
  if (filter.over !== true) query = query.where('to_at', '>', now).where('ended_at', 'is', null);
  if (after !== undefined) query = query.where(sql<boolean>`(from_at, id) < (${after.at}, ${after.id})`);
  return query.orderBy('from_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

/** Leaves that touch some people and are not over, as whoever is away or acts. */
export async function listLeavesOf(
  trx: Trx,
  county: string,
  people: readonly string[],
  now: string,
): Promise<readonly LeaveTable[]> {
  return trx
    .selectFrom('leave')
    .selectAll()
    .where('county', '=', county)
    .where((eb) => eb.or([eb('person', 'in', people), eb('deputy', 'in', people)]))
    .where('to_at', '>', now)
    .where('ended_at', 'is', null)
    .execute();
}

export async function findLeaveRow(trx: Trx, county: string, id: string): Promise<LeaveTable | undefined> {
  return trx.selectFrom('leave').selectAll().where('county', '=', county).where('id', '=', id).executeTakeFirst();
}

export async function insertLeave(trx: Trx, row: LeaveTable): Promise<void> {
  await trx.insertInto('leave').values(row).execute();
}

/** Ends a leave that nobody ended. Answers whether it did. */
export async function closeLeave(
  trx: Trx,
  county: string,
  id: string,
  end: { readonly at: string; readonly by: string },
): Promise<boolean> {
  const result = await trx
    .updateTable('leave')
    .set({ ended_at: end.at, ended_by: end.by })
    .where('county', '=', county)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Lines up changes of the posts and leaves of some people, so that two at once see each other. */
export async function lockPeople(trx: Trx, county: string, people: readonly string[]): Promise<void> {
  await trx
    .selectFrom('person')
    .select('id')
    .where('county', '=', county)
    .where('id', 'in', [...new Set(people)].sort())
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** How many acting posts each leave gave. */
export async function countActing(
  trx: Trx,
  county: string,
  leaves: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (leaves.length === 0) return new Map();
  const rows = await trx
    .selectFrom('post')
    .select((eb) => ['leave_id', eb.fn.countAll<string>().as('n')])
    .where('county', '=', county)
    .where('leave_id', 'in', leaves)
    .groupBy('leave_id')
    .execute();
  return new Map(rows.map(({ leave_id: id, n }) => [id ?? '', Number(n)]));
}
