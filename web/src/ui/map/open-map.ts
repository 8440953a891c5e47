import { Map, NavigationControl, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { mapColours } from './colours.ts';
import { addLights } from './pictures.ts';
import { mapStyle } from './style.ts';

// Without it the build passes and no production map ever loads.
setWorkerUrl(workerUrl);

/**
 * Opens a map in the element and calls `ready` when it can take data. Where the device has no WebGL, `fail` is called
 * and nothing is opened: the list beside it still works.
 */
export function openMap(container: HTMLElement, ready: (map: Map) => void, fail: () => void): Map | undefined {
  const colours = mapColours();
  try {
    const map = new Map({
      container,
      style: mapStyle(colours),
      center: [109.6, 23.1],
      zoom: 11,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      fadeDuration: 0,
    });
    map.touchZoomRotate.disableRotation();
    map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    map.addControl(new ScaleControl({ maxWidth: 90 }), 'bottom-left');
    map.once('load', () => {
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

/** Redraws in the other colours when the device changes between light and dark. Data and view stay. */
function followTheme(map: Map) {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const repaint = () => {
    const colours = mapColours();
    const fresh = mapStyle(colours);
    const old = map.getStyle();
    map.setStyle({ ...fresh, sources: old.sources });
    map.once('styledata', () => void addLights(map, colours));
  };
  dark.addEventListener('change', repaint);
  map.once('remove', () => dark.removeEventListener('change', repaint));
}
