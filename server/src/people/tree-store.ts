import { sql } from 'kysely';
import type { OrganisationTable, Trx } from '../database/index.ts';
import type { AfterName } from './paging.ts';

/** An organisation with how much hangs below it. */
export type NodeRow = OrganisationTable & { readonly children: number; readonly posts: number };

export interface TreeFilter {
  /** Those directly under this one; absent: those at the root. */
  readonly parent?: string | undefined;
  readonly kind?: string | undefined;
  readonly area?: string | undefined;
}

/** Counts what hangs below each of some organisations, in two statements whatever their number. */
export async function withCounts(
  trx: Trx,
  county: string,
  rows: readonly OrganisationTable[],
  now: string,
): Promise<readonly NodeRow[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const children = await trx
    .selectFrom('organisation')
    .select((eb) => ['parent', eb.fn.countAll<string>().as('n')])
    .where('county', '=', county)
    .where('parent', 'in', ids)
    .where('retired_at', 'is', null)
    .groupBy('parent')
    .execute();
  const posts = await trx
    .selectFrom('post')
    .select((eb) => ['org', eb.fn.countAll<string>().as('n')])
    .where('county', '=', county)
    .where('org', 'in', ids)
    .where('from_at', '<=', now)
    .where((eb) => eb.or([eb('to_at', 'is', null), eb('to_at', '>', now)]))
    .groupBy('org')
    .execute();
  const below = new Map(children.map(({ parent, n }) => [parent, Number(n)]));
  const held = new Map(posts.map(({ org, n }) => [org, Number(n)]));
  return rows.map((row) => ({ ...row, children: below.get(row.id) ?? 0, posts: held.get(row.id) ?? 0 }));
}

/** The organisations directly under one, by name. */
export async function listTreeRows(
  trx: Trx,
  county: string,
  filter: TreeFilter,
  after: AfterName | undefined,
  limit: number,
): Promise<readonly OrganisationTable[]> {
  let query = trx.selectFrom('organisation').selectAll().where('county', '=', county).where('retired_at', 'is', null);
  const { parent, kind, area } = filter;
  query = parent === undefined ? query.where('parent', 'is', null) : query.where('parent', '=', parent);
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (area !== undefined) query = query.where(sql<boolean>`starts_with(area, ${area})`);
  if (after !== undefined) query = query.where(sql<boolean>`(name, id) > (${after.name}, ${after.id})`);
  return query.orderBy('name').orderBy('id').limit(limit).execute();
}

/** The chain above an organisation, from the top down. */
export async function readAbove(trx: Trx, county: string, row: OrganisationTable): Promise<OrganisationTable[]> {
  const above: OrganisationTable[] = [];
  let { parent } = row;
  while (parent !== null && above.length < 20) {
    const found = await trx
      .selectFrom('organisation')
      .selectAll()
      .where('county', '=', county)
      .where('id', '=', parent)
      .executeTakeFirst();
    if (found === undefined) break;
    above.unshift(found);
    parent = found.parent;
  }
  return above;
}

/** Organisations that were merged into this one. */
export async function readBefore(trx: Trx, county: string, id: string): Promise<readonly OrganisationTable[]> {
  return trx
    .selectFrom('organisation')
    .selectAll()
    .where('county', '=', county)
    .where('successor', '=', id)
    .orderBy('retired_at', 'desc')
    .limit(50)
    .execute();
}
