/** `[longitude, latitude]` in degrees, WGS 84 unless a function says otherwise. */
export type Position = readonly [lon: number, lat: number];

/** A closed ring: the last position repeats the first. */
export type Ring = readonly Position[];

/** Outer ring first, then its holes. */
export type PolygonRings = readonly Ring[];

/** The only shape a boundary has inside the program; a single polygon is a list of one. */
export interface MultiPolygon {
  readonly type: 'MultiPolygon';
  readonly coordinates: readonly PolygonRings[];
}

export interface MultiLineString {
  readonly type: 'MultiLineString';
  readonly coordinates: readonly Ring[];
}

/** `[west, south, east, north]` in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** A boundary as it may arrive, as the one shape the program keeps. Heights are dropped: places are flat here. */
export function asMultiPolygon(geometry: {
  readonly type: 'Polygon' | 'MultiPolygon';
  readonly coordinates: unknown;
}): MultiPolygon {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return {
    type: 'MultiPolygon',
    coordinates: listOf(polygons).map((polygon) => listOf(polygon).map((ring) => listOf(ring).map(positionOf))),
  };
}

/** The smallest box around every position; all infinities when there is none. */
export function boxOf(boundary: MultiPolygon): Box {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (const [shell] of boundary.coordinates) {
    for (const [lon, lat] of shell ?? []) {
      if (lon < west) west = lon;
      if (lon > east) east = lon;
      if (lat < south) south = lat;
      if (lat > north) north = lat;
    }
  }
  return [west, south, east, north];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** What is not a number becomes NaN, which the ring check reports: broken input is told, not thrown. */
function positionOf(value: unknown): Position {
  const [lon, lat] = listOf(value);
  return [typeof lon === 'number' ? lon : Number.NaN, typeof lat === 'number' ? lat : Number.NaN];
}
