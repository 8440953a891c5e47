import { pinyinInitials } from '../people/index.ts';

const mostBeginnings = 24;

/** Text as it is searched: no spaces or marks, one width, small letters. */
export function searched(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * Words under which a name is found by what somebody types first: every ending of it (荷塘苑3栋, 塘苑3栋, 苑3栋,
 * 3栋), its pinyin initials, and whatever else is given whole. A search then asks for words that begin with the text.
 */
export function wordsOf(name: string, ...whole: readonly string[]): readonly string[] {
  const plain = searched(name);
  const words = [...endingsOf(plain), pinyinInitials(plain), ...whole.map(searched)];
  return [...new Set(words)].filter((word) => word !== '').slice(0, mostBeginnings + 8);
}

/** Letters of a Latin word and digits of a number stay together. */
function endingsOf(text: string): string[] {
  const letters = [...text];
  const starts = letters.flatMap((letter, i) => (i > 0 && joins(letters[i - 1] ?? '', letter) ? [] : [i]));
  return starts
    .slice(0, mostBeginnings)
    .filter((start) => start === 0 || letters.length - start > 1)
    .map((start) => letters.slice(start).join(''));
}

function joins(before: string, letter: string): boolean {
  return (/\p{N}/u.test(before) && /\p{N}/u.test(letter)) || (/[a-z]/.test(before) && /[a-z]/.test(letter));
}
