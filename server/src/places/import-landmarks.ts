import type { landmarkImport } from '@gezhi/contract/places/index';
import { convertPoint, type Position } from '@gezhi/domain/places/index';
import type { z } from 'zod';
import type { Trx } from '../database/index.ts';
import { type FieldError, refuse, type Refusal } from '../refusal.ts';
import { type Keeper, keeps, type PlacesDeps } from './deps.ts';
import { putLandmarks, readLandmarksIn, type StoredLandmark } from './landmark-store.ts';
import { insertWords, removeWords } from './word-store.ts';
import { wordsOf } from './words.ts';

export type LandmarkImport = z.output<typeof landmarkImport>;
type NewLandmark = LandmarkImport['landmarks'][number];

export interface LandmarkCounts {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
}

/**
 * Adds or moves landmarks. One of the same kind and name in the same area is the same landmark, so that a list can be
 * sent again. A landmark without an area stands in the smallest one that holds its point.
 */
export async function importLandmarks(
  deps: Pick<PlacesDeps, 'places' | 'newId'>,
  trx: Trx,
  actor: Keeper,
  input: LandmarkImport,
): Promise<LandmarkCounts | Refusal> {
  const { county } = actor;
  const errors: FieldError[] = [];
  const wanted = new Map<string, StoredLandmark>();
  for (const [i, landmark] of input.landmarks.entries()) {
    const row = rowOf(deps, county, landmark, input.crs);
    const problem =
      deps.places.find(row.area) === undefined
        ? 'area.notFound'
        : keeps(actor, row.area)
          ? undefined
          : 'area.forbidden';
    if (problem !== undefined) errors.push({ path: `landmarks.${i}`, code: problem, params: { area: row.area } });
    wanted.set(keyOf(row), row);
  }
  if (errors.length > 0) {
    return refuse('landmark.import.invalid', { params: { count: errors.length }, errors: errors.slice(0, 100) });
  }
  const areas = [...new Set([...wanted.values()].map((row) => row.area))];
  const known = new Map((await readLandmarksIn(trx, county, areas)).map((row) => [keyOf(row), row]));
  const fresh = [...wanted].flatMap(([key, row]) => (known.has(key) ? [] : [row]));
  const changed = [...wanted].flatMap(([key, row]) => {
    const before = known.get(key);
    return before === undefined || sameLandmark(before, row) ? [] : [{ ...row, id: before.id }];
  });
  const written = [...fresh, ...changed];
  await putLandmarks(trx, written);
  await removeWords(
    trx,
    county,
    'landmark',
    changed.map((row) => row.id),
  );
  await insertWords(trx, written.flatMap(wordsOfLandmark));
  return { created: fresh.length, changed: changed.length, unchanged: wanted.size - written.length };
}

function rowOf(
  deps: Pick<PlacesDeps, 'places' | 'newId'>,
  county: string,
  landmark: NewLandmark,
  crs: LandmarkImport['crs'],
): StoredLandmark {
  const point = convertPoint(landmark.point, crs, 'WGS84');
  const { line } = landmark;
  return {
    county,
    id: deps.newId(),
    kind: landmark.kind,
    name: landmark.name,
    address: landmark.address ?? null,
    area: landmark.area ?? deps.places.locate(point)?.smallest ?? '',
    longitude: point[0],
    latitude: point[1],
    line:
      line === undefined
        ? null
        : {
            type: 'LineString',
            coordinates: line.coordinates.map(([lon = 0, lat = 0]): Position => convertPoint([lon, lat], crs, 'WGS84')),
          },
  };
}

function wordsOfLandmark({ county, id, name, address, area }: StoredLandmark) {
  return wordsOf(name, address ?? '').map((word) => ({ county, word, what: 'landmark', ref: id, area }));
}

function keyOf({ kind, area, name }: StoredLandmark): string {
  return `${kind} ${area} ${name}`;
}

function sameLandmark(a: StoredLandmark, b: StoredLandmark): boolean {
  return (
    a.address === b.address &&
    a.longitude === b.longitude &&
    a.latitude === b.latitude &&
    JSON.stringify(coordinatesOf(a.line)) === JSON.stringify(coordinatesOf(b.line))
  );
}

/** jsonb gives keys back in its own order. */
function coordinatesOf(line: unknown): unknown {
  return typeof line === 'object' && line !== null && 'coordinates' in line ? line.coordinates : null;
}
