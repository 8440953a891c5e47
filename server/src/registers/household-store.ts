import { prefixRange } from '@gezhi/domain/places/index';
import { sql } from 'kysely';
import type { HouseholdTable, Trx } from '../database/index.ts';
import { type After, likePart } from './paging.ts';

export interface HouseholdFilter {
  readonly area?: string | undefined;
  readonly anchor?: string | undefined;
  /** Part of the address. */
  readonly q?: string | undefined;
  /** Those in no group that stands. */
  readonly unreached?: boolean | undefined;
  /** Those that moved away too. */
  readonly moved?: boolean | undefined;
}

/** Households by microgrid and address. */
export async function listHouseholdRows(
  trx: Trx,
  county: string,
  filter: HouseholdFilter,
  after: After | undefined,
  limit: number,
): Promise<readonly HouseholdTable[]> {
  let query = trx.selectFrom('household').selectAll().where('county', '=', county);
  const { area, anchor, q } = filter;
  // A range rather than starts_with, so that the unique index on area and address serves filter and order at once.
  if (area !== undefined) {
    const { from, before } = prefixRange(area);
    query = query.where('area', '>=', from).where('area', '<', before);
  }
  if (anchor !== undefined) query = query.where('anchor', '=', anchor);
  if (q !== undefined && q.trim() !== '') query = query.where('address', 'like', likePart(q));
  if (filter.moved !== true) query = query.where('moved_at', 'is', null);
  if (filter.unreached === true) {
    query = query.where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('group_household')
            .innerJoin('chat_group', (join) =>
              join
                .onRef('chat_group.county', '=', 'group_household.county')
                .onRef('chat_group.id', '=', 'group_household.chat_group'),
            )
            .select('group_household.household')
            .whereRef('group_household.county', '=', 'household.county')
            .whereRef('group_household.household', '=', 'household.id')
            .where('chat_group.retired_at', 'is', null),
        ),
      ),
    );
  }
  if (after !== undefined) query = query.where(sql<boolean>`(area, address) > (${after.at}, ${after.id})`);
  return query.orderBy('area').orderBy('address').limit(limit).execute();
}

export async function findHouseholdRow(trx: Trx, county: string, id: string): Promise<HouseholdTable | undefined> {
  return trx.selectFrom('household').selectAll().where('county', '=', county).where('id', '=', id).executeTakeFirst();
}

/** Rows there are already for these places, by `area address`. */
export async function readHouseholdsAt(
  trx: Trx,
  county: string,
  places: readonly { readonly area: string; readonly address: string }[],
): Promise<ReadonlyMap<string, HouseholdTable>> {
  if (places.length === 0) return new Map();
  const wanted = JSON.stringify(places.map(({ area, address }) => ({ area, address })));
  // `offset 0` has each place looked up by the index; a planner that guesses few households compares all with all.
  const { rows } = await sql<HouseholdTable>`
    select found.* from jsonb_to_recordset(${wanted}::jsonb) as given(area text, address text)
    cross join lateral (
      select * from household
      where household.county = ${county} and household.area = given.area and household.address = given.address
      offset 0
    ) found`.execute(trx);
  return new Map(rows.map((row) => [`${row.area} ${row.address}`, row]));
}

const rowsAtOnce = 1_000;

/**
 * Adds households in statements of many rows. One that is there by microgrid and address takes the anchor household given,
 * and nothing else of it changes. Answers how many were added and how many took another anchor household.
 */
export async function putHouseholds(
  trx: Trx,
  rows: readonly HouseholdTable[],
): Promise<{ readonly created: number; readonly changed: number }> {
  const own = new Set(rows.map(({ id }) => id));
  let created = 0;
  let changed = 0;
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    const touched = await trx
      .insertInto('household')
      .values(rows.slice(at, at + rowsAtOnce))
      .onConflict((conflict) =>
        conflict
          .columns(['county', 'area', 'address'])
          .doUpdateSet((eb) => ({ anchor: eb.ref('excluded.anchor'), version: sql`household.version + 1` }))
          .where(sql<boolean>`excluded.anchor is not null and excluded.anchor is distinct from household.anchor`),
      )
      .returning('id')
      .execute();
    const added = touched.filter(({ id }) => own.has(id)).length;
    created += added;
    changed += touched.length - added;
  }
  return { created, changed };
}

/** Changes a row that still has the version read. Answers whether it had. */
export async function updateHousehold(trx: Trx, row: HouseholdTable): Promise<boolean> {
  const { county, id, version, ...rest } = row;
  const result = await trx
    .updateTable('household')
    .set({ ...rest, version: version + 1 })
    .where('county', '=', county)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Sets or clears the anchor household of many; those out of scope stay. Answers how many changed. */
export async function setAnchor(
  trx: Trx,
  county: string,
  ids: readonly string[],
  anchor: string | null,
  was?: string,
): Promise<number> {
  if (ids.length === 0) return 0;
  let query = trx
    .updateTable('household')
    .set({ anchor, version: sql`version + 1` })
    .where('county', '=', county)
    .where('id', 'in', ids);
  if (was !== undefined) query = query.where('anchor', '=', was);
  const result = await query.executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** Names of anchor households by id. */
export async function anchorNames(
  trx: Trx,
  county: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom('register_entry')
    .select(['id', sql<string>`coalesce(body->>'name', '')`.as('name')])
    .where('county', '=', county)
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
