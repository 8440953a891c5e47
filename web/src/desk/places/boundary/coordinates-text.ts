import { asMultiPolygon, type MultiPolygon, type Position } from '@gezhi/domain/places/index';
import { z } from 'zod';

const geometry = z.object({ type: z.enum(['Polygon', 'MultiPolygon']), coordinates: z.array(z.unknown()) });
const feature = z.object({ type: z.literal('Feature'), geometry });
const collection = z.object({ type: z.literal('FeatureCollection'), features: z.tuple([feature]) });

/**
 * A shape as text that is written by hand: each point `longitude, latitude` on its own line, a blank line between parts,
 * `-` at the head of a hole.
 */
export function textOf(shape: MultiPolygon): string {
  return shape.coordinates
    .map((rings) =>
      rings
        .map((ring, i) => [...(i === 0 ? [] : ['-']), ...ring.slice(0, -1).map((position) => position.join(', '))])
        .map((lines) => lines.join('\n'))
        .join('\n'),
    )
    .join('\n\n');
}

/** The shape in a text: as `textOf` writes it, or GeoJSON (a shape, a feature, a collection of one). Else the line that is wrong. */
export function shapeIn(text: string): MultiPolygon | { readonly wrongLine: number } {
  if (text.trimStart().startsWith('{')) return geoJsonIn(text) ?? { wrongLine: 1 };
  const polygons: Position[][][] = [];
  let fresh = true;
  for (const [i, line] of text.split('\n').entries()) {
    const words = line.trim();
    if (words === '') fresh = true;
    else if (words === '-') polygons.at(-1)?.push([]);
    else {
      const position = positionIn(words);
      if (position === undefined) return { wrongLine: i + 1 };
      if (fresh) polygons.push([[]]);
      fresh = false;
      polygons.at(-1)?.at(-1)?.push(position);
    }
  }
  return { type: 'MultiPolygon', coordinates: polygons.map((rings) => rings.map(closed)) };
}

/** Numbers with a comma, a Chinese comma, a tab or blanks between them. */
function positionIn(line: string): Position | undefined {
  const parts = line.split(/[\s,，;；]+/).filter((part) => part !== '');
  const [lon, lat] = parts.map(Number);
  const sound =
    parts.length === 2 && lon !== undefined && lat !== undefined && Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
  return sound ? [lon, lat] : undefined;
}

function closed(ring: readonly Position[]): readonly Position[] {
  const [first] = ring;
  const last = ring.at(-1);
  return first === undefined || (ring.length > 3 && first[0] === last?.[0] && first[1] === last[1])
    ? ring
    : [...ring, first];
}

function geoJsonIn(text: string): MultiPolygon | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const read = z.union([geometry, feature, collection]).safeParse(value);
  if (!read.success) return undefined;
  const found = read.data;
  if (found.type === 'FeatureCollection') return asMultiPolygon(found.features[0].geometry);
  return asMultiPolygon(found.type === 'Feature' ? found.geometry : found);
}
