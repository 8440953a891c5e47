import type { MultiPolygon, Position } from '@gezhi/domain/places/index';
import type { Feature, FeatureCollection, Position as Coordinates } from 'geojson';
import type { Map } from 'maplibre-gl';
import { mapColours } from '../../../ui/map/colours.ts';
import { pointsOf } from './shape.ts';
import type { PointAt } from './shape.ts';

const nothing: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** Beyond this many points the small ones between them would be a wall. */
const MOST_BETWEEN = 300;

/** The layers one draws in, above everything: surface and border, points, points-to-be, crossings. */
export function addDraftLayers(map: Map): void {
  const { brand, surface, danger } = mapColours();
  map.addSource('draft', { type: 'geojson', data: nothing });
  map.addSource('draft-handles', { type: 'geojson', data: nothing });
  map.addLayer({
    id: 'draft-fill',
    type: 'fill',
    source: 'draft',
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: { 'fill-color': brand, 'fill-opacity': 0.14 },
  });
  map.addLayer({
    id: 'draft-line',
    type: 'line',
    source: 'draft',
    paint: { 'line-color': brand, 'line-width': 2.5 },
  });
  map.addLayer({
    id: 'draft-handle',
    type: 'circle',
    source: 'draft-handles',
    paint: {
      'circle-radius': ['match', ['get', 'role'], 'between', 3.5, 'chosen', 8, 'crossing', 10, 5.5],
      'circle-color': ['match', ['get', 'role'], 'chosen', brand, 'crossing', 'rgba(0,0,0,0)', surface],
      'circle-stroke-color': ['match', ['get', 'role'], 'crossing', danger, brand],
      'circle-stroke-width': ['match', ['get', 'role'], 'between', 1, 'crossing', 3, 2],
    },
  });
}

const flat = (position: Position): Coordinates => [...position];

/** The shape, and the line of a part that is not closed yet. */
export function draftFeatures(shape: MultiPolygon, path: readonly Position[] | undefined): FeatureCollection {
  const polygons = shape.coordinates.map(
    (rings): Feature => ({
      type: 'Feature',
      properties: {},
      geometry: { type: 'Polygon', coordinates: rings.map((ring) => ring.map(flat)) },
    }),
  );
  const line: Feature[] =
    path === undefined || path.length < 2
      ? []
      : [{ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: path.map(flat) } }];
  return { type: 'FeatureCollection', features: [...polygons, ...line] };
}

/** What can be taken hold of: points, and between each two of them the place for another. */
export function handleFeatures(
  shape: MultiPolygon,
  path: readonly Position[] | undefined,
  chosen: PointAt | undefined,
  crossings: readonly Position[],
): FeatureCollection {
  const handle = (role: string, position: Position): Feature => ({
    type: 'Feature',
    properties: { role },
    geometry: { type: 'Point', coordinates: flat(position) },
  });
  const points = pointsOf(shape);
  const isChosen = (at: PointAt) => JSON.stringify(at) === JSON.stringify(chosen);
  const rings = points.length > MOST_BETWEEN || path !== undefined ? [] : shape.coordinates.flat();
  const between = rings.flatMap((ring) =>
    ring.slice(1).map((to, i): Position => {
      const from = ring[i] ?? to;
      return [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
    }),
  );
  return {
    type: 'FeatureCollection',
    features: [
      ...between.map((position) => handle('between', position)),
      ...points.map(({ at, position }) => handle(isChosen(at) ? 'chosen' : 'point', position)),
      ...(path ?? []).map((position) => handle('point', position)),
      ...crossings.map((position) => handle('crossing', position)),
    ],
  };
}
