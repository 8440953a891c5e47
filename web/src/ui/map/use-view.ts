import type { Map } from 'maplibre-gl';
import { useEffect, useEffectEvent, useRef } from 'react';
import { boxAround } from './features.ts';
import type { Box, Mark, MapView, Outline } from './features.ts';
import { markLayerIds } from './mark-layers.ts';
import { shownMarks } from './shown.ts';

/** Brings everything into view until somebody looks around, and the focus whenever it changes. */
export function useView(
  map: Map | undefined,
  focus: Box | undefined,
  outlines: readonly Outline[],
  marks: readonly Mark[],
) {
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

interface Switches {
  readonly onShown?: (marks: number) => void;
  readonly heat?: boolean;
  readonly onView?: (view: MapView) => void;
}

/** Warmth or lights, and where one looks. */
export function useSwitches(map: Map | undefined, { heat = false, onView, onShown }: Switches) {
  useEffect(() => {
    if (map === undefined) return;
    map.setLayoutProperty('heat', 'visibility', heat ? 'visible' : 'none');
    for (const layer of markLayerIds) map.setLayoutProperty(layer, 'visibility', heat ? 'none' : 'visible');
  }, [map, heat]);
  const tell = useEffectEvent((opened: Map) => {
    const [[west, south], [east, north]] = opened.getBounds().toArray();
    onView?.({
      zoom: opened.getZoom(),
      box: [
        [west, south],
        [east, north],
      ],
    });
  });
  const count = useEffectEvent((opened: Map) => onShown?.(shownMarks(opened)));
  useEffect(() => {
    if (map === undefined) return undefined;
    const moved = () => tell(map);
    const drawn = () => count(map);
    map.on('moveend', moved);
    map.on('idle', drawn);
    moved();
    return () => {
      map.off('moveend', moved);
      map.off('idle', drawn);
    };
  }, [map]);
}
