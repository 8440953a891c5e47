import gcoordModule from 'gcoord';
import type { MultiPolygon, Position } from './geojson.ts';

/** Coordinate systems that come in and go out. CGCS 2000 differs from WGS 84 by less than the width of a hand. */
export const coordinateSystems = ['WGS84', 'CGCS2000', 'GCJ02', 'BD09'] as const;
export type CoordinateSystem = (typeof coordinateSystems)[number];

// Under Node's resolution the package's types describe a module with a default, under a bundler's the object itself;
// at run time it is the object in both.
type Gcoord = typeof gcoordModule extends { readonly default: infer Inside } ? Inside : typeof gcoordModule;
const gcoord = gcoordModule as unknown as Gcoord;

const systems = {
  WGS84: gcoord.CRSTypes.WGS84,
  CGCS2000: gcoord.CRSTypes.WGS84,
  GCJ02: gcoord.CRSTypes.GCJ02,
  BD09: gcoord.CRSTypes.BD09,
} as const satisfies Record<CoordinateSystem, string>;

/** A point said in one system, in another. Outside China GCJ-02 and BD-09 add nothing to WGS 84 but Baidu's own shift. */
export function convertPoint(point: Position, from: CoordinateSystem, to: CoordinateSystem): Position {
  if (systems[from] === systems[to]) return point;
  const [lon, lat] = gcoord.transform([point[0], point[1]], systems[from], systems[to]);
  return [lon, lat];
}

/** A boundary said in one system, in another. Corners that areas share stay shared: equal input gives equal output. */
export function convertBoundary(boundary: MultiPolygon, from: CoordinateSystem, to: CoordinateSystem): MultiPolygon {
  if (systems[from] === systems[to]) return boundary;
  return {
    type: 'MultiPolygon',
    coordinates: boundary.coordinates.map((polygon) =>
      polygon.map((ring) => ring.map((position) => convertPoint(position, from, to))),
    ),
  };
}
