import type { MembershipRow } from '@gezhi/contract/people/index';
import type { OrganisationMemberTable, Trx } from '../database/index.ts';
import { listOrganisationsById } from './organisation-store.ts';
import { readNames } from './person-store.ts';

/** Memberships as the API shows them, with names. */
export async function memberRows(
  trx: Trx,
  county: string,
  rows: readonly OrganisationMemberTable[],
): Promise<readonly MembershipRow[]> {
  const bodies = [
    ...new Set(rows.flatMap((row) => [row.organisation, ...(row.member_org === null ? [] : [row.member_org])])),
  ];
  const orgs = new Map((await listOrganisationsById(trx, county, bodies)).map((row) => [row.id, row.name]));
  const names = await readNames(
    trx,
    county,
    rows.flatMap((row) => (row.member_person === null ? [] : [row.member_person])),
  );
  return rows.map((row) => ({
    id: row.id,
    organisation: row.organisation,
    organisationName: orgs.get(row.organisation) ?? '',
    duty: row.duty as MembershipRow['duty'],
    from: row.from_at,
    ...(row.member_org === null ? {} : { memberOrg: row.member_org, memberOrgName: orgs.get(row.member_org) ?? '' }),
    ...(row.member_person === null
      ? {}
      : { memberPerson: row.member_person, memberPersonName: names.get(row.member_person) ?? '' }),
    ...(row.to_at === null ? {} : { to: row.to_at }),
    ...(row.end_reason === null ? {} : { endReason: row.end_reason }),
  }));
}
