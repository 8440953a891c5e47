import type { Map, MapMouseEvent } from 'maplibre-gl';
import type { LonLat } from './features.ts';
import { clusterHit } from './hits.ts';
import { sourceOf } from './sources.ts';
import { LAST_CLUSTERED_ZOOM } from './style.ts';

interface Clicked {
  readonly chosen?: string | undefined;
  readonly onOpen?: (id: string) => void;
  readonly onPick?: (point: LonLat) => void;
  readonly onArea?: (code: string) => void;
  readonly onGather?: (ids: readonly string[]) => void;
}

/** What a click on the map means: a point to pick; else the cluster, the mark or the area that is there. */
export function click(event: MapMouseEvent, map: Map, clicked: Clicked): void {
  const { onPick, onOpen, onArea } = clicked;
  if (onPick !== undefined) {
    onPick([event.lngLat.lng, event.lngLat.lat]);
    return;
  }
  const cluster = clusterHit(map, event.point);
  if (cluster !== undefined) {
    void takeApart(map, cluster, clicked);
    return;
  }
  const mark = map.queryRenderedFeatures(event.point, { layers: ['mark'] })[0];
  if (mark !== undefined) {
    onOpen?.(String(mark.properties['id']));
    return;
  }
  const area = map.queryRenderedFeatures(event.point, { layers: ['area-fill'] })[0];
  if (area !== undefined) onArea?.(String(area.properties['code']));
}

/** Comes so near that a cluster falls apart; where it never does, its marks are in one place and are named. */
async function takeApart(
  map: Map,
  { id, center, count }: NonNullable<ReturnType<typeof clusterHit>>,
  { chosen, onOpen, onGather }: Clicked,
): Promise<void> {
  const marks = sourceOf(map, 'marks');
  const zoom = await marks.getClusterExpansionZoom(id);
  if (zoom <= LAST_CLUSTERED_ZOOM) {
    map.easeTo({ center, zoom, duration: 140 }, { asked: true });
    return;
  }
  const leaves = await marks.getClusterLeaves(id, count, 0);
  const ids = leaves.map(({ properties }) => String(properties?.['id']));
  if (onGather !== undefined) {
    onGather(ids);
    return;
  }
  const next = ids[(ids.indexOf(chosen ?? '') + 1) % ids.length];
  if (next !== undefined) onOpen?.(next);
}
