import { prefixRange } from '@gezhi/domain/places/index';
import { sql } from 'kysely';
import type { Trx } from '../database/index.ts';

/** One word of a place: an area (`ref` is its code) or a landmark (its id). */
export interface PlaceWord {
  readonly county: string;
  readonly word: string;
  readonly what: string;
  readonly ref: string;
  readonly area: string;
}

const rowsAtOnce = 1_000;
/** The highest character there is: everything that begins with a text lies before it. */
const afterAll = '\u{10FFFF}';

export async function insertWords(trx: Trx, words: readonly PlaceWord[]): Promise<void> {
  for (let from = 0; from < words.length; from += rowsAtOnce) {
    await trx
      .insertInto('place_word')
      .values(words.slice(from, from + rowsAtOnce))
      .execute();
  }
}

export async function removeWords(trx: Trx, county: string, what: string, refs: readonly string[]): Promise<void> {
  if (refs.length === 0) return;
  await trx
    .deleteFrom('place_word')
    .where('county', '=', county)
    .where('what', '=', what)
    .where('ref', 'in', refs)
    .execute();
}

/** Words that begin with a text, the shortest first. */
export async function findWords(
  trx: Trx,
  county: string,
  beginning: string,
  under: string | undefined,
  limit: number,
): Promise<readonly PlaceWord[]> {
  let query = trx
    .selectFrom('place_word')
    .selectAll()
    .where('county', '=', county)
    .where('word', '>=', beginning)
    .where('word', '<', beginning + afterAll);
  if (under !== undefined) {
    const { from, before } = prefixRange(under);
    query = query.where('area', '>=', from).where('area', '<', before);
  }
  return query.orderBy(sql`char_length(word)`).orderBy('word').limit(limit).execute();
}
