import type { Case } from '@gezhi/domain/cases/index';
import type { CountyRules } from './deps.ts';
import { hasWord, searchWords } from './search-words.ts';

const textsOf = (found: Case, rules: Pick<CountyRules, 'category'>): readonly string[] => [
  rules.category(found.category)?.zh ?? '',
  found.report.description,
  found.address ?? '',
];

/** The number is found whole, and by either of its parts. */
function numberPieces(found: Case): readonly string[] {
  const number = found.number.toLowerCase();
  return [number, ...number.split('-')];
}

/** What a case is found by: its number, and pieces of its words. */
export function wordsOfCase(found: Case, rules: Pick<CountyRules, 'category'>): readonly string[] {
  return [...new Set([...numberPieces(found), ...searchWords(textsOf(found, rules))])];
}

/** Whether all these words, as a search has them, are in the case. */
export function hasWords(found: Case, words: readonly string[], rules: Pick<CountyRules, 'category'>): boolean {
  const texts = textsOf(found, rules);
  return words.every((word) => numberPieces(found).some((piece) => piece.startsWith(word)) || hasWord(texts, word));
}
