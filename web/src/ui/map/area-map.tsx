import type { Map, MapMouseEvent } from 'maplibre-gl';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useSay } from '../../words/locale.tsx';
import { labelsAsFeatures, marksAsFeatures, outlinesAsFeatures } from './features.ts';
import type { Box, LonLat, Mark, MapView, Outline } from './features.ts';
import { click } from './click.ts';
import { show } from './sources.ts';
import { useSwitches, useView } from './use-view.ts';
import { openMap } from './open-map.ts';
import { mapWordsOf } from './words-of.ts';
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
  /** Marks in one place that no zoom takes apart; without it each click opens the next of them. */
  readonly onGather?: (ids: readonly string[]) => void;
  /** Where one looks now, after each move. */
  readonly onView?: (view: MapView) => void;
  /** How many marks are drawn where one looks, once everything is. */
  readonly onShown?: (marks: number) => void;
  /** Shows how many there are as warmth instead of as numbers and lights. */
  readonly heat?: boolean;
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
  const words = useEffectEvent(() => mapWordsOf(say, label));
  const onClick = useEffectEvent((event: MapMouseEvent, opened: Map) => click(event, opened, props));

  useEffect(() => {
    if (holder.current === null) return undefined;
    const opening = openMap(holder.current, setMap, () => setBroken(true), words());
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
    if (map === undefined) return;
    const features = marksAsFeatures(marks);
    show(map, 'marks', features);
    show(map, 'heat', features);
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
  useSwitches(map, props);

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
