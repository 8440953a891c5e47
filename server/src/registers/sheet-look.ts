import type { Values } from '@gezhi/domain/sheets/index';
import { sql } from 'kysely';
import type { Trx } from '../database/index.ts';

/** A cell as text; `''` for a blank one. */
export function textOf(value: Values[string] | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** Ids by what a sheet calls them; several where the name is not enough. */
export type ByName = ReadonlyMap<string, readonly string[]>;

function grouped(rows: readonly { readonly name: string; readonly id: string }[]): ByName {
  const found = new Map<string, string[]>();
  for (const { name, id } of rows) {
    const known = found.get(name) ?? [];
    if (!known.includes(id)) known.push(id);
    found.set(name, known);
  }
  return found;
}

/** Anchor households of these names. */
export async function anchorsByName(trx: Trx, county: string, names: readonly string[]): Promise<ByName> {
  if (names.length === 0) return new Map();
  const { rows } = await sql<{ name: string; id: string }>`
    select body->>'name' as name, id from register_entry
    where county = ${county} and kind = 'anchorHousehold' and removed_at is null
      and body->>'name' = any(${[...new Set(names)]}::text[])`.execute(trx);
  return grouped(rows);
}

/** People of these names who have not left. */
export async function peopleByName(trx: Trx, county: string, names: readonly string[]): Promise<ByName> {
  if (names.length === 0) return new Map();
  const { rows } = await sql<{ name: string; id: string }>`
    select name, id from person
    where county = ${county} and retired_at is null and name = any(${[...new Set(names)]}::text[])`.execute(trx);
  return grouped(rows);
}

/** Organisations that stand, by name and by code. */
export async function bodiesByName(trx: Trx, county: string, names: readonly string[]): Promise<ByName> {
  if (names.length === 0) return new Map();
  const wanted = [...new Set(names)];
  const { rows } = await sql<{ name: string; id: string }>`
    select name, id from organisation
    where county = ${county} and retired_at is null and name = any(${wanted}::text[])
    union
    select code, id from organisation
    where county = ${county} and retired_at is null and code = any(${wanted}::text[])`.execute(trx);
  return grouped(rows);
}

/** Households of these addresses, by `area address` for each area that holds them: the area of the row or above it. */
export async function householdsByAddress(
  trx: Trx,
  county: string,
  places: readonly { readonly area: string; readonly address: string }[],
): Promise<ByName> {
  if (places.length === 0) return new Map();
  const wanted = JSON.stringify(places);
  const { rows } = await sql<{ name: string; id: string }>`
    select given.area || ' ' || given.address as name, household.id
    from jsonb_to_recordset(${wanted}::jsonb) as given(area text, address text)
    join household on household.county = ${county} and household.address = given.address
      and starts_with(household.area, given.area)`.execute(trx);
  return grouped(rows);
}
