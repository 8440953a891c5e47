import type { caseFilters } from '@gezhi/contract/cases/index';
import type { Case } from '@gezhi/domain/cases/index';
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { z } from 'zod';
import type { Tables, Trx } from '../database/index.ts';
import type { Position } from '../http/index.ts';

export type Filters = z.output<typeof caseFilters>;
export type Sort = 'due' | 'newest' | 'updated';

/** A listed row: what the lists show is made from the folded case. */
export interface Listed {
  readonly found: Case;
  readonly position: Position;
  readonly light: string;
}

type Build = ExpressionBuilder<Tables, 'case_file'>;

/** What a search asks, made before the query: words that must all be there, or a case number. */
export interface Search {
  readonly number?: string;
  readonly words: readonly string[];
  /** What was asked for cannot be in any case. */
  readonly nothing?: boolean;
}

/** Bodies the one who asks stands for, as body keys: what "mine" means. */
export interface Mine {
  readonly owners: readonly string[];
}

const until = (word: string): string => `${word}\uffff`;

/** Rows without a due time come last. */
const never = '9999-12-31T00:00:00.000Z';
/**
 * Exactly as in the index `case_file_by_due`. Not `coalesce`: PostgreSQL does not hold that for leakproof, and under
 * row-level security it would order by the index but never look anything up in it.
 */
const dueOrNever = sql<string>`case when due_at is null then timestamptz '9999-12-31 00:00:00+00' else due_at end`;

/** The filters as conditions on columns. Every one of them can use an index under row-level security, or is a last sieve. */
function conditions(
  eb: Build,
  county: string,
  filters: Filters,
  search: Search,
  mine: Mine,
  now: string,
): Expression<SqlBool>[] {
  const all: Expression<SqlBool>[] = [eb('county', '=', county)];
  const add = (given: unknown, make: () => Expression<SqlBool>): void => {
    if (given !== undefined) all.push(make());
  };
  add(filters.ids, () => eb('id', 'in', [...(filters.ids ?? [])]));
  add(filters.state, () => eb('state', 'in', [...(filters.state ?? [])]));
  add(filters.light, () => eb('light', 'in', [...(filters.light ?? [])]));
  add(filters.channel, () => eb('channel', 'in', [...(filters.channel ?? [])]));
  add(filters.category, () =>
    filters.itself === 'category'
      ? eb('category', '=', filters.category ?? '')
      : sql<SqlBool>`starts_with(category, ${filters.category})`,
  );
  add(filters.area, () =>
    filters.itself === 'area'
      ? eb('scope_area', '=', filters.area ?? '')
      : eb.and([eb('scope_area', '>=', filters.area ?? ''), eb('scope_area', '<', until(filters.area ?? ''))]),
  );
  add(filters.desk, () => eb('desk', '=', filters.desk ?? ''));
  add(filters.urgency, () => eb('urgency', '=', filters.urgency ?? ''));
  add(filters.kind, () => eb('kind', '=', filters.kind ?? ''));
  add(filters.level, () => eb('level', '=', filters.level ?? ''));
  add(filters.source, () => eb('source_name', '=', filters.source ?? ''));
  add(filters.from, () => eb('reported_at', '>=', filters.from ?? ''));
  add(filters.to, () => eb('reported_at', '<', filters.to ?? ''));
  add(filters.open, () => eb('closed_at', filters.open ? 'is' : 'is not', null));
  add(filters.overdue, () =>
    filters.overdue ? sql<SqlBool>`(${dueOrNever}) < ${now}` : sql<SqlBool>`(${dueOrNever}) >= ${now}`,
  );
  add(filters.mine, () =>
    filters.mine
      ? sql<SqlBool>`owes && ${[...mine.owners]}::text[]`
      : sql<SqlBool>`not owes && ${[...mine.owners]}::text[]`,
  );
  add(filters.org, () =>
    eb(
      'id',
      'in',
      eb
        .selectFrom('work_order')
        .select('work_order.case_id')
        .where('work_order.county', '=', county)
        .where('work_order.org', '=', filters.org ?? ''),
    ),
  );
  if (search.nothing === true) all.push(sql<SqlBool>`false`);
  if (search.number !== undefined) all.push(eb('number', '=', search.number));
  for (const word of search.words) {
    all.push(
      eb(
        'id',
        'in',
        eb
          .selectFrom('case_word')
          .select('case_word.case_id')
          .where('case_word.county', '=', county)
          .where('case_word.word', '>=', word)
          .where('case_word.word', '<', until(word)),
      ),
    );
  }
  return all;
}

const sortColumns = { due: 'due_at', newest: 'reported_at', updated: 'updated_at' } as const;

/** A page of cases in scope. `limit` rows and one more, if there is one. */
export async function listCases(
  trx: Trx,
  county: string,
  filters: Filters,
  search: Search,
  mine: Mine,
  now: string,
  paging: { readonly sort: Sort; readonly after?: Position | undefined; readonly limit: number },
): Promise<readonly Listed[]> {
  const column = sortColumns[paging.sort];
  const key = paging.sort === 'due' ? dueOrNever : sql.ref<string>(column);
  const order = paging.sort === 'due' ? 'asc' : 'desc';
  let query = trx
    .selectFrom('case_file')
    .select(['doc', 'id', 'light', key.as('sort_key')])
    .where((eb) => eb.and(conditions(eb, county, filters, search, mine, now)));
  const [at, id] = (paging.after ?? []) as [string?, string?];
  // Behind "never" the planner would expect no row, and read all there are to find it.
  const amongNever = paging.sort === 'due' && at === never;
  if (amongNever) query = query.where('due_at', 'is', null).where('id', '>', id ?? '');
  else if (paging.after) {
    query = query.where(
      order === 'asc'
        ? sql<SqlBool>`(${key}, id) > (${at}::timestamptz, ${id})`
        : sql<SqlBool>`(${key}, id) < (${at}::timestamptz, ${id})`,
    );
  }
  const rows = await query
    .$if(!amongNever, (sorted) => sorted.orderBy(key, order))
    .orderBy('id', order)
    .limit(paging.limit + 1)
    .execute();
  return rows.map((row) => ({ found: row.doc as Case, light: row.light, position: [row.sort_key, row.id] }));
}

