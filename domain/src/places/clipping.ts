import polygonClipping from 'polygon-clipping';
import type { MultiPolygon } from './geojson.ts';

type Pairs = [number, number][][][];

/** Rounding steps tried in turn, in digits after the point: the sweep loses its way on corners that differ by a rounding error only. */
const roundings = [undefined, 9, 8, 7] as const;

/** What both hold; undefined when the two cannot be overlaid. */
export function sharedBy(a: MultiPolygon, b: MultiPolygon): MultiPolygon | undefined {
  return overlay((x, [y]) => (y === undefined ? [] : polygonClipping.intersection(x, y)), a, [b]);
}

/** What is left of one without the others; undefined when they cannot be overlaid. */
export function without(a: MultiPolygon, others: readonly MultiPolygon[]): MultiPolygon | undefined {
  return overlay((x, rest) => polygonClipping.difference(x, ...rest), a, others);
}

function overlay(
  operation: (a: Pairs, others: Pairs[]) => Pairs,
  a: MultiPolygon,
  others: readonly MultiPolygon[],
): MultiPolygon | undefined {
  for (const digits of roundings) {
    try {
      const coordinates = operation(
        pairsOf(a, digits),
        others.map((other) => pairsOf(other, digits)),
      );
      return { type: 'MultiPolygon', coordinates };
    } catch {
      // The package throws where its sweep line gets confused; a coarser rounding makes nearly equal corners equal.
    }
  }
  return undefined;
}

function pairsOf(boundary: MultiPolygon, digits: number | undefined): Pairs {
  const scale = digits === undefined ? undefined : 10 ** digits;
  const round = (value: number) => (scale === undefined ? value : Math.round(value * scale) / scale);
  return boundary.coordinates.map((polygon) =>
    polygon.map((ring) => ring.map(([lon, lat]) => [round(lon), round(lat)])),
  );
}
