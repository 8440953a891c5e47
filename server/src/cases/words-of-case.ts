import type { Case } from '@gezhi/domain/cases/index';
import type { CountyRules } from './deps.ts';
import type { Worded } from './list-store.ts';
import { hasWord, searchWords } from './search-words.ts';

const wordedOf = ({ number, category, report, address }: Case): Worded => ({
  number,
  category,
  description: report.description,
  address: address ?? null,
});

const textsOf = (found: Worded, rules: Pick<CountyRules, 'category'>): readonly string[] => [
  rules.category(found.category)?.zh ?? '',
  found.description,
  found.address ?? '',
];

/** The number is found whole, and by either of its parts. */
function numberPieces(of: Worded): readonly string[] {
  const number = of.number.toLowerCase();
  return [number, ...number.split('-')];
}

/** What a case is found by: its number, and pieces of its words. */
export function wordsOfCase(found: Case, rules: Pick<CountyRules, 'category'>): readonly string[] {
  const worded = wordedOf(found);
  return [...new Set([...numberPieces(worded), ...searchWords(textsOf(worded, rules))])];
}

/** Whether all these words, as a search has them, are in the case. */
export function hasWords(found: Worded, words: readonly string[], rules: Pick<CountyRules, 'category'>): boolean {
  const texts = textsOf(found, rules);
  return words.every((word) => numberPieces(found).some((piece) => piece.startsWith(word)) || hasWord(texts, word));
}
