import type { ListedCount } from '@gezhi/domain/registers/index';
import { sql } from 'kysely';
import type { Trx } from '../database/index.ts';

/** Groups that stand and cover something of an area; `narrow` ones cover nothing outside it. */
const groupsOf = (county: string, area: string) => sql`
  select id,
    (select bool_and(starts_with(code, ${area})) from unnest(covers) code) as narrow
  from chat_group
  where county = ${county} and retired_at is null
    and exists (select 1 from unnest(covers) code where starts_with(code, ${area}) or starts_with(${area}, code))`;

/** Households living in each microgrid of an area now, and how many of them some group lists. */
export async function countListed(trx: Trx, county: string, area: string): Promise<readonly ListedCount[]> {
  const { rows } = await sql<ListedCount>`
    with covering as (${groupsOf(county, area)})
    select household.area,
      count(*)::int as households,
      count(*) filter (where exists (
        select 1 from group_household listed join covering on covering.id = listed.chat_group
        where listed.county = household.county and listed.household = household.id
      ))::int as distinct
    from household
    where household.county = ${county} and starts_with(household.area, ${area}) and household.moved_at is null
    group by household.area`.execute(trx);
  return rows;
}

/** Memberships in the groups of an area by where their households are now. A wide group is asked for this area only. */
export async function countMemberships(
  trx: Trx,
  county: string,
  area: string,
): Promise<{ readonly memberships: number; readonly moved: number; readonly outside: number }> {
  const { rows } = await sql<{ memberships: number; moved: number; outside: number }>`
    with covering as (${groupsOf(county, area)})
    select
      count(*) filter (where household.moved_at is null and starts_with(household.area, ${area}))::int as memberships,
      count(*) filter (where household.moved_at is not null
        and (covering.narrow or starts_with(household.area, ${area})))::int as moved,
      count(*) filter (where household.moved_at is null and covering.narrow
        and not starts_with(household.area, ${area}))::int as outside
    from group_household listed
    join covering on covering.id = listed.chat_group
    join household on household.county = listed.county and household.id = listed.household
    where listed.county = ${county}`.execute(trx);
  return rows[0] ?? { memberships: 0, moved: 0, outside: 0 };
}

/** What the owners of an area's groups reported for it and for areas under it. */
export async function readReports(
  trx: Trx,
  county: string,
  area: string,
): Promise<readonly { readonly area: string; readonly households: number; readonly at: string }[]> {
  const { rows } = await sql<{ area: string; households: number; at: string }>`
    with covering as (${groupsOf(county, area)})
    select report.microgrid as area, report.households, report.at
    from group_report report join covering on covering.id = report.chat_group
    where report.county = ${county} and starts_with(report.microgrid, ${area})`.execute(trx);
  return rows;
}

/** How many groups cover something of the area. */
export async function countGroups(trx: Trx, county: string, area: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with covering as (${groupsOf(county, area)}) select count(*)::int as count from covering`.execute(trx);
  return rows[0]?.count ?? 0;
}
