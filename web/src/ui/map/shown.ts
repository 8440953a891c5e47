import type { Map as Drawn } from 'maplibre-gl';

/**
 * How many marks the map shows now: the numbers on its clusters and the single lights, each once. Read from what is
 * drawn, not from what was given, so that it can be held against the list.
 */
export function shownMarks(map: Drawn): number {
  const layers = ['cluster', 'mark'].filter((id) => map.getLayer(id) !== undefined);
  const drawn = map.queryRenderedFeatures({ layers });
  const each = new Map<string, number>(
    drawn.map(({ properties: { cluster_id: cluster, id, point_count: count } }) =>
      cluster === undefined ? [`mark ${String(id)}`, 1] : [`cluster ${String(cluster)}`, Number(count)],
    ),
  );
  return [...each.values()].reduce((sum, n) => sum + n, 0);
}
