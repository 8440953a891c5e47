import { sql } from 'kysely';
import type { OrganisationMemberTable, Trx } from '../database/index.ts';
import type { AfterTime } from './paging.ts';

export interface MemberFilter {
  /** Members of this body. */
  readonly organisation?: string | undefined;
  /** Memberships of this body in others. */
  readonly memberOrg?: string | undefined;
  readonly memberPerson?: string | undefined;
  /** Ended ones too. */
  readonly ended?: boolean | undefined;
}

/** @param now ISO time; memberships that ended by then are left out unless asked for */
export async function listMemberRows(
  trx: Trx,
  county: string,
  filter: MemberFilter,
  now: string,
  after: AfterTime | undefined,
  limit: number,
): Promise<readonly OrganisationMemberTable[]> {
  let query = trx.selectFrom('organisation_member').selectAll().where('county', '=', county);
  const { organisation, memberOrg, memberPerson } = filter;
  if (organisation !== undefined) query = query.where('organisation', '=', organisation);
  if (memberOrg !== undefined) query = query.where('member_org', '=', memberOrg);
  if (memberPerson !== undefined) query = query.where('member_person', '=', memberPerson);
  if (filter.ended !== true) query = query.where((eb) => eb.or([eb('to_at', 'is', null), eb('to_at', '>', now)]));
  if (after !== undefined) query = query.where(sql<boolean>`(from_at, id) > (${after.at}, ${after.id})`);
  return query.orderBy('from_at').orderBy('id').limit(limit).execute();
}

export async function findMemberRow(
  trx: Trx,
  county: string,
  id: string,
): Promise<OrganisationMemberTable | undefined> {
  return trx
    .selectFrom('organisation_member')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function insertMember(trx: Trx, row: OrganisationMemberTable): Promise<void> {
  await trx.insertInto('organisation_member').values(row).execute();
}

/** Ends a membership unless it is over. Answers whether it did. */
export async function closeMember(
  trx: Trx,
  county: string,
  id: string,
  end: { readonly at: string; readonly by: string; readonly reason: string },
): Promise<boolean> {
  const result = await trx
    .updateTable('organisation_member')
    .set({ to_at: sql`greatest(from_at, ${end.at}::timestamptz)`, ended_by: end.by, end_reason: end.reason })
    .where('county', '=', county)
    .where('id', '=', id)
    .where((eb) => eb.or([eb('to_at', 'is', null), eb('to_at', '>', end.at)]))
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** The members of a body that another area keeps from now on. */
export async function moveMembers(trx: Trx, county: string, organisation: string, reach: string): Promise<void> {
  await trx
    .updateTable('organisation_member')
    .set({ reach })
    .where('county', '=', county)
    .where('organisation', '=', organisation)
    .execute();
}
