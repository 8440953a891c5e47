import type { StoredArea } from './area-store.ts';
import type { PlaceWord } from './word-store.ts';
import { wordsOf } from './words.ts';

/** Words by which a live area is found: its name, its code, and the part of the code below the county. */
export function wordsOfArea({ county, code, name }: Pick<StoredArea, 'county' | 'code' | 'name'>): PlaceWord[] {
  return wordsOf(name, code, code.slice(6)).map((word) => ({ county, word, what: 'area', ref: code, area: code }));
}
