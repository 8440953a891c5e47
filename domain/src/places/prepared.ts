import { type Box, boxOf, type MultiPolygon } from './geojson.ts';

/**
 * A boundary laid out for the exact test: every edge of every ring as x0 y0 x1 y1, the lower end first. Two areas
 * that share an edge hold it with the same numbers in the same order, so rounding cannot put a point on neither side.
 */
export interface PreparedBoundary {
  readonly box: Box;
  readonly edges: Float64Array;
}

/** Degrees (about 0.1 mm) within which a point counts as on the border: far above rounding, far below any survey. */
export const borderTolerance = 1e-9;

export function prepareBoundary(boundary: MultiPolygon): PreparedBoundary {
  let count = 0;
  for (const polygon of boundary.coordinates) for (const ring of polygon) count += Math.max(ring.length - 1, 0);
  const edges = new Float64Array(count * 4);
  let at = 0;
  for (const polygon of boundary.coordinates) {
    for (const ring of polygon) {
      for (let i = 1; i < ring.length; i++) {
        const a = ring[i - 1];
        const b = ring[i];
        if (a === undefined || b === undefined) continue;
        const upwards = a[1] < b[1] || (a[1] === b[1] && a[0] <= b[0]);
        const [low, high] = upwards ? [a, b] : [b, a];
        edges.set([low[0], low[1], high[0], high[1]], at);
        at += 4;
      }
    }
  }
  return { box: boxOf(boundary), edges };
}

/** Whether the point is inside the boundary or on its border (holes are outside, their rims are border). */
export function covers(boundary: PreparedBoundary, lon: number, lat: number): boolean {
  return coveredBy(boundary.edges, 0, boundary.edges.length, lon, lat);
}

/** The same over a part of an array that holds the edges of many boundaries. */
export function coveredBy(edges: Float64Array, from: number, to: number, lon: number, lat: number): boolean {
  let inside = false;
  for (let i = from; i < to; i += 4) {
    const y0 = edges[i + 1] as number;
    const y1 = edges[i + 3] as number;
    if (lat < y0 - borderTolerance || lat > y1 + borderTolerance) continue;
    const x0 = edges[i] as number;
    const x1 = edges[i + 2] as number;
    const dx = x1 - x0;
    const dy = y1 - y0;
    // Positive when the point lies left of the edge as it runs upwards: a ray to the east then crosses it.
    const cross = dx * (lat - y0) - (lon - x0) * dy;
    // The cross product is the distance times the edge's length; the sum of legs stands in for the length (at most 1.42 of it).
    if (Math.abs(cross) <= borderTolerance * (Math.abs(dx) + dy) && withinSpan(lon, x0, x1)) return true;
    if (cross > 0 && y0 <= lat && lat < y1) inside = !inside;
  }
  return inside;
}

function withinSpan(lon: number, x0: number, x1: number): boolean {
  return lon >= Math.min(x0, x1) - borderTolerance && lon <= Math.max(x0, x1) + borderTolerance;
}
