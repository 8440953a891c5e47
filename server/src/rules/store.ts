import type { RuleKind, RuleVersion } from '@gezhi/domain/rules/index';
import type { Selectable } from 'kysely';
import type { RuleSetTable, Trx } from '../database/index.ts';

/** A version as it is read. */
export type RuleRow = Selectable<RuleSetTable>;

/** What tells a version from others. */
export interface VersionHead extends RuleVersion {
  readonly kind: RuleKind;
  readonly id: string;
}

/** A version as lists show it: all but the body. */
export type RuleHead = Omit<RuleRow, 'body'>;

const head = ['county', 'kind', 'version', 'id', 'valid_from', 'note', 'created_at', 'created_by'] as const;

/** Every version of every kind, without bodies: a few dozen rows. */
export async function listVersions(trx: Trx, county: string): Promise<readonly VersionHead[]> {
  const rows = await trx
    .selectFrom('rule_set')
    .select(['kind', 'version', 'id', 'valid_from'])
    .where('county', '=', county)
    .execute();
  return rows.map(({ valid_from, kind, ...row }) => ({
    ...row,
    kind: kind as RuleKind,
    validFrom: Date.parse(valid_from),
  }));
}

/** Bodies by id of the version. */
export async function readBodies(
  trx: Trx,
  county: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom('rule_set')
    .select(['id', 'body'])
    .where('county', '=', county)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, body }) => [id, body]));
}

/** Versions of all kinds or of one, by kind and newest first. */
export async function listHeads(trx: Trx, county: string, kind?: RuleKind): Promise<readonly RuleHead[]> {
  let query = trx.selectFrom('rule_set').select(head).where('county', '=', county);
  if (kind !== undefined) query = query.where('kind', '=', kind);
  return query.orderBy('kind').orderBy('version', 'desc').execute();
}

export async function findVersion(
  trx: Trx,
  county: string,
  kind: RuleKind,
  version: number,
): Promise<RuleRow | undefined> {
  return trx
    .selectFrom('rule_set')
    .selectAll()
    .where('county', '=', county)
    .where('kind', '=', kind)
    .where('version', '=', version)
    .executeTakeFirst();
}

/** Number of the newest version of a kind; 0 where there is none. */
export async function lastVersion(trx: Trx, county: string, kind: RuleKind): Promise<number> {
  const row = await trx
    .selectFrom('rule_set')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('county', '=', county)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return row?.version ?? 0;
}

/** Adds a version, unless somebody else just gave that number. Answers whether it did. */
export async function insertVersion(trx: Trx, row: RuleRow): Promise<boolean> {
  const result = await trx
    .insertInto('rule_set')
    .values({ ...row, body: JSON.stringify(row.body) })
    .onConflict((on) => on.columns(['county', 'kind', 'version']).doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
