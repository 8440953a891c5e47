import type { PlaceHit } from '@gezhi/contract/places/index';
import type { Trx } from '../database/index.ts';
import { readAreaRows, type StoredArea } from './area-store.ts';
import { readCentres } from './boundary-store.ts';
import { iso, type PlacesDeps } from './deps.ts';
import { readLandmarks, type StoredLandmark } from './landmark-store.ts';
import { findWords, type PlaceWord } from './word-store.ts';
import { searched } from './words.ts';

/** How many words are looked at: many names may begin alike, and the best are chosen from these. */
const mostWords = 300;

export interface PlaceSearch {
  readonly q: string;
  readonly under?: string | undefined;
  readonly limit: number;
}

/** Areas and landmarks found by a part of the name, the code or pinyin initials, the closest match first. */
export async function searchPlaces(
  deps: Pick<PlacesDeps, 'places' | 'clock'>,
  trx: Trx,
  county: string,
  search: PlaceSearch,
): Promise<PlaceHit[]> {
  const text = searched(search.q);
  if (text === '') return [];
  const words = await findWords(trx, county, text, search.under, mostWords);
  const best = bestWords(words, text);
  const refs = (what: string) => best.filter((word) => word.what === what).map((word) => word.ref);
  const areas = await readAreaRows(trx, county, refs('area'));
  const centres = await readCentres(trx, county, refs('area'), iso(deps.clock.now()));
  const landmarks = new Map((await readLandmarks(trx, county, refs('landmark'))).map((row) => [row.id, row]));
  const hits = best.flatMap(({ what, ref }) => {
    const area = what === 'area' ? areas.get(ref) : undefined;
    if (area !== undefined) return [areaHit(area, centres.get(ref))];
    const landmark = what === 'landmark' ? landmarks.get(ref) : undefined;
    return landmark === undefined ? [] : [landmarkHit(deps, landmark)];
  });
  return byNameFirst(withoutDoubles(hits), text).slice(0, search.limit);
}

/** A building is a microgrid and a landmark, a school an exclusive grid and a site: the landmark says more. */
function withoutDoubles(hits: readonly PlaceHit[]): PlaceHit[] {
  const landmarks = new Set(hits.flatMap((hit) => (hit.what === 'landmark' ? [`${hit.area} ${hit.name}`] : [])));
  return hits.filter((hit) => hit.what === 'landmark' || !landmarks.has(`${hit.area} ${hit.name}`));
}

/** What bears the text in its name comes before what is found by address, code or initials. */
function byNameFirst(hits: readonly PlaceHit[], text: string): PlaceHit[] {
  const named = (hit: PlaceHit) => (searched(hit.name).includes(text) ? 0 : 1);
  return hits.toSorted((a, b) => named(a) - named(b));
}

/** One word for each place: the one closest to the text. Ties go by word, then by where the place is. */
function bestWords(words: readonly PlaceWord[], text: string): PlaceWord[] {
  const best = new Map<string, PlaceWord>();
  for (const word of words) {
    const key = `${word.what} ${word.ref}`;
    const known = best.get(key);
    if (known === undefined || word.word.length < known.word.length) best.set(key, word);
  }
  const rank = (word: PlaceWord) => (word.word === text ? 0 : word.word.length - text.length);
  return [...best.values()].sort(
    (a, b) => rank(a) - rank(b) || compare(a.word, b.word) || a.area.length - b.area.length || compare(a.area, b.area),
  );
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function areaHit(row: StoredArea, centre: readonly [number, number] | undefined): PlaceHit {
  return {
    what: 'area',
    kind: row.kind,
    name: row.name,
    area: row.code,
    areaName: row.name,
    ...(centre === undefined ? {} : { point: [centre[0], centre[1]] }),
  };
}

function landmarkHit({ places }: Pick<PlacesDeps, 'places'>, row: StoredLandmark): PlaceHit {
  return {
    what: 'landmark',
    kind: row.kind,
    name: row.name,
    ...(row.address === null ? {} : { address: row.address }),
    area: row.area,
    areaName: places.find(row.area)?.name ?? row.area,
    point: [row.longitude, row.latitude],
  };
}
