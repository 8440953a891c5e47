import type { Case } from '@gezhi/domain/cases/index';
import { sql } from 'kysely';
import { type Trx, until } from '../database/index.ts';
import type { CountyRules } from './deps.ts';
import type { Asked } from './conditions.ts';
import { hasWords } from './words-of-case.ts';

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
  rules: Pick<CountyRules, 'category'>,
): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const rows = await trx
    .selectFrom('case_file')
    .select(['id', 'doc'])
    .where('county', '=', county)
    .where('id', 'in', [...ids])
    .execute();
  const having = rows.filter(({ doc }) => hasWords(doc as Case, words, rules));
  return having.map(({ id }) => id);
}

/**
 * Lets the transaction find by words, and where one of those asked for is in few cases, names these beforehand: the database
 * would look up every case of each word, however rare another one is. Words that are left in the answer are all frequent.
 */
export async function findByWords(trx: Trx, asked: Asked, rules: Pick<CountyRules, 'category'>): Promise<Asked> {
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
