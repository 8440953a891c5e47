import type { Feature, FeatureCollection, LineString, MultiPolygon, Polygon } from 'geojson';
import type { ExpressionSpecification, GeoJSONSource, Map } from 'maplibre-gl';
import { mapColours } from '../ui/map/colours.ts';
import { boxAround, labelsAsFeatures, marksAsFeatures, outlinesAsFeatures } from '../ui/map/features.ts';
import type { Box, LonLat, Outline } from '../ui/map/features.ts';
import type { MapWords } from '../ui/map/map-words.ts';
import { openMap } from '../ui/map/open-map.ts';
import { bordersOf } from './place-api.ts';
import type { MapFeatures } from './place-api.ts';

/** A map to choose a place on. */
export interface PickMap {
  readonly show: (point: LonLat) => void;
  readonly close: () => void;
}

/** Opens a map of the county's borders. A tap gives its point to `onPick`. @throws where the device cannot draw it */
export async function openPickMap(
  holder: HTMLElement,
  county: string,
  words: MapWords,
  onPick: (point: LonLat) => void,
): Promise<PickMap> {
  const map = await openWithBorders(holder, county, words, undefined);
  map.getCanvas().style.cursor = 'crosshair';
  map.on('click', ({ lngLat }) => onPick([lngLat.lng, lngLat.lat]));
  let moved = false;
  return {
    show: (point) => {
      set(map, 'pick', marksAsFeatures([{ id: 'pick', point, light: 'none' }]));
      if (!moved) map.jumpTo({ center: [...point], zoom: Math.max(map.getZoom(), 15) });
      moved = true;
    },
    close: () => map.remove(),
  };
}

/** Opens a map of open matters; the id of one that is tapped goes to `onOpen`. */
export async function openPublicMap(
  holder: HTMLElement,
  county: string,
  words: MapWords,
  matters: readonly (readonly [lon: number, lat: number, id: string])[],
  onOpen: (id: string) => void,
): Promise<void> {
  const marks = matters.map(([lon, lat, id]) => ({ id, point: [lon, lat] as const, light: 'none' as const }));
  const map = await openWithBorders(holder, county, words, boxAround([], marks));
  set(map, 'pick', marksAsFeatures(marks));
  map.on('click', 'pick', ({ features }) => {
    const id: unknown = features?.[0]?.properties['id'];
    if (typeof id === 'string') onOpen(id);
  });
}

async function openWithBorders(
  holder: HTMLElement,
  county: string,
  words: MapWords,
  focus: Box | undefined,
): Promise<Map> {
  const [map, { features }] = await Promise.all([
    new Promise<Map>((resolve, reject) =>
      openMap(holder, resolve, () => reject(new Error('no map on this device')), words),
    ),
    county === '' ? { features: [] } : bordersOf(county),
  ]);
  const outlines = features.flatMap(({ properties: { code, kind, name }, geometry }): Outline[] =>
    geometry?.type === 'MultiPolygon' || geometry?.type === 'Polygon'
      ? [{ code: code ?? kind, name, geometry: geometry as Polygon | MultiPolygon }]
      : [],
  );
  set(map, 'outlines', outlinesAsFeatures(outlines));
  set(map, 'labels', labelsAsFeatures(outlines));
  addRoads(map, features);
  const box = focus ?? boxAround(smallest(outlines), []);
  if (box !== undefined) map.fitBounds([[...box[0]], [...box[1]]], { padding: 24, maxZoom: 16, animate: false });
  return map;
}

/** Roads with their names: without a base map they are what one knows the place by. */
function addRoads(map: Map, features: MapFeatures['features']): void {
  const roads = features.flatMap(({ properties: { name }, geometry }): Feature<LineString>[] =>
    geometry?.type === 'LineString'
      ? [{ type: 'Feature', properties: { name }, geometry: geometry as LineString }]
      : [],
  );
  const { line, ink2, land, surface } = mapColours();
  map.addSource('roads', { type: 'geojson', data: { type: 'FeatureCollection', features: roads } });
  const width: ExpressionSpecification = ['interpolate', ['exponential', 2], ['zoom'], 13, 1.5, 18, 16];
  map.addLayer(
    { id: 'road', type: 'line', source: 'roads', paint: { 'line-color': surface, 'line-width': width } },
    'area-line',
  );
  map.addLayer(
    {
      id: 'road-edge',
      type: 'line',
      source: 'roads',
      paint: { 'line-color': line, 'line-width': 0.6, 'line-gap-width': width },
    },
    'area-line',
  );
  map.addLayer(
    {
      id: 'road-name',
      type: 'symbol',
      source: 'roads',
      minzoom: 14,
      layout: { 'symbol-placement': 'line', 'text-field': ['get', 'name'], 'text-size': 13 },
      paint: { 'text-color': ink2, 'text-halo-color': land, 'text-halo-width': 1.5 },
    },
    'pick',
  );
}

/** The outlines one looks at first: those of the deepest level drawn, where people live close together. */
function smallest(outlines: readonly Outline[]): readonly Outline[] {
  const deepest = Math.max(0, ...outlines.map(({ code }) => code.length));
  return outlines.filter(({ code }) => code.length === deepest);
}

function set(map: Map, id: string, data: FeatureCollection): void {
  void map.getSource<GeoJSONSource>(id)?.setData(data);
}
