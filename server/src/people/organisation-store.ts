import { sql } from 'kysely';
import type { OrganisationTable, Trx } from '../database/index.ts';
import { type AfterName, likeText } from './paging.ts';

export interface OrganisationFilter {
  /** Part of the name, or the beginning of its pinyin initials. */
  readonly q?: string | undefined;
  readonly kind?: string | undefined;
  /** Those that serve this area or one under it. */
  readonly area?: string | undefined;
  readonly parent?: string | undefined;
  /** Ended ones too. */
  readonly retired?: boolean | undefined;
}

export async function listOrganisationRows(
  trx: Trx,
  county: string,
  filter: OrganisationFilter,
  after: AfterName | undefined,
  limit: number,
): Promise<readonly OrganisationTable[]> {
  let query = trx.selectFrom('organisation').selectAll().where('county', '=', county);
  const { q, kind, area, parent } = filter;
  if (q !== undefined && q !== '') {
    const typed = likeText(q.trim());
    query = query.where((eb) =>
      eb.or([
        eb('name', 'ilike', `%${typed}%`),
        eb('initials', 'like', `${typed.toLowerCase()}%`),
        eb('code', 'ilike', `${typed}%`),
      ]),
    );
  }
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (area !== undefined) query = query.where(sql<boolean>`starts_with(area, ${area})`);
  if (parent !== undefined) query = query.where('parent', '=', parent);
  if (filter.retired !== true) query = query.where('retired_at', 'is', null);
  if (after !== undefined) query = query.where(sql<boolean>`(name, id) > (${after.name}, ${after.id})`);
  return query.orderBy('name').orderBy('id').limit(limit).execute();
}

export async function findOrganisationRow(
  trx: Trx,
  county: string,
  id: string,
): Promise<OrganisationTable | undefined> {
  return trx
    .selectFrom('organisation')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function listOrganisationsById(
  trx: Trx,
  county: string,
  ids: readonly string[],
): Promise<readonly OrganisationTable[]> {
  if (ids.length === 0) return [];
  return trx.selectFrom('organisation').selectAll().where('county', '=', county).where('id', 'in', ids).execute();
}

export async function findOrganisationByCode(
  trx: Trx,
  county: string,
  code: string,
): Promise<OrganisationTable | undefined> {
  return trx
    .selectFrom('organisation')
    .selectAll()
    .where('county', '=', county)
    .where('code', '=', code)
    .executeTakeFirst();
}

export async function insertOrganisation(trx: Trx, row: OrganisationTable): Promise<void> {
  await trx.insertInto('organisation').values(row).execute();
}

/** Changes a row that still has the version read. Answers whether it had. */
export async function updateOrganisation(trx: Trx, row: OrganisationTable): Promise<boolean> {
  const { county, id, version, ...rest } = row;
  const result = await trx
    .updateTable('organisation')
    .set({ ...rest, version: version + 1 })
    .where('county', '=', county)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Parents of every organisation of the county, to check that the tree stays one. */
export async function readParents(trx: Trx, county: string): Promise<ReadonlyMap<string, string>> {
  const rows = await trx.selectFrom('organisation').select(['id', 'parent']).where('county', '=', county).execute();
  return new Map(rows.flatMap(({ id, parent }) => (parent === null ? [] : [[id, parent] as const])));
}
