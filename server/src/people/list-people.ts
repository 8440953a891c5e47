import type { DutyTurnRow, OrganisationRow, PersonRow, PostRow } from '@gezhi/contract/people/index';
import type { DutyTurnTable, PersonTable, PostTable, Trx } from '../database/index.ts';
import type { Keys } from '../keys/index.ts';
import { organisationOf } from './create-organisation.ts';
import { type Desk, listTurnRows } from './duty-store.ts';
import { listOrganisationRows, listOrganisationsById, type OrganisationFilter } from './organisation-store.ts';
import type { AfterName, AfterTime } from './paging.ts';
import { personRows } from './person-row.ts';
import { listPersonRows, type PersonFilter, readNames } from './person-store.ts';
import { listPostRows, type PostFilter } from './post-store.ts';

/** Posts as the API shows them, with the names of their people and organisations. */
export async function postRows(trx: Trx, county: string, rows: readonly PostTable[]): Promise<readonly PostRow[]> {
  const names = await readNames(
    trx,
    county,
    rows.map((row) => row.person),
  );
  const ids = [...new Set(rows.flatMap((row) => (row.org === null ? [] : [row.org])))];
  const orgs = new Map((await listOrganisationsById(trx, county, ids)).map((row) => [row.id, row.name]));
  return rows.map((row) => {
    const orgName = row.org === null ? undefined : orgs.get(row.org);
    return {
      id: row.id,
      person: row.person,
      personName: names.get(row.person) ?? '',
      role: row.role,
      from: row.from_at,
      time: row.time === 'part' ? 'part' : 'full',
      ...(row.area === null ? {} : { area: row.area }),
      ...(row.org === null ? {} : { org: row.org }),
      ...(orgName === undefined ? {} : { orgName }),
      ...(row.to_at === null ? {} : { to: row.to_at }),
      ...(row.end_reason === null ? {} : { endReason: row.end_reason }),
      ...(row.acting_for === null ? {} : { actingFor: row.acting_for }),
    };
  });
}

/** Turns as the API shows them. */
export async function turnRows(
  trx: Trx,
  county: string,
  rows: readonly DutyTurnTable[],
): Promise<readonly DutyTurnRow[]> {
  const names = await readNames(
    trx,
    county,
    rows.map((row) => row.person),
  );
  return rows.map((row) => ({
    id: row.id,
    person: row.person,
    personName: names.get(row.person) ?? '',
    from: row.from_at,
    to: row.to_at,
    ...(row.area === null ? {} : { area: row.area }),
    ...(row.org === null ? {} : { org: row.org }),
  }));
}

export async function listOrganisations(
  trx: Trx,
  county: string,
  filter: OrganisationFilter,
  after: AfterName | undefined,
  limit: number,
): Promise<readonly OrganisationRow[]> {
  return (await listOrganisationRows(trx, county, filter, after, limit)).map(organisationOf);
}

/** @param now epoch ms at which posts must hold to be shown */
export async function listPeople(
  trx: Trx,
  keys: Keys,
  county: string,
  filter: PersonFilter,
  now: number,
  after: AfterName | undefined,
  limit: number,
): Promise<readonly PersonRow[]> {
  const rows: readonly PersonTable[] = await listPersonRows(
    trx,
    county,
    filter,
    new Date(now).toISOString(),
    after,
    limit,
  );
  return personRows(trx, keys, county, rows, now);
}

export async function listPosts(
  trx: Trx,
  county: string,
  filter: PostFilter,
  now: number,
  after: AfterTime | undefined,
  limit: number,
): Promise<readonly PostRow[]> {
  return postRows(trx, county, await listPostRows(trx, county, filter, new Date(now).toISOString(), after, limit));
}

export async function listTurns(
  trx: Trx,
  county: string,
  filter: Desk & { readonly from?: string | undefined; readonly to?: string | undefined },
  after: AfterTime | undefined,
  limit: number,
): Promise<readonly DutyTurnRow[]> {
  return turnRows(trx, county, await listTurnRows(trx, county, filter, after, limit));
}
