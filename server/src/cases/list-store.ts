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

/** A page of cases in scope: `limit` rows and one more, if there is one; none that the sort has before `from`. */
export async function listCases(trx: Trx, asked: Asked, paging: Paging, from?: string): Promise<readonly Listed[]> {
  const column = sortColumns[paging.sort];
  const key = paging.sort === 'due' ? dueOrNever : sql.ref<string>(column);
  const order = paging.sort === 'due' ? 'asc' : 'desc';
  let query = trx
    .selectFrom('case_file')
    .select(['doc', 'id', 'light', key.as('sort_key')])
    .where((eb) => conditions(eb, asked))
    .$if(from !== undefined, (recent) => recent.where(column, '>=', from ?? ''));
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
    .selectAll()
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
