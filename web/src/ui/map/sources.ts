import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map } from 'maplibre-gl';

/** Gives a source what it is to show. */
export function show(map: Map, id: string, data: FeatureCollection): void {
  void sourceOf(map, id).setData(data);
}

export function sourceOf(map: Map, id: string): GeoJSONSource {
  const found = map.getSource<GeoJSONSource>(id);
  if (found === undefined) throw new Error(`The map has no source ${id}`);
  return found;
}
