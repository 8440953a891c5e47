import type { StaffedOrganisation, StaffedPost, StaffedZone } from '@gezhi/domain/people/index';
import { sql } from 'kysely';
import type { Trx } from '../database/index.ts';

/** Bodies and zones of a county with their names, as staffing counts them. */
export interface StaffingBodies {
  readonly organisations: readonly (StaffedOrganisation & { readonly name: string })[];
  readonly zones: readonly (StaffedZone & { readonly name: string })[];
}

function grouped(rows: readonly { readonly key: string; readonly value: string }[]): ReadonlyMap<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { key, value } of rows) {
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [value]);
    else known.push(value);
  }
  return groups;
}

/** What every organisation of the county serves. */
async function readAllServed(
  trx: Trx,
  county: string,
): Promise<{
  readonly areas: readonly { readonly organisation: string; readonly area: string }[];
  readonly zones: readonly { readonly organisation: string; readonly zone: string }[];
}> {
  const areas = await trx
    .selectFrom('organisation_area')
    .select(['organisation', 'area'])
    .where('county', '=', county)
    .execute();
  const zones = await trx
    .selectFrom('organisation_zone')
    .select(['organisation', 'zone'])
    .where('county', '=', county)
    .execute();
  return { areas, zones };
}

export async function readStaffingBodies(trx: Trx, county: string): Promise<StaffingBodies> {
  const orgs = await trx
    .selectFrom('organisation')
    .select(['id', 'code', 'kind', 'name', 'area'])
    .where('county', '=', county)
    .where('retired_at', 'is', null)
    .execute();
  const served = await readAllServed(trx, county);
  const areas = grouped(served.areas.map(({ organisation, area }) => ({ key: organisation, value: area })));
  const zonesOf = grouped(served.zones.map(({ organisation, zone }) => ({ key: organisation, value: zone })));
  const zones = await trx.selectFrom('zone').select(['id', 'purpose', 'name']).where('county', '=', county).execute();
  const members = grouped(
    (await trx.selectFrom('zone_area').select(['zone', 'area']).where('county', '=', county).execute()).map(
      ({ zone, area }) => ({ key: zone, value: area }),
    ),
  );
  return {
    organisations: orgs.map(({ code, ...org }) => ({
      ...org,
      ...(code === null ? {} : { code }),
      serves: areas.get(org.id) ?? [],
      zones: zonesOf.get(org.id) ?? [],
    })),
    zones: zones.map((zone) => ({ ...zone, areas: members.get(zone.id) ?? [] })),
  };
}

/** Posts of one role and time from `person area org`, comma by comma. */
function heldPosts(row: { readonly role: string; readonly time: string; readonly held: string }): StaffedPost[] {
  const time = row.time === 'part' ? 'part' : 'full';
  return row.held.split(',').map((one) => {
    const first = one.indexOf(' ');
    const second = one.indexOf(' ', first + 1);
    const held = { person: one.slice(0, first), role: row.role, time } as const;
    const area = one.slice(first + 1, second);
    const org = one.slice(second + 1);
    if (org === '') return area === '' ? held : { ...held, area };
    return area === '' ? { ...held, org } : { ...held, area, org };
  });
}

/**
 * Posts and memberships of some roles that hold at `now` (ISO). Acting posts are left out: the absent person still
 * holds the post.
 */
export async function readStaffedPosts(
  trx: Trx,
  county: string,
  roles: readonly string[],
  now: string,
): Promise<readonly StaffedPost[]> {
  if (roles.length === 0) return [];
  // As one text a role and time: a database hands over a few long values much faster than many short rows.
  const posts = await trx
    .selectFrom('post')
    .select([
      'role',
      'time',
      sql<string>`string_agg(person || ' ' || coalesce(area, '') || ' ' || coalesce(org, ''), ',')`.as('held'),
    ])
    .where('county', '=', county)
    .where('role', 'in', roles)
    .where('acting_for', 'is', null)
    .where('from_at', '<=', now)
    .where((eb) => eb.or([eb('to_at', 'is', null), eb('to_at', '>', now)]))
    .groupBy(['role', 'time'])
    .execute();
  const members = await trx
    .selectFrom('organisation_member')
    .select(['organisation', 'member_org', 'member_person', 'duty'])
    .where('county', '=', county)
    .where('duty', 'in', roles)
    .where('from_at', '<=', now)
    .where((eb) => eb.or([eb('to_at', 'is', null), eb('to_at', '>', now)]))
    .execute();
  return [
    ...posts.flatMap(heldPosts),
    ...members.map((row) => ({
      person: row.member_person ?? row.member_org ?? '',
      role: row.duty,
      org: row.organisation,
      time: 'part' as const,
    })),
  ];
}

/** When a post or membership next begins or ends by itself after `now` (ISO); undefined where none does. */
export async function nextTurn(trx: Trx, county: string, now: string): Promise<string | undefined> {
  const turns: (string | null)[] = [];
  for (const table of ['post', 'organisation_member'] as const) {
    for (const column of ['from_at', 'to_at'] as const) {
      const row = await trx
        .selectFrom(table)
        .select((eb) => eb.fn.min(column).as('at'))
        .where('county', '=', county)
        .where(column, '>', now)
        .executeTakeFirst();
      turns.push(row?.at ?? null);
    }
  }
  const [first] = turns.filter((at) => at !== null).sort((a, b) => Date.parse(a) - Date.parse(b));
  return first;
}
