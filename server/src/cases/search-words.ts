import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { pinyin } from 'pinyin-pro';

let jieba: Jieba | undefined;
/** The dictionary takes a moment to load, so the first search or report brings it in. */
const cutter = (): Jieba => (jieba ??= Jieba.withDict(dict));

const mostWords = 60;
const mostInitials = 8;
const word = /[\p{L}\p{N}]/u;

/** Words of a text as search knows them, lower case, without punctuation. */
export function wordsOf(text: string): readonly string[] {
  const cut = cutter().cutForSearch(text.toLowerCase().normalize('NFKC'), true);
  return [...new Set(cut.filter((one) => word.test(one)).map((one) => one.trim().slice(0, 40)))];
}

/** Pinyin initials from each word on: `ldbl` from 路灯不亮, so that a prefix of it finds the case. */
function initialsFrom(text: string): readonly string[] {
  const letters = pinyin(text.normalize('NFKC').slice(0, 200), { pattern: 'first', toneType: 'none', type: 'array' })
    .map((one) => one.toLowerCase())
    .join('')
    .replace(/[^a-z0-9]+/g, ' ');
  const runs = letters.split(' ').filter((run) => run.length > 1);
  return [...new Set(runs.flatMap((run) => [...run].map((_, at) => run.slice(at, at + mostInitials))))].filter((run) => run.length > 1);
}

/** What a case is found by: words, then initials; never more than a bounded number of rows. */
export function searchWords(texts: readonly string[]): readonly string[] {
  const text = texts.join(' ');
  return [...new Set([...wordsOf(text).slice(0, mostWords), ...initialsFrom(text).slice(0, mostWords)])];
}

/** What somebody looks for, as words that must all be there; each may be the beginning of a longer one. */
export function queryWords(query: string): readonly string[] {
  return wordsOf(query).slice(0, 8);
}
