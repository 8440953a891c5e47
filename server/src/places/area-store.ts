import { prefixRange } from '@gezhi/domain/places/index';
import type { Selectable } from 'kysely';
import type { AreaTable, Trx } from '../database/index.ts';

/** A row of the tree as it is read. */
export type StoredArea = Selectable<AreaTable>;

export interface AreaFilter {
  /** Directly under this area. */
  readonly parent?: string | undefined;
  /** This area and everything under it. */
  readonly under?: string | undefined;
  readonly kinds?: readonly string[] | undefined;
  /** Retired ones too. */
  readonly retired?: boolean | undefined;
}

const rowsAtOnce = 500;

/** Begins a change of a county's places: lines writers up and answers the version their rows carry. */
export async function nextVersion(trx: Trx, county: string): Promise<number> {
  const row = await trx
    .insertInto('places_version')
    .values({ county, version: 1 })
    .onConflict((on) => on.column('county').doUpdateSet((eb) => ({ version: eb('places_version.version', '+', 1) })))
    .returning('version')
    .executeTakeFirstOrThrow();
  return row.version;
}

/** Areas in code order, after a code. */
export async function listAreaRows(
  trx: Trx,
  county: string,
  filter: AreaFilter,
  after: string | undefined,
  limit: number,
): Promise<readonly StoredArea[]> {
  let query = trx.selectFrom('area').selectAll().where('county', '=', county);
  const { parent, under, kinds } = filter;
  if (parent !== undefined) query = query.where('parent', '=', parent);
  if (under !== undefined) {
    const { from, before } = prefixRange(under);
    query = query.where('code', '>=', from).where('code', '<', before);
  }
  if (kinds !== undefined) query = query.where('kind', 'in', kinds);
  if (filter.retired !== true) query = query.where('retired_at', 'is', null);
  if (after !== undefined) query = query.where('code', '>', after);
  return query.orderBy('code').limit(limit).execute();
}

export async function findAreaRow(trx: Trx, county: string, code: string): Promise<StoredArea | undefined> {
  return trx.selectFrom('area').selectAll().where('county', '=', county).where('code', '=', code).executeTakeFirst();
}

export async function readAreaRows(
  trx: Trx,
  county: string,
  codes: readonly string[],
): Promise<ReadonlyMap<string, StoredArea>> {
  if (codes.length === 0) return new Map();
  const rows = await trx
    .selectFrom('area')
    .selectAll()
    .where('county', '=', county)
    .where('code', 'in', codes)
    .execute();
  return new Map(rows.map((row) => [row.code, row]));
}

/** Every code ever given directly under an area. */
export async function readCodesUnder(trx: Trx, county: string, parent: string): Promise<readonly string[]> {
  const rows = await trx
    .selectFrom('area')
    .select('code')
    .where('county', '=', county)
    .where('parent', '=', parent)
    .execute();
  return rows.map((row) => row.code);
}

export async function hasLiveChildren(trx: Trx, county: string, code: string): Promise<boolean> {
  const row = await trx
    .selectFrom('area')
    .select('code')
    .where('county', '=', county)
    .where('parent', '=', code)
    .where('retired_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Adds areas; parents must stand or come earlier in the list. */
export async function insertAreas(trx: Trx, rows: readonly StoredArea[]): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    await trx
      .insertInto('area')
      .values(rows.slice(from, from + rowsAtOnce))
      .execute();
  }
}

/** Writes a row back with the next version of its own. */
export async function updateArea(trx: Trx, row: StoredArea, changed: number): Promise<StoredArea> {
  const { county, code, ...rest } = row;
  const next = { ...rest, version: row.version + 1, changed };
  await trx.updateTable('area').set(next).where('county', '=', county).where('code', '=', code).execute();
  return { county, code, ...next };
}
