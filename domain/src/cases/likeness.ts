/** Pairs of neighbouring characters of a text, without spaces and punctuation. */
function pairs(text: string): ReadonlySet<string> {
  const letters = [...text.normalize('NFKC').toLowerCase()].filter((letter) => /[\p{L}\p{N}]/u.test(letter));
  return new Set(letters.slice(1).map((letter, at) => `${letters[at] ?? ''}${letter}`));
}

/** How alike two texts are, 0 to 1: pairs of characters they share, of all they have (Jaccard). Fits Chinese, which has no spaces. */
export function likeness(a: string, b: string): number {
  const left = pairs(a);
  const right = pairs(b);
  const both = [...left].filter((pair) => right.has(pair)).length;
  const all = left.size + right.size - both;
  return all === 0 ? 0 : both / all;
}

/** Whether two categories are like enough for a matter to be the same: the same one, or one above the other. */
export const likeCategory = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

export type SameReason = 'text' | 'near' | 'category' | 'time' | 'sameReporter';

/** Share of common pairs from which two texts speak for the same matter. */
const leastText = 0.2;

/** What is compared of two matters. */
export interface Alike {
  readonly text: number;
  /** Metres apart; absent where one has no place. */
  readonly metres?: number;
  readonly likeCategory: boolean;
  readonly daysApart: number;
  readonly sameReporter: boolean;
}

/**
 * Likeness of two matters, 0 to 1, with the reasons that speak for it. A proposal to a person, never a merge. What is
 * neither in like words nor of like category is another matter, however near.
 */
export function sameMatter(alike: Alike): { readonly likeness: number; readonly reasons: readonly SameReason[] } {
  const near = alike.metres === undefined ? 0 : Math.max(0, 1 - alike.metres / 300);
  const parts: readonly (readonly [SameReason, boolean, number])[] = [
    ['text', alike.text >= leastText, 0.4 * Math.min(1, alike.text * 2)],
    ['near', near > 0, 0.3 * near],
    ['category', alike.likeCategory, alike.likeCategory ? 0.15 : 0],
    ['time', alike.daysApart <= 7, 0.1 * Math.max(0, 1 - alike.daysApart / 30)],
    ['sameReporter', alike.sameReporter, alike.sameReporter ? 0.05 : 0],
  ];
  const about = alike.likeCategory || alike.text >= leastText;
  return {
    likeness: about ? parts.reduce((sum, [, , share]) => sum + share, 0) : 0,
    reasons: parts.filter(([, holds]) => holds).map(([reason]) => reason),
  };
}
