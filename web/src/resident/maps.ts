import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { GeoJSONSource, Map } from 'maplibre-gl';
import { boxAround, labelsAsFeatures, outlinesAsFeatures } from '../ui/map/features.ts';
import type { Box, LonLat, Outline } from '../ui/map/features.ts';
import { openMap } from '../ui/map/open-map.ts';
import { bordersOf } from './place-api.ts';

/** A map to choose a place on. */
export interface PickMap {
  readonly show: (point: LonLat) => void;
  readonly close: () => void;
}

/** Opens a map of the county's borders. A tap gives its point to `onPick`. @throws where the device cannot draw it */
export async function openPickMap(
  holder: HTMLElement,
  county: string,
  onPick: (point: LonLat) => void,
): Promise<PickMap> {
  const map = await openWithBorders(holder, county, undefined);
  map.getCanvas().style.cursor = 'crosshair';
  map.on('click', ({ lngLat }) => onPick([lngLat.lng, lngLat.lat]));
  let moved = false;
  return {
    show: (point) => {
      setPoints(map, [point]);
      if (!moved) map.jumpTo({ center: [...point], zoom: Math.max(map.getZoom(), 15) });
      moved = true;
    },
    close: () => map.remove(),
  };
}

/** Opens a map of open matters. */
export async function openPublicMap(holder: HTMLElement, county: string, points: readonly LonLat[]): Promise<void> {
  const map = await openWithBorders(
    holder,
    county,
    boxAround(
      [],
      points.map((point) => ({ id: '', point, light: 'none' as const })),
    ),
  );
  setPoints(map, points);
}

async function openWithBorders(holder: HTMLElement, county: string, focus: Box | undefined): Promise<Map> {
  const [map, { features }] = await Promise.all([
    new Promise<Map>((resolve, reject) => openMap(holder, resolve, () => reject(new Error('no map on this device')))),
    county === '' ? { features: [] } : bordersOf(county),
  ]);
  const outlines = features.flatMap(({ properties: { code, kind, name }, geometry }): Outline[] =>
    geometry?.type === 'MultiPolygon' || geometry?.type === 'Polygon'
      ? [{ code: code ?? kind, name, geometry: geometry as Polygon | MultiPolygon }]
      : [],
  );
  set(map, 'outlines', outlinesAsFeatures(outlines));
  set(map, 'labels', labelsAsFeatures(outlines));
  const box = focus ?? boxAround(smallest(outlines), []);
  if (box !== undefined) map.fitBounds([[...box[0]], [...box[1]]], { padding: 24, maxZoom: 16, animate: false });
  return map;
}

/** The outlines one looks at first: those of the deepest level drawn, where people live close together. */
function smallest(outlines: readonly Outline[]): readonly Outline[] {
  const deepest = Math.max(0, ...outlines.map(({ code }) => code.length));
  return outlines.filter(({ code }) => code.length === deepest);
}

function setPoints(map: Map, points: readonly LonLat[]): void {
  set(map, 'pick', {
    type: 'FeatureCollection',
    features: points.map((point) => ({
      type: 'Feature',
      properties: {},
      geometry: { type: 'Point', coordinates: [...point] },
    })),
  });
}

function set(map: Map, id: string, data: FeatureCollection): void {
  void map.getSource<GeoJSONSource>(id)?.setData(data);
}