/**
 * Cases counted, and drawn on the map, at most: under row-level security each costs two microseconds, and nobody reads a
 * list to the ten thousandth row.
 */
export const mostCounted = 10_000;

/** How many there are; one more than `mostCounted` where there are more. */
export async function countCases(
  trx: Trx,
  county: string,
  filters: Filters,
  search: Search,
  mine: Mine,
  now: string,
): Promise<number> {
  const row = await trx
    .selectFrom(
      trx
        .selectFrom('case_file')
        .select('id')
        .where((eb) => eb.and(conditions(eb, county, filters, search, mine, now)))
        .limit(mostCounted + 1)
        .as('counted'),
    )
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

export interface MapPoint {
  readonly id: string;
  readonly number: string;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly light: string;
  readonly category: string;
}

/** The points of the same cases as the list; where there are more than are counted, of the newest, and one more. */
export async function listPoints(
  trx: Trx,
  county: string,
  filters: Filters,
  search: Search,
  mine: Mine,
  now: string,
): Promise<readonly MapPoint[]> {
  return trx
    .selectFrom('case_file')
    .select(['id', 'number', 'longitude', 'latitude', 'light', 'category'])
    .where((eb) => eb.and(conditions(eb, county, filters, search, mine, now)))
    .orderBy('reported_at', 'desc')
    .limit(mostCounted + 1)
    .execute();
}

/** The facts of the cases the filters hold, for telling which of them stand in a rate. */
export async function listFacts(
  trx: Trx,
  county: string,
  filters: Filters,
  search: Search,
  mine: Mine,
  now: string,
): Promise<readonly { id: string; facts: unknown }[]> {
  return trx
    .selectFrom('case_file')
    .select(['id', 'facts'])
    .where((eb) => eb.and(conditions(eb, county, filters, search, mine, now)))
    .execute();
}

/** Cases by id, in scope, newest first. */
export async function listByIds(trx: Trx, county: string, ids: readonly string[]): Promise<readonly Listed[]> {
  if (ids.length === 0) return [];
  const rows = await trx
    .selectFrom('case_file')
    .select(['doc', 'id', 'light', 'reported_at'])
    .where('county', '=', county)
    .where('id', 'in', [...ids])
    .orderBy('reported_at', 'desc')
    .execute();
  return rows.map((row) => ({ found: row.doc as Case, light: row.light, position: [row.reported_at, row.id] }));
}

/** Open cases in a box around a point, reported since an instant. */
export async function listNear(
  trx: Trx,
  county: string,
  box: { readonly west: number; readonly south: number; readonly east: number; readonly north: number },
  since: string,
): Promise<readonly Case[]> {
  const rows = await trx
    .selectFrom('case_file')
    .select('doc')
    .where('county', '=', county)
    .where('closed_at', 'is', null)
    .where('latitude', '>=', box.south)
    .where('latitude', '<=', box.north)
    .where('longitude', '>=', box.west)
    .where('longitude', '<=', box.east)
    .where('reported_at', '>=', since)
    .where('quarantined', '=', false)
    .limit(200)
    .execute();
  return rows.map((row) => row.doc as Case);
}

/** Numbers of cases by id, where in scope. */
export async function numbersOf(
  trx: Trx,
  county: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom('case_file')
    .select(['id', 'number'])
    .where('county', '=', county)
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row.number]));
}

/** Open cases for the public map. */
export async function listPublic(trx: Trx, county: string, area: string | undefined) {
  return trx
    .selectFrom('public_case')
    .selectAll()
    .where('county', '=', county)
    .$if(area !== undefined, (query) => query.where('area', '>=', area ?? '').where('area', '<', until(area ?? '')))
    .orderBy('reported_at', 'desc')
    .limit(5000)
    .execute();
}

/** Supervision orders to or over the asker's desks, newest first. */
export async function listOrders(
  trx: Trx,
  county: string,
  open: boolean | undefined,
  after: Position | undefined,
  limit: number,
): Promise<readonly { case_id: string; order_id: string; ordered_at: string }[]> {
  let query = trx
    .selectFrom('supervision_order')
    .select(['case_id', 'order_id', 'ordered_at'])
    .where('county', '=', county);
  if (open === true) query = query.where('answered_at', 'is', null);
  if (open === false) query = query.where('answered_at', 'is not', null);
  if (after) {
    const [at, id, order] = after as [string, string, string];
    query = query.where(sql<SqlBool>`(ordered_at, case_id, order_id) < (${at}::timestamptz, ${id}, ${order})`);
  }
  return query
    .orderBy('ordered_at', 'desc')
    .orderBy('case_id', 'desc')
    .orderBy('order_id', 'desc')
    .limit(limit + 1)
    .execute();
}

/** Clocks due by now across a county's cases, earliest first. */
export async function listDueCases(trx: Trx, county: string, now: string, limit: number): Promise<readonly string[]> {
  const rows = await trx
    .selectFrom('case_clock')
    .select((eb) => ['case_id', eb.fn.min('due_at').as('first')])
    .where('county', '=', county)
    .where('due_at', '<=', now)
    .groupBy('case_id')
    .orderBy('first')
    .limit(limit)
    .execute();
  return rows.map((row) => row.case_id);
}
