import type { Case } from '@gezhi/domain/cases/index';
import type { CountyRules } from './deps.ts';
import { searchWords } from './search-words.ts';

/** What a case is found by: its number, and pieces of its words. */
export function wordsOfCase(found: Case, rules: Pick<CountyRules, 'category'>): readonly string[] {
  const category = rules.category(found.category)?.zh ?? '';
  // The number is found whole, and by either of its parts.
  const number = found.number.toLowerCase();
  return [
    ...new Set([
      number,
      ...number.split('-'),
      ...searchWords([category, found.report.description, found.address ?? '']),
    ]),
  ];
}

/** Whether all these words, as a search has them, are in the case. */
export function hasWords(found: Case, words: readonly string[], rules: Pick<CountyRules, 'category'>): boolean {
  const pieces = wordsOfCase(found, rules);
  return words.every((word) => pieces.some((piece) => piece.startsWith(word)));
}
