import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map, MapMouseEvent } from 'maplibre-gl';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useSay } from '../../words/locale.tsx';
import { boxAround, labelsAsFeatures, marksAsFeatures, outlinesAsFeatures } from './features.ts';
import type { Box, LonLat, Mark, Outline } from './features.ts';
import { clusterHit } from './hits.ts';
import { openMap } from './open-map.ts';
import './area-map.css';

export interface AreaMapProps {
  /** Names the map for those who cannot see it. */
  readonly label: string;
  readonly outlines?: readonly Outline[];
  readonly marks?: readonly Mark[];
  /** The mark that is open elsewhere on the page. */
  readonly chosen?: string | undefined;
  /** A point being chosen, shown as a pin. */
  readonly picked?: LonLat | undefined;
  readonly onOpen?: (id: string) => void;
  readonly onPick?: (point: LonLat) => void;
  readonly onArea?: (code: string) => void;
  /** What to bring into view; everything shown where absent. */
  readonly focus?: Box | undefined;
}

const none: never[] = [];

/** The map: outlines, lights, clusters whose numbers add up to the marks given. Its list twin carries the same by keyboard. */
export function AreaMap(props: AreaMapProps) {
  const { label, outlines = none, marks = none, chosen, picked, focus } = props;
  const say = useSay();
  const holder = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<Map>();
  const [broken, setBroken] = useState(false);
  const onChosen = useEffectEvent((opened: Map, id: string) => {
    const point = marks.find((mark) => mark.id === id)?.point;
    if (point !== undefined) showPoint(opened, point);
  });
  const onClick = useEffectEvent((event: MapMouseEvent, opened: Map) => click(event, opened, props));

  useEffect(() => {
    if (holder.current === null) return undefined;
    const opening = openMap(holder.current, setMap, () => setBroken(true));
    opening?.on('click', (event) => onClick(event, opening));
    return () => {
      setMap(undefined);
      opening?.remove();
    };
  }, []);

  useEffect(() => {
    if (map === undefined) return;
    show(map, 'outlines', outlinesAsFeatures(outlines));
    show(map, 'labels', labelsAsFeatures(outlines));
  }, [map, outlines]);
  useEffect(() => {
    if (map !== undefined) show(map, 'marks', marksAsFeatures(marks));
  }, [map, marks]);
  useEffect(() => {
    map?.setFilter('mark-chosen', ['==', ['get', 'id'], chosen ?? '']);
    if (map !== undefined && chosen !== undefined) onChosen(map, chosen);
  }, [map, chosen]);
  useEffect(() => {
    if (map === undefined) return;
    const marked: Mark[] = picked === undefined ? [] : [{ id: 'pick', point: picked, light: 'none' }];
    show(map, 'pick', marksAsFeatures(marked));
  }, [map, picked]);
  useView(map, focus, outlines, marks);

  return (
    <div className="area-map" role="region" aria-label={label}>
      <div
        ref={holder}
        className={props.onPick === undefined ? 'area-map-canvas' : 'area-map-canvas area-map-picking'}
      />
      {broken ? <p className="area-map-broken">{say('ui.map.broken')}</p> : null}
    </div>
  );
}

/** Brings everything into view until somebody looks around, and the focus whenever it changes. */
function useView(map: Map | undefined, focus: Box | undefined, outlines: readonly Outline[], marks: readonly Mark[]) {
  const touched = useRef(false);
  useEffect(() => {
    touched.current = false;
    // A person's own moves, and the zoom into a cluster they asked for.
    map?.on('movestart', (event) => {
      if (event.originalEvent !== undefined || 'asked' in event) touched.current = true;
    });
  }, [map]);
  const fit = useEffectEvent((opened: Map) => {
    const box = focus ?? (touched.current ? undefined : boxAround(outlines, marks));
    if (box !== undefined) opened.fitBounds([[...box[0]], [...box[1]]], { padding: 36, maxZoom: 17, duration: 0 });
  });
  useEffect(() => {
    if (map !== undefined) fit(map);
  }, [map, focus, outlines, marks]);
  // A pane that opens beside it leaves it half its width.
  useEffect(() => {
    map?.on('resize', () => fit(map));
  }, [map]);
}

/** Brings a point into the middle where it is out of sight or at the very edge. The canvas may be about to change size. */
function showPoint(map: Map, [lon, lat]: LonLat): void {
  requestAnimationFrame(() => {
    map.resize();
    const { x, y } = map.project([lon, lat]);
    const { clientWidth, clientHeight } = map.getContainer();
    const edge = 40;
    const inside = x > edge && y > edge && x < clientWidth - edge && y < clientHeight - edge;
    if (!inside) map.easeTo({ center: [lon, lat], duration: 140 });
  });
}

function show(map: Map, id: string, data: FeatureCollection): void {
  void source(map, id).setData(data);
}

function source(map: Map, id: string): GeoJSONSource {
  const found = map.getSource<GeoJSONSource>(id);
  if (found === undefined) throw new Error(`The map has no source ${id}`);
  return found;
}

function click(event: MapMouseEvent, map: Map, { chosen, onOpen, onPick, onArea }: AreaMapProps) {
  if (onPick !== undefined) {
    onPick([event.lngLat.lng, event.lngLat.lat]);
    return;
  }
  const cluster = clusterHit(map, event.point);
  if (cluster !== undefined) {
    void source(map, 'marks')
      .getClusterExpansionZoom(cluster.id)
      .then((zoom) => map.easeTo({ center: cluster.center, zoom: Math.min(zoom, 18), duration: 140 }, { asked: true }));
    return;
  }
  const hits = map
    .queryRenderedFeatures(event.point, { layers: ['mark'] })
    .map(({ properties }) => String(properties['id']));
  // Marks in the very same place: each click opens the next of them.
  const next = hits[(hits.indexOf(chosen ?? '') + 1) % hits.length];
  if (next !== undefined) {
    onOpen?.(next);
    return;
  }
  const area = map.queryRenderedFeatures(event.point, { layers: ['area-fill'] })[0];
  if (area !== undefined) onArea?.(String(area.properties['code']));
}
