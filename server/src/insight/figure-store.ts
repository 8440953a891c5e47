import { type Expression, type SqlBool, sql } from 'kysely';
import { beginsWith, type Trx } from '../database/index.ts';

/** Which cases are counted. Areas and categories are prefixes. */
export interface FigureFilter {
  /** Any of these areas. */
  readonly areas: readonly string[];
  readonly category?: string | undefined;
  readonly org?: string | undefined;
  /** ISO times: reported from this one on, and before that one. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** What figures read of a case. */
export interface FigureRow {
  readonly id: string;
  /** When it was reported, to the microsecond. */
  readonly reported: string;
  readonly scope_area: string;
  readonly category: string;
  readonly state: string;
  readonly light: string;
  readonly due_at: string | null;
  readonly facts: unknown;
}

/** Where a page ended. */
export type FigurePlace = Pick<FigureRow, 'reported' | 'id'>;

/** The next cases, the newest first: a month's stand together, whatever was reported before. */
export async function readFigureRows(
  trx: Trx,
  county: string,
  filter: FigureFilter,
  after: FigurePlace | undefined,
  limit: number,
): Promise<readonly FigureRow[]> {
  return trx
    .selectFrom('case_file')
    .select(['id', 'scope_area', 'category', 'state', 'light', 'due_at', 'facts'])
    .select(sql<string>`reported_at::text`.as('reported'))
    .where('county', '=', county)
    .where((eb) => {
      const all: Expression<SqlBool>[] = [eb.or(filter.areas.map((area) => beginsWith('scope_area', area)))];
      if (filter.category !== undefined) all.push(beginsWith('category', filter.category));
      if (filter.from !== undefined) all.push(eb('reported_at', '>=', filter.from));
      if (filter.to !== undefined) all.push(eb('reported_at', '<', filter.to));
      if (after !== undefined) {
        const at = sql<string>`${after.reported}::timestamptz`;
        all.push(eb('reported_at', '<=', at), eb.or([eb('reported_at', '<', at), eb('id', '>', after.id)]));
      }
      const { org } = filter;
      if (org !== undefined) {
        const orders = eb.selectFrom('work_order').select('work_order.case_id');
        all.push(eb('id', 'in', orders.where('work_order.county', '=', county).where('work_order.org', '=', org)));
      }
      return eb.and(all);
    })
    .orderBy('reported_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** The organisations with a work order on each of these cases. */
export async function readOrgsOn(
  trx: Trx,
  county: string,
  cases: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  if (cases.length === 0) return found;
  const rows = await trx
    .selectFrom('work_order')
    .select(['case_id', 'org'])
    .distinct()
    .where('county', '=', county)
    .where('case_id', 'in', cases)
    .where('org', 'is not', null)
    .execute();
  for (const { case_id: id, org } of rows) if (org !== null) found.set(id, [...(found.get(id) ?? []), org]);
  return found;
}

/** Names of organisations by id. */
export async function readOrgNames(
  trx: Trx,
  county: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('county', '=', county)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
