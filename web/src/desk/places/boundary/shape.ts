import type { MultiPolygon, Position } from '@gezhi/domain/places/index';

/** One point of a boundary: polygon, ring (0 is the outer one), and which of its points. */
export interface PointAt {
  readonly polygon: number;
  readonly ring: number;
  readonly index: number;
}

/** Nothing drawn yet. */
export const emptyShape: MultiPolygon = { type: 'MultiPolygon', coordinates: [] };

/** Every point of every ring once: the last of a ring repeats the first and is left out. */
export function pointsOf(shape: MultiPolygon): readonly { readonly at: PointAt; readonly position: Position }[] {
  return shape.coordinates.flatMap((rings, polygon) =>
    rings.flatMap((positions, ring) =>
      positions.slice(0, -1).map((position, index) => ({ at: { polygon, ring, index }, position })),
    ),
  );
}

/** A ring with its open points replaced; closed again. Without three points there is no ring any more. */
function withRing(
  shape: MultiPolygon,
  { polygon, ring }: Pick<PointAt, 'polygon' | 'ring'>,
  change: (open: readonly Position[]) => readonly Position[],
): MultiPolygon {
  const coordinates = shape.coordinates.flatMap((rings, p) => {
    if (p !== polygon) return [rings];
    const changed = rings.flatMap((positions, r) => {
      if (r !== ring) return [positions];
      const open = change(positions.slice(0, -1));
      const [first] = open;
      return first === undefined || open.length < 3 ? [] : [[...open, first]];
    });
    // A polygon goes with its outer ring; a hole alone goes by itself.
    return changed.length === 0 || (ring === 0 && changed.length < rings.length) ? [] : [changed];
  });
  return { type: 'MultiPolygon', coordinates };
}

export function movePoint(shape: MultiPolygon, at: PointAt, to: Position): MultiPolygon {
  return withRing(shape, at, (open) => open.with(at.index, to));
}

/** Puts a point after another. */
export function addPoint(shape: MultiPolygon, after: PointAt, position: Position): MultiPolygon {
  return withRing(shape, after, (open) => open.toSpliced(after.index + 1, 0, position));
}

/** Takes a point out; the third last takes its ring with it. */
export function removePoint(shape: MultiPolygon, at: PointAt): MultiPolygon {
  return withRing(shape, at, (open) => open.toSpliced(at.index, 1));
}

/** A part of its own from points in their order. Less than three make none. */
export function addPart(shape: MultiPolygon, points: readonly Position[]): MultiPolygon {
  const [first] = points;
  if (first === undefined || points.length < 3) return shape;
  return { type: 'MultiPolygon', coordinates: [...shape.coordinates, [[...points, first]]] };
}
