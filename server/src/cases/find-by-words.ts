import { sql } from 'kysely';
import { type Trx, until } from '../database/index.ts';
import type { CountyRules } from './deps.ts';
import type { Asked } from './conditions.ts';
import { listAt, type Listed, listCases, listWorded, type Paging, type Place } from './list-store.ts';
import { hasWords } from './words-of-case.ts';

type Words = Pick<CountyRules, 'category'>;

/** So few places of a word that its cases are read one by one. */
const few = 500;

/** Cases in which the word is, seen or not; undefined where it is in more places than a few. */
async function casesWith(trx: Trx, county: string, word: string): Promise<readonly string[] | undefined> {
  const rows = await trx
    .selectFrom('case_word')
    .select('case_id')
    .where('county', '=', county)
    .where('word', '>=', word)
    .where('word', '<', until(word))
    .limit(few + 1)
    .execute();
  return rows.length > few ? undefined : [...new Set(rows.map((row) => row.case_id))];
}

/** Which of these cases are in scope and have all the words. */
async function havingAll(
  trx: Trx,
  county: string,
  ids: readonly string[],
  words: readonly string[],
  rules: Words,
): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const rows = await trx
    .selectFrom('case_file')
    .select(['id', 'number', 'category', 'description', 'address'])
    .where('county', '=', county)
    .where('id', 'in', [...ids])
    .execute();
  const having = rows.filter((row) => hasWords(row, words, rules));
  return having.map(({ id }) => id);
}

/**
 * Lets the transaction find by words, and where one of those asked for is in few cases, names these beforehand: the database
 * would look up every case of each word, however rare another one is. Words that are left in the answer are all frequent.
 */
export async function findByWords(trx: Trx, asked: Asked, rules: Words): Promise<Asked> {
  const { words } = asked.search;
  if (words.length === 0) return asked;
  await sql`set local gezhi.finding = 'on'`.execute(trx);
  const { county } = asked.scope;
  for (const word of words.toSorted((a, b) => b.length - a.length)) {
    const all = await casesWith(trx, county, word);
    if (all === undefined) continue;
    const wanted = asked.filters.ids === undefined ? all : all.filter((id) => asked.filters.ids?.includes(id));
    const ids = words.length === 1 ? wanted : await havingAll(trx, county, wanted, words, rules);
    return { ...asked, search: { words: [] }, filters: { ...asked.filters, ids: [...ids] } };
  }
  return asked;
}

const monthMs = 30 * 86_400_000;

/** Cases are read to see whether frequent words are in them, at least so many at once and for each that is asked for; and at most. */
const leastRead = 400;
const readForOne = 8;
const mostRead = 2_000;

/** Of versions of the categories: whether a category ever had another name than it has in them. */
const renamed = new Map<string, boolean>();

/**
 * Whether a category was ever renamed: a case is found by the name it was filed under, which nothing but the index tells then.
 */
async function categoriesRenamed(trx: Trx, county: string): Promise<boolean> {
  const newest = await trx
    .selectFrom('rule_set')
    .select('id')
    .where('county', '=', county)
    .where('kind', '=', 'categories')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (newest === undefined) return false;
  const known = renamed.get(newest.id);
  if (known !== undefined) return known;
  const { rows } = await sql`
    select 1 from rule_set, jsonb_array_elements(body -> 'categories') as category
    where county = ${county} and kind = 'categories'
    group by category ->> 'code' having count(distinct category #>> '{name,zh}') > 1 limit 1`.execute(trx);
  if (renamed.size > 1_000) renamed.clear();
  renamed.set(newest.id, rows.length > 0);
  return rows.length > 0;
}

/** Filters by which a list is read in its order through an index; with others the cases read would have to be searched for. */
const readable: ReadonlySet<string> = new Set(['q', 'area', 'open']);

/** Whether the list without its words is read from its beginning as fast as it is long. */
function isReadable({ filters, scope }: Asked): boolean {
  // What a body may see is told by a sieve alone.
  if ((scope.orgs ?? []).length > 0) return false;
  return Object.entries(filters).every(([name, value]) => value === undefined || readable.has(name));
}

/** A page filled by reading the list from where it begins; undefined where too many would have to be read. */
async function sieveFor(trx: Trx, asked: Asked, paging: Paging, rules: Words): Promise<readonly Listed[] | undefined> {
  if (!isReadable(asked) || (await categoriesRenamed(trx, asked.scope.county))) return undefined;
  const { words } = asked.search;
  const all = { ...asked, search: { ...asked.search, words: [] } };
  const limit = Math.min(Math.max(paging.limit * readForOne, leastRead), mostRead);
  const { county } = asked.scope;
  const having: Place[] = [];
  let { after } = paging;
  for (let read = limit; read <= mostRead; read += limit) {
    const rows = await listWorded(trx, all, { ...paging, after, limit });
    for (const row of rows.slice(0, limit)) {
      if (hasWords(row, words, rules)) having.push(row);
      if (having.length > paging.limit) return listAt(trx, county, having);
    }
    if (rows.length <= limit) return listAt(trx, county, having);
    // As many as these hold, the rest of the page would be too far.
    if (having.length * mostRead < paging.limit * read) return undefined;
    const last = rows[limit - 1];
    after = last && [last.sort_key, last.id];
  }
  return undefined;
}

/**
 * A page of cases in scope: `limit` rows and one more, if there is one. Words that are left to be searched are frequent: a page
 * is mostly full after a few hundred cases of the list, and with rarer ones the newest are found within a month of where it
 * begins. Without that every case that has the words would be put in order first.
 */
export async function listFound(trx: Trx, asked: Asked, paging: Paging, rules: Words): Promise<readonly Listed[]> {
  if (asked.search.words.length === 0) return listCases(trx, asked, paging);
  const sieved = await sieveFor(trx, asked, paging, rules);
  if (sieved !== undefined) return sieved;
  if (paging.sort !== 'due') {
    const from = new Date(Date.parse(String(paging.after?.[0] ?? asked.now)) - monthMs).toISOString();
    const recent = await listCases(trx, asked, paging, from);
    if (recent.length > paging.limit) return recent;
  }
  return listCases(trx, asked, paging);
}
