import type { MultiPolygon, Position } from '@gezhi/domain/places/index';

/** A place on the screen in pixels. */
export interface Pixel {
  readonly x: number;
  readonly y: number;
}

export type Project = (position: Position) => Pixel;

/** How near (pixels) a neighbour's border must be to hold a point. */
const REACH = 12;

const distance = (a: Pixel, b: Pixel): number => Math.hypot(a.x - b.x, a.y - b.y);

/** The nearest of some positions within a reach on the screen. */
export function nearest<T extends { readonly position: Position }>(
  all: readonly T[],
  at: Pixel,
  project: Project,
  reach: number,
): T | undefined {
  let best: { readonly item: T; readonly far: number } | undefined;
  for (const item of all) {
    const far = distance(project(item.position), at);
    if (far <= reach && (best === undefined || far < best.far)) best = { item, far };
  }
  return best?.item;
}

/** The edge of a ring under a place of the screen: the point it begins with, and the foot on it in degrees. */
export function edgeUnder(
  rings: readonly (readonly Position[])[],
  at: Pixel,
  project: Project,
  reach: number,
): { readonly ring: number; readonly index: number; readonly foot: Position } | undefined {
  let best:
    | { readonly ring: number; readonly index: number; readonly foot: Position; readonly far: number }
    | undefined;
  for (const [ring, positions] of rings.entries()) {
    for (let index = 0; index + 1 < positions.length; index++) {
      const [a, b] = [positions[index] as Position, positions[index + 1] as Position];
      const [p, q] = [project(a), project(b)];
      const length = (q.x - p.x) ** 2 + (q.y - p.y) ** 2;
      const share = length === 0 ? 0 : ((at.x - p.x) * (q.x - p.x) + (at.y - p.y) * (q.y - p.y)) / length;
      const t = Math.min(1, Math.max(0, share));
      const far = distance({ x: p.x + t * (q.x - p.x), y: p.y + t * (q.y - p.y) }, at);
      if (far > reach || (best !== undefined && far >= best.far)) continue;
      best = { ring, index, far, foot: [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])] };
    }
  }
  return best;
}

const ringsOf = (shapes: readonly MultiPolygon[]) => shapes.flatMap(({ coordinates }) => coordinates.flat());

/**
 * Where a point goes that is put down near neighbours: onto the nearest of their points with exactly its numbers, so that
 * the border is one; else onto their nearest edge; else where it was put.
 */
export function snapped(position: Position, neighbours: readonly MultiPolygon[], project: Project): Position {
  const at = project(position);
  const rings = ringsOf(neighbours);
  const corners = rings.flatMap((ring) => ring.map((corner) => ({ position: corner })));
  return nearest(corners, at, project, REACH)?.position ?? edgeUnder(rings, at, project, REACH)?.foot ?? position;
}
