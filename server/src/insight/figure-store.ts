import { type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely';
import { cutToMinute, type Instant } from '@gezhi/domain/time';
import { beginsWith, type Tables, type Trx } from '../database/index.ts';

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

/** How cases stand in units: by the first so many digits of a code under each base, or by the bodies with a work order. */
export type FigureUnits =
  | {
      readonly by: 'area' | 'category';
      readonly cuts: readonly { readonly base: string; readonly digits: number }[];
    }
  | { readonly by: 'org' };

/** Cases that are alike for every figure. */
export interface FigureGroup {
  /** Code or id of the unit. */
  readonly unit: string;
  readonly light: string;
  readonly overdue: boolean;
  /** As `factsFromKey` reads it, with the running clocks that have ended. */
  readonly key: string;
  readonly contact: boolean;
  readonly handle: boolean;
  readonly cases: number;
}

type Build = ExpressionBuilder<Tables, 'case_file'>;

function counted(eb: Build, county: string, filter: FigureFilter): Expression<SqlBool> {
  const all: Expression<SqlBool>[] = [
    eb('case_file.county', '=', county),
    eb.or(filter.areas.map((area) => beginsWith('scope_area', area))),
  ];
  if (filter.category !== undefined) all.push(beginsWith('category', filter.category));
  if (filter.from !== undefined) all.push(eb('reported_at', '>=', filter.from));
  if (filter.to !== undefined) all.push(eb('reported_at', '<', filter.to));
  const { org } = filter;
  if (org !== undefined) {
    const orders = eb.selectFrom('work_order').select('work_order.case_id');
    all.push(eb('id', 'in', orders.where('work_order.county', '=', county).where('work_order.org', '=', org)));
  }
  return eb.and(all);
}

/** Where a case stands by the code in its column. */
function unitIn({ by, cuts }: Exclude<FigureUnits, { by: 'org' }>): RawBuilder<string> {
  const column = by === 'area' ? 'scope_area' : 'category';
  const cut = (digits: number) => sql<string>`left(${sql.ref(column)}, ${digits}::int)`;
  const [first, ...more] = cuts;
  if (first === undefined) return sql<string>`''`;
  if (more.length === 0) return cut(first.digits);
  const arms = cuts.map(({ base, digits }) => sql`when ${beginsWith(column, base)} then ${cut(digits)}`);
  return sql<string>`case ${sql.join(arms, sql` `)} end`;
}

/** Cases counted where they lie, by what is alike in them; with bodies as units, once for each of theirs. */
export async function readFigureGroups(
  trx: Trx,
  county: string,
  filter: FigureFilter,
  now: Instant,
  units: FigureUnits | undefined,
): Promise<readonly FigureGroup[]> {
  // As the domain has it: what is due within this minute has not ended.
  const ended = (column: 'contact_ends' | 'handle_ends') =>
    sql<boolean>`coalesce(${sql.ref(column)} < ${cutToMinute(now)}, false)`;
  const overdue = sql<boolean>`coalesce(due_at < ${new Date(now).toISOString()}::timestamptz, false)`;
  const alike = trx
    .selectFrom('case_file')
    .where((eb) => counted(eb, county, filter))
    .select(['light', 'facts_key as key'])
    .select([overdue.as('overdue'), ended('contact_ends').as('contact'), ended('handle_ends').as('handle')]);
  if (units?.by !== 'org') {
    const unit = units === undefined ? sql<string>`''` : unitIn(units);
    return alike
      .select((eb) => [unit.as('unit'), eb.fn.countAll<number>().as('cases')])
      .groupBy(['unit', 'light', 'overdue', 'key', 'contact', 'handle'])
      .execute();
  }
  return alike
    .innerJoin('work_order', (join) => join.onRef('case_id', '=', 'id').on('work_order.county', '=', county))
    .where('work_order.org', 'is not', null)
    .select((eb) => [eb.ref('work_order.org').$notNull().as('unit'), eb.fn.count<number>('id').distinct().as('cases')])
    .groupBy(['unit', 'light', 'overdue', 'key', 'contact', 'handle'])
    .execute();
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
