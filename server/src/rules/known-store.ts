import type { Trx } from '../database/index.ts';

/** An area as rules refer to it. */
export interface AreaLine {
  readonly code: string;
  readonly kind: string;
  readonly retired: boolean;
}

export async function listAreaLines(trx: Trx, county: string): Promise<readonly AreaLine[]> {
  const rows = await trx
    .selectFrom('area')
    .select(['code', 'kind', 'retired_at'])
    .where('county', '=', county)
    .execute();
  return rows.map(({ code, kind, retired_at: retired }) => ({ code, kind, retired: retired !== null }));
}

/** An organisation as rules refer to it. */
export interface OrganisationLine {
  readonly id: string;
  readonly name: string;
  readonly retired: boolean;
}

export async function listOrganisationLines(
  trx: Trx,
  county: string,
  ids: readonly string[],
): Promise<readonly OrganisationLine[]> {
  if (ids.length === 0) return [];
  const rows = await trx
    .selectFrom('organisation')
    .select(['id', 'name', 'retired_at'])
    .where('county', '=', county)
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return rows.map(({ id, name, retired_at: retired }) => ({ id, name, retired: retired !== null }));
}

/** Organisations that a rule names by id or by code. */
export async function listOrganisationsNamed(
  trx: Trx,
  county: string,
  named: readonly string[],
): Promise<readonly (OrganisationLine & { readonly code: string | null })[]> {
  if (named.length === 0) return [];
  const rows = await trx
    .selectFrom('organisation')
    .select(['id', 'code', 'name', 'retired_at'])
    .where('county', '=', county)
    .where((eb) => eb.or([eb('id', 'in', named), eb('code', 'in', named)]))
    .execute();
  return rows.map(({ retired_at: retired, ...row }) => ({ ...row, retired: retired !== null }));
}

/** Roles that posts have at an ISO time or later. */
export async function listHeldRoles(trx: Trx, county: string, now: string): Promise<readonly string[]> {
  const rows = await trx
    .selectFrom('post')
    .select('role')
    .distinct()
    .where('county', '=', county)
    .where((eb) => eb.or([eb('to_at', 'is', null), eb('to_at', '>', now)]))
    .execute();
  return rows.map(({ role }) => role);
}
