import type { Trx } from '../database/index.ts';
import { readNames } from '../people/index.ts';

const distinct = (ids: readonly (string | null | undefined)[]) => [
  ...new Set(ids.filter((id): id is string => id != null)),
];

/** Names of people, organisations and addresses of households by id, for what a list shows. */
export interface Named {
  readonly people: ReadonlyMap<string, string>;
  readonly orgs: ReadonlyMap<string, string>;
  readonly households: ReadonlyMap<string, string>;
}

async function orgNames(trx: Trx, county: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('county', '=', county)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function addresses(trx: Trx, county: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom('household')
    .select(['id', 'address'])
    .where('county', '=', county)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, address }) => [id, address]));
}

/** Reads the names that rows refer to, a statement a table. */
export async function readNamed(
  trx: Trx,
  county: string,
  rows: readonly {
    readonly person?: string | null | undefined;
    readonly org?: string | null | undefined;
    readonly household?: string | null | undefined;
  }[],
): Promise<Named> {
  return {
    people: await readNames(trx, county, distinct(rows.map(({ person }) => person))),
    orgs: await orgNames(trx, county, distinct(rows.map(({ org }) => org))),
    households: await addresses(trx, county, distinct(rows.map(({ household }) => household))),
  };
}
