import { type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely';
import { type CutPeriod, cutPeriod, type FigureView, orgView, viewFor } from '@gezhi/domain/insight/index';
import { cutToMinute, type Instant } from '@gezhi/domain/time';
import { beginsWith, type CodeColumn, type Tables, type Trx } from '../database/index.ts';
import { offsetMinutes, turned, uncounted } from './counted.ts';

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

type Sql = RawBuilder<unknown>;

/** The unit that a code falls into, by the column that holds codes of areas, and that of categories. */
function unitIn(units: FigureUnits | undefined, columns: Readonly<Record<'area' | 'category', CodeColumn>>): Sql {
  if (units === undefined || units.by === 'org') return sql`''`;
  const column = columns[units.by];
  const cut = (digits: number): Sql => sql`left(${sql.ref(column)}, ${digits}::int)`;
  const [first, ...more] = units.cuts;
  if (first === undefined) return sql`''`;
  if (more.length === 0) return cut(first.digits);
  const arms = units.cuts.map(({ base, digits }) => sql`when ${beginsWith(column, base)} then ${cut(digits)}`);
  return sql`case ${sql.join(arms, sql` `)} end`;
}

interface Asked {
  readonly county: string;
  readonly filter: FigureFilter;
  readonly now: Instant;
  readonly units: FigureUnits | undefined;
}

/** Cases counted where they lie; with bodies as units, once for each of theirs. */
function lying(trx: Trx, { county, filter, now, units }: Asked, which: RawBuilder<SqlBool>): Sql {
  // As the domain has it: what is due within this minute has not ended.
  const ended = (column: 'contact_ends' | 'handle_ends'): Sql =>
    sql`coalesce(${sql.ref(column)} < ${cutToMinute(now)}::bigint, false)`;
  const found = trx
    .selectFrom('case_file')
    .where((eb) => counted(eb, county, filter))
    .where(which)
    .select(['id', 'light', 'facts_key as key'])
    .select([
      sql`${unitIn(units, { area: 'scope_area', category: 'category' })}`.as('unit'),
      sql`coalesce(due_at < ${new Date(now).toISOString()}::timestamptz, false)`.as('overdue'),
      ended('contact_ends').as('contact'),
      ended('handle_ends').as('handle'),
    ]);
  const alike = sql`light, key, overdue, contact, handle`;
  if (units?.by !== 'org')
    return sql`select unit, ${alike}, count(*) as cases from ${found} as found group by unit, ${alike}`;
  return sql`select org as unit, ${alike}, count(distinct id) as cases from ${found} as found
    join work_order on case_id = id and work_order.county = ${county}
    where org is not null group by org, ${alike}`;
}

/** The view in which such figures are kept added up, if there is one. */
function viewOf({ areas, category = '', org }: FigureFilter, units: FigureUnits | undefined): FigureView | undefined {
  if (org !== undefined) return undefined;
  const cuts = (by: 'area' | 'category'): number[] => (units?.by === by ? units.cuts.map(({ digits }) => digits) : []);
  const digits = {
    area: Math.max(...areas.map((code) => code.length), ...cuts('area')),
    category: Math.max(category.length, ...cuts('category')),
  };
  if (units?.by !== 'org') return viewFor(digits.area, digits.category);
  return digits.area <= orgView.area && digits.category <= orgView.category ? orgView : undefined;
}

/** Areas and categories asked for, of what is added up. */
function codesIn({ areas, category }: FigureFilter): Sql {
  const within = areas.map((area) => beginsWith('area', area));
  return sql`(${sql.join(within, sql` or `)}) and ${category === undefined ? sql`true` : beginsWith('category', category)}`;
}

/** Those added up on days that the spans cover. */
const onDays = (days: CutPeriod['days']): Sql =>
  days === undefined ? sql`true` : sql`day >= ${days.from}::date and day < ${days.before}::date`;

/** What is added up, in one view and over whole spans, without what changed since it was. */
function addedUp(asked: Asked, view: FigureView, { spans, days }: CutPeriod): readonly Sql[] {
  const { county, filter, now, units } = asked;
  const codes = codesIn(filter);
  const unit = units?.by === 'org' ? sql`org` : unitIn(units, { area: 'area', category: 'category' });
  const alike = sql`light, key, overdue, contact, handle`;
  const kinds = [...new Set(spans.map(({ kind }) => kind))];
  const cells = kinds.map((kind) => {
    const begins = spans.filter((span) => span.kind === kind).map((span) => span.begins);
    return sql`select ${unit} as unit, ${alike}, sum(cases) as cases from figure_cell
      where county = ${county} and view = ${view.name} and kind = ${kind} and begins = any(${begins}::date[]) and ${codes}
      group by 1, ${alike}`;
  });
  const gone = sql`select ${unit} as unit, ${alike}, -count(*) as cases
    from figure_case ${units?.by === 'org' ? sql`cross join unnest(orgs) as org` : sql``}
    where county = ${county} and (gone or ${turned(now)}) and ${codes}
      and ${onDays(days)}
    group by 1, ${alike}`;
  return [...cells, gone];
}

const iso = (at: Instant | undefined): string | undefined =>
  at === undefined ? undefined : new Date(at).toISOString();

/** Figures in parts: what is added up, what turned or changed since, and what lies at the ends of the period, in no whole span. */
function partsOf(trx: Trx, asked: Asked): readonly Sql[] {
  const { filter, units } = asked;
  const view = viewOf(filter, units);
  if (view === undefined) return [lying(trx, asked, sql`true`)];
  const at = (text: string | undefined) => (text === undefined ? undefined : Date.parse(text));
  const period = cutPeriod({ from: at(filter.from), to: at(filter.to) }, view.days, offsetMinutes);
  if (period.spans.length === 0) return [lying(trx, asked, sql`true`)];
  const between = ({ from, to }: CutPeriod['within'], which: RawBuilder<SqlBool>): Sql =>
    lying(trx, { ...asked, filter: { ...filter, from: iso(from), to: iso(to) } }, which);
  // A case that is not uncounted lies where it was added up: many turn at one moment, and only those asked for are looked up.
  const late = sql<SqlBool>`not ${uncounted} and id in (select case_id from figure_case
    where county = ${asked.county} and not gone and ${turned(asked.now)} and ${codesIn(filter)} and ${onDays(period.days)})`;
  return [
    ...addedUp(asked, view, period),
    between(period.within, late),
    lying(trx, asked, uncounted),
    ...period.rest.map((rest) => between(rest, sql`not ${uncounted}`)),
  ];
}

/**
 * Cases by what is alike in them, with bodies as units once for each of theirs: from the cells that hold them added up, and
 * where they lie for all that the cells do not hold. One statement, so that both are of one moment.
 */
export async function readFigureGroups(
  trx: Trx,
  county: string,
  filter: FigureFilter,
  now: Instant,
  units: FigureUnits | undefined,
): Promise<readonly FigureGroup[]> {
  const parts = partsOf(trx, { county, filter, now, units });
  const { rows } = await sql<FigureGroup>`select unit, light, key, overdue, contact, handle, sum(cases)::bigint as cases
    from (${sql.join(parts, sql` union all `)}) as part
    group by unit, light, key, overdue, contact, handle having sum(cases) <> 0`.execute(trx);
  return rows;
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
