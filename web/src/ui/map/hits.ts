import type { Map, PointLike } from 'maplibre-gl';

/** The cluster under a point of the screen. */
export function clusterHit(
  map: Map,
  at: PointLike,
): { readonly id: number; readonly center: [number, number]; readonly count: number } | undefined {
  const hit = map.queryRenderedFeatures(at, { layers: ['cluster'] })[0];
  if (hit === undefined || hit.geometry.type !== 'Point') return undefined;
  const [lon = 0, lat = 0] = hit.geometry.coordinates;
  return { id: Number(hit.properties['cluster_id']), center: [lon, lat], count: Number(hit.properties['point_count']) };
}
