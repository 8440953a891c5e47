import type { MultiPolygon, Position, Ring } from './geojson.ts';

const radians = Math.PI / 180;
/** Mean radius of the earth in metres (IUGG). */
const meanRadius = 6_371_008.8;
/** Radius of the sphere with the area of the WGS 84 ellipsoid, and the ellipsoid's eccentricity. */
const authalicRadius = 6_371_007.1809;
const eccentricity = 0.081_819_190_842_622;
const polarQ = authalicQ(1);

/** Great-circle distance in metres. */
export function distanceMetres(a: Position, b: Position): number {
  const half = (from: number, to: number) => Math.sin(((to - from) * radians) / 2) ** 2;
  const h = half(a[1], b[1]) + Math.cos(a[1] * radians) * Math.cos(b[1] * radians) * half(a[0], b[0]);
  return 2 * meanRadius * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Area on the ellipsoid in m²: outer rings less their holes, whichever way the rings run. */
export function squareMetres(boundary: MultiPolygon): number {
  let total = 0;
  for (const [shell, ...holes] of boundary.coordinates) {
    if (shell === undefined) continue;
    total += Math.abs(signedSquareMetres(shell));
    for (const hole of holes) total -= Math.abs(signedSquareMetres(hole));
  }
  return total;
}

/** Area of one ring in m², positive when it runs counter-clockwise. Edges are short, so they count as straight on the equal-area map. */
export function signedSquareMetres(ring: Ring): number {
  const origin = ring[0];
  if (origin === undefined) return 0;
  // Differences from the first corner keep the digits that a small ring far from 0° would lose.
  const originZ = sineOfAuthalic(origin[1]);
  let twice = 0;
  let x0 = 0;
  let z0 = 0;
  for (const [lon, lat] of ring) {
    const x = (lon - origin[0]) * radians;
    const z = sineOfAuthalic(lat) - originZ;
    twice += x0 * z - x * z0;
    x0 = x;
    z0 = z;
  }
  return (twice / 2) * authalicRadius ** 2;
}

/**
 * The point moved to the centre of its cell in a grid of about the given size, so that a public map does not
 * show a doorstep. The same point always lands on the same centre.
 */
export function snapped(point: Position, metres = 100): Position {
  const latStep = metres / (meanRadius * radians);
  const row = Math.floor(point[1] / latStep);
  const lat = (row + 0.5) * latStep;
  const lonStep = latStep / Math.max(Math.cos(lat * radians), 1e-6);
  const lon = (Math.floor(point[0] / lonStep) + 0.5) * lonStep;
  return [round(lon), round(lat)];
}

/** Centre of gravity of a boundary on the flat map: where areas stand from west to east. */
export function centreOf(boundary: MultiPolygon): Position {
  const anchor = boundary.coordinates[0]?.[0]?.[0] ?? [0, 0];
  let area = 0;
  let lon = 0;
  let lat = 0;
  for (const [shell] of boundary.coordinates) {
    const part = momentsOf(shell ?? [], anchor);
    const sign = part.area < 0 ? -1 : 1;
    area += sign * part.area;
    lon += sign * part.lon;
    lat += sign * part.lat;
  }
  return area === 0 ? anchor : [anchor[0] + lon / area, anchor[1] + lat / area];
}

/** Signed area of a ring and its first moments, about the anchor, in degrees. */
function momentsOf(ring: Ring, anchor: Position): { area: number; lon: number; lat: number } {
  let area = 0;
  let lon = 0;
  let lat = 0;
  let before: Position | undefined;
  for (const position of ring) {
    const here: Position = [position[0] - anchor[0], position[1] - anchor[1]];
    if (before !== undefined) {
      const cross = before[0] * here[1] - here[0] * before[1];
      area += cross / 2;
      lon += ((before[0] + here[0]) * cross) / 6;
      lat += ((before[1] + here[1]) * cross) / 6;
    }
    before = here;
  }
  return { area, lon, lat };
}

function sineOfAuthalic(lat: number): number {
  return authalicQ(Math.sin(lat * radians)) / polarQ;
}

/** Snyder, Map Projections (USGS 1395), equation 3-12. */
function authalicQ(sine: number): number {
  const es = eccentricity * sine;
  return (1 - eccentricity ** 2) * (sine / (1 - es * es) + Math.atanh(es) / eccentricity);
}

function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
