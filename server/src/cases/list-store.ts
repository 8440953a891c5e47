import type { Case } from '@gezhi/domain/cases/index';
import { type SqlBool, sql } from 'kysely';
import { beginsWith, type Trx } from '../database/index.ts';
import type { Position } from '../http/index.ts';
import { type Asked, conditions, dueOrNever } from './conditions.ts';

export type Sort = 'due' | 'newest' | 'updated';

/** A listed row: what the lists show is made from the folded case. */
export interface Listed {
  readonly found: Case;
  readonly position: Position;
  readonly light: string;
}

/** Rows without a due time come last. */
const never = '9999-12-31T00:00:00.000Z';

const sortColumns = { due: 'due_at', newest: 'reported_at', updated: 'updated_at' } as const;

/** Which page of a list. */
export interface Paging {
  readonly sort: Sort;
  readonly after?: Position | undefined;
  readonly limit: number;
}

/** What orders a list. Ids break ties, the same way. */
const orderOf = (sort: Sort) =>
  ({
    key: sort === 'due' ? dueOrNever : sql.ref<string>(sortColumns[sort]),
    order: sort === 'due' ? 'asc' : 'desc',
  }) as const;

/** Where rows of a page are, in scope: `limit` and one more, if there is one; none that the sort has before `from`. */
function pageIn(trx: Trx, asked: Asked, paging: Paging, from?: string) {
  const { key, order } = orderOf(paging.sort);
  let query = trx
    .selectFrom('case_file')
    .select(['id', 'light', key.as('sort_key')])
    .where((eb) => conditions(eb, asked))
    .$if(from !== undefined, (recent) => recent.where(sortColumns[paging.sort], '>=', from ?? ''));
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
  return query
    .$if(!amongNever, (sorted) => sorted.orderBy(key, order))
    .orderBy('id', order)
    .limit(paging.limit + 1);
}

/** A page of cases in scope: `limit` rows and one more, if there is one; none that the sort has before `from`. */
export async function listCases(trx: Trx, asked: Asked, paging: Paging, from?: string): Promise<readonly Listed[]> {
  const rows = await pageIn(trx, asked, paging, from).select('doc').execute();
  return rows.map((row) => ({ found: row.doc as Case, light: row.light, position: [row.sort_key, row.id] }));
}

/** A row of a list before it is known whether it is wanted: the folded case is many times as long. */
export interface Place {
  readonly id: string;
  readonly light: string;
  readonly sort_key: string;
}

/** What a case is found by, as its columns have it. */
export interface Worded {
  readonly number: string;
  readonly category: string;
  readonly description: string;
  readonly address: string | null;
}

/** The same as `listCases`, with what a case is found by instead of the case. */
export async function listWorded(trx: Trx, asked: Asked, paging: Paging): Promise<readonly (Place & Worded)[]> {
  return pageIn(trx, asked, paging).select(['number', 'category', 'description', 'address']).execute();
}

/** The cases of these rows, in their order. */
export async function listAt(trx: Trx, county: string, places: readonly Place[]): Promise<readonly Listed[]> {
  if (places.length === 0) return [];
  const ids = places.map(({ id }) => id);
  const rows = await trx
    .selectFrom('case_file')
    .select(['id', 'doc'])
    .where('county', '=', county)
    .where('id', 'in', ids)
    .execute();
  const docs = new Map(rows.map(({ id, doc }) => [id, doc as Case]));
  return places.flatMap(({ id, light, sort_key }) => {
    const found = docs.get(id);
    return found === undefined ? [] : [{ found, light, position: [sort_key, id] }];
  });
}

/**
 * Cases counted, and drawn on the map, at most: under row-level security each costs two microseconds, and nobody reads a
 * list to the ten thousandth row.
 */
export const mostCounted = 10_000;
/** The same where words are looked for: how many have them is known only once all of them were looked at. */
const mostFound = 1_000;

/** How far is counted. */
export const countedTo = ({ search }: Pick<Asked, 'search'>): number =>
  search.words.length > 0 ? mostFound : mostCounted;

async function countUpTo(trx: Trx, asked: Asked, most: number): Promise<number> {
  const row = await trx
    .selectFrom(
      trx
        .selectFrom('case_file')
        .select('id')
        .where((eb) => conditions(eb, asked))
        .limit(most)
        .as('counted'),
    )
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** How many there are; one more than `countedTo` where there are more. */
export async function countCases(trx: Trx, asked: Asked): Promise<number> {
  const most = countedTo(asked) + 1;
  // A frequent word: a few thousand of its places mostly hold more than are counted, and the others need not be read.
  if (asked.search.words.length === 1) {
    const among = await countUpTo(trx, { ...asked, search: { ...asked.search, places: 4 * most } }, most);
    if (among === most) return most;
  }
  return countUpTo(trx, asked, most);
}

/**
 * The first page of a list without words, and how many cases it has, one more than are counted where there are more. Up to
 * so many are read once for both; of more the page is read by an index in its order.
 */
export async function listAndCount(
  trx: Trx,
  asked: Asked,
  paging: Paging,
): Promise<{ readonly rows: readonly Listed[]; readonly count: number }> {
  const { key, order } = orderOf(paging.sort);
  const places = await trx
    .with(
      (cte) => cte('held').materialized(),
      (db) =>
        db
          .selectFrom('case_file')
          .select(['id', 'light', key.as('sort_key')])
          .where((eb) => conditions(eb, asked))
          .limit(mostCounted + 1),
    )
    .with('counted', (db) => db.selectFrom('held').select((eb) => eb.fn.countAll<number>().as('count')))
    .selectFrom('counted')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('held')
          .select(['id', 'light', 'sort_key'])
          .whereRef('counted.count', '<=', sql.lit(mostCounted))
          .orderBy('sort_key', order)
          .orderBy('id', order)
          .limit(paging.limit + 1)
          .as('page'),
      (join) => join.onTrue(),
    )
    .select(['count', 'page.id', 'page.light', 'page.sort_key'])
    .execute();
  const count = places[0]?.count ?? 0;
  if (count > mostCounted) return { rows: await listCases(trx, asked, paging), count };
  const held = places.flatMap(({ id, light, sort_key }) =>
    id === null || light === null || sort_key === null ? [] : [{ id, light, sort_key }],
  );
  return { rows: await listAt(trx, asked.scope.county, held), count };
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
export async function listPoints(trx: Trx, asked: Asked): Promise<readonly MapPoint[]> {
  return trx
    .selectFrom('case_file')
    .select(['id', 'number', 'longitude', 'latitude', 'light', 'category'])
    .where((eb) => conditions(eb, asked))
    .orderBy('reported_at', 'desc')
    .limit(mostCounted + 1)
    .execute();
}

/** The facts of the cases the filters hold, for telling which of them stand in a rate. */
export async function listFacts(trx: Trx, asked: Asked): Promise<readonly { id: string; facts: unknown }[]> {
  return trx
    .selectFrom('case_file')
    .select(['id', 'facts'])
    .where((eb) => conditions(eb, asked))
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
    .select(['id', 'number', 'category', 'state', 'area', 'longitude', 'latitude', 'reported_at', 'supporters'])
    .where('county', '=', county)
    .$if(area !== undefined, (query) => query.where(beginsWith('area', area ?? '')))
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
