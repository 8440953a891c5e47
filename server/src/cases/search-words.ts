import { pinyin } from 'pinyin-pro';

/**
 * How a case is found by any part of its words, by equality and ranges alone: from every place in the text the next few
 * characters are kept, so that whatever somebody types is the beginning of one of them. Word cutters were tried first;
 * they cut 门口路灯不亮 after 路.
 */
const pieceLength = 6;
const mostPieces = 80;
const run = /[\p{L}\p{N}]+/gu;

const tidy = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Runs of letters and digits without what stands between. */
const runsOf = (text: string): readonly string[] => tidy(text).match(run) ?? [];

function piecesOf(text: string): readonly string[] {
  const letters = [...text];
  return letters.map((_, at) => letters.slice(at, at + pieceLength).join(''));
}

const han = /\p{Script=Han}/u;

/** Latin words and numbers are found from their beginning, Chinese from any character. */
const textPieces = (text: string): readonly string[] =>
  runsOf(text).flatMap((one) => (han.test(one) ? piecesOf(one) : [one.slice(0, 40)]));

/** Pinyin initials from each character on: `ldbl` for 路灯不亮. */
function initialPieces(text: string): readonly string[] {
  return runsOf(text)
    .filter((one) => han.test(one))
    .flatMap((one) =>
      piecesOf(pinyin(one, { pattern: 'first', toneType: 'none', type: 'array' }).join('').toLowerCase()),
    )
    .filter((piece) => piece.length > 1);
}

const joined = (texts: readonly string[]): string => texts.join(' ').slice(0, 400);

/** What a case is found by: pieces of its words, then of their initials; never more than a bounded number of rows. */
export function searchWords(texts: readonly string[]): readonly string[] {
  const text = joined(texts);
  return [...new Set([...textPieces(text).slice(0, mostPieces), ...initialPieces(text).slice(0, mostPieces)])];
}

/** Whether what somebody looks for is the beginning of one of `searchWords`; told without initials where it has none. */
export function hasWord(texts: readonly string[], word: string): boolean {
  const text = joined(texts);
  const begins = (piece: string) => piece.startsWith(word);
  if (textPieces(text).slice(0, mostPieces).some(begins)) return true;
  return !han.test(word) && initialPieces(text).slice(0, mostPieces).some(begins);
}

/** What somebody looks for, as beginnings of pieces that must all be there. */
export function queryWords(query: string): readonly string[] {
  const asked = runsOf(query).flatMap((one) => {
    const letters = [...one];
    if (!han.test(one)) return [letters.slice(0, letters.length <= pieceLength ? pieceLength : 40).join('')];
    return letters.flatMap((_, at) => (at % pieceLength === 0 ? [letters.slice(at, at + pieceLength).join('')] : []));
  });
  return [...new Set(asked)].slice(0, 8);
}
