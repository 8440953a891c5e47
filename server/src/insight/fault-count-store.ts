import { sql } from 'kysely';
import type { Trx } from '../database/index.ts';

/** How many cases something concerns. */
export interface Count {
  readonly ref: string;
  readonly count: number;
}

const inAreas = (areas: readonly string[]) =>
  sql<boolean>`(${sql.join(
    areas.map((area) => sql`starts_with(scope_area, ${area})`),
    sql` or `,
  )})`;

/** Cases in these areas reported since an ISO time that no row of the duty list fitted, by category. */
export async function countGaps(
  trx: Trx,
  county: string,
  areas: readonly string[],
  since: string,
): Promise<readonly Count[]> {
  return trx
    .selectFrom('case_file')
    .select(['category as ref', (eb) => eb.fn.countAll<number>().as('count')])
    .where('county', '=', county)
    .where('reported_at', '>=', since)
    .where(inAreas(areas))
    .where(sql<boolean>`doc #>> '{routing,gap}' = 'true'`)
    .groupBy('category')
    .orderBy('count', 'desc')
    .execute();
}

/** Cases in these areas reported since an ISO time that lie on no grid, by the smallest area that holds them. */
export async function countOnNoGrid(
  trx: Trx,
  county: string,
  areas: readonly string[],
  since: string,
): Promise<readonly Count[]> {
  return trx
    .selectFrom('case_file')
    .select(['scope_area as ref', (eb) => eb.fn.countAll<number>().as('count')])
    .where('county', '=', county)
    .where('reported_at', '>=', since)
    .where(inAreas(areas))
    .where(sql<boolean>`doc #>> '{report,onNoGrid}' = 'true'`)
    .groupBy('scope_area')
    .orderBy('count', 'desc')
    .execute();
}

/** Hand-backs upheld since an ISO time by the row of the duty list that had sent them there. Needs the system's scope. */
export async function countMisled(trx: Trx, county: string, since: string): Promise<readonly Count[]> {
  const row = sql<string>`event ->> 'row'`;
  return trx
    .selectFrom('case_event')
    .select([row.as('ref'), (eb) => eb.fn.countAll<number>().as('count')])
    .where('county', '=', county)
    .where('type', '=', 'handedBack')
    .where('at', '>=', since)
    .where(row, 'is not', null)
    .groupBy(row)
    .orderBy('count', 'desc')
    .execute();
}

/** Areas with a live post of one of these roles at an ISO time. */
export async function listStaffedAreas(
  trx: Trx,
  county: string,
  roles: readonly string[],
  now: string,
): Promise<ReadonlySet<string>> {
  if (roles.length === 0) return new Set();
  const rows = await trx
    .selectFrom('post')
    .select('area')
    .distinct()
    .where('county', '=', county)
    .where('role', 'in', roles)
    .where('area', 'is not', null)
    .where('from_at', '<=', now)
    .where((eb) => eb.or([eb('to_at', 'is', null), eb('to_at', '>', now)]))
    .execute();
  return new Set(rows.flatMap(({ area }) => (area === null ? [] : [area])));
}

/** Numbers of cases by id, where in scope. */
export async function readCaseNumbers(
  trx: Trx,
  county: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom('case_file')
    .select(['id', 'number'])
    .where('county', '=', county)
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, number }) => [id, number]));
}
