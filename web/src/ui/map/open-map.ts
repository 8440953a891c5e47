import { Map, NavigationControl, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { baseLayers } from './base-layers.ts';
import { addBaseMap, oweBaseMap } from './base.ts';
import { mapColours } from './colours.ts';
import type { MapColours } from './colours.ts';
import { asLocale } from './map-words.ts';
import type { MapWords } from './map-words.ts';
import { addLights } from './pictures.ts';
import { LAST_CLUSTERED_ZOOM, mapStyle } from './style.ts';

// Without it the build passes and no production map ever loads.
setWorkerUrl(workerUrl);

/**
 * Opens a map in the element and calls `ready` when it can take data. Where the device has no WebGL, `fail` is called
 * and nothing is opened: the list beside it still works.
 */
export function openMap(
  container: HTMLElement,
  ready: (map: Map) => void,
  fail: () => void,
  words: MapWords,
): Map | undefined {
  const colours = mapColours();
  try {
    const map = new Map({
      container,
      style: mapStyle(colours),
      center: [109.6, 23.1],
      zoom: 11,
      maxZoom: LAST_CLUSTERED_ZOOM,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      fadeDuration: 0,
      locale: asLocale(words),
    });
    map.touchZoomRotate.disableRotation();
    map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    map.addControl(new ScaleControl({ maxWidth: 90 }), 'bottom-left');
    map.once('load', () => {
      void addBaseMap(map, colours);
      void oweBaseMap(map);
      void addLights(map, colours).then(() => {
        container.dataset['ready'] = 'true';
        ready(map);
      }, fail);
    });
    followTheme(map);
    return map;
  } catch {
    fail();
    return undefined;
  }
}

/** Redraws in the other colours when page or device change between light and dark. Data, view and switches stay. */
function followTheme(map: Map) {
  const system = matchMedia('(prefers-color-scheme: dark)');
  let { dark } = mapColours();
  const repaint = () => {
    const colours = mapColours();
    if (colours.dark === dark) return;
    dark = colours.dark;
    paintAnew(map, colours);
  };
  const page = new MutationObserver(repaint);
  page.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  system.addEventListener('change', repaint);
  map.once('remove', () => {
    page.disconnect();
    system.removeEventListener('change', repaint);
  });
}

type PaintName = Parameters<Map['setPaintProperty']>[1];

/** Gives every layer that is drawn the paint it has in other colours; layers that others added keep theirs. */
function paintAnew(map: Map, colours: MapColours): void {
  for (const { id, paint } of [...mapStyle(colours).layers, ...baseLayers(colours)]) {
    if (map.getLayer(id) === undefined) continue;
    for (const [name, value] of Object.entries(paint ?? {})) map.setPaintProperty(id, name as PaintName, value);
  }
  void addLights(map, colours);
}
