import type { BaseMap } from '@gezhi/contract/places/index';
import { addProtocol, AttributionControl } from 'maplibre-gl';
import type { Map, SourceSpecification } from 'maplibre-gl';
import { pictureLayer, shapeLayers, wordLayers } from './base-layers.ts';
import type { MapColours } from './colours.ts';

type Tiles = Exclude<BaseMap, { kind: 'none' }>;

let asked: Promise<Tiles | undefined> | undefined;

/** The base map of the settings; undefined where there is none or the line is down. Asked for once a page. */
function baseMap(): Promise<Tiles | undefined> {
  asked ??= fetch('/api/places/base-map')
    .then(async (answer): Promise<Tiles | undefined> => {
      const base = answer.ok ? ((await answer.json()) as BaseMap) : undefined;
      if (base === undefined || base.kind === 'none') return undefined;
      if (base.from === 'archive') await readArchives();
      return base;
    })
    .catch(() => undefined);
  return asked;
}

/** Archives are read by parts over the protocol of their own package, fetched only where there is one. */
async function readArchives(): Promise<void> {
  const { Protocol } = await import('pmtiles');
  addProtocol('pmtiles', new Protocol().tile);
}

/** Lays the base map under everything drawn already. The map is as good without it, so it is never waited for. */
export async function addBaseMap(map: Map, colours: MapColours): Promise<void> {
  const base = await baseMap();
  if (base === undefined || map.getSource('base') !== undefined) return;
  map.addSource('base', sourceOf(base));
  const below = base.kind === 'raster' ? [pictureLayer(colours)] : shapeLayers(colours);
  for (const layer of below) map.addLayer(layer, 'area-fill');
  if (base.kind === 'vector') for (const layer of wordLayers(colours)) map.addLayer(layer, 'area-name');
}

/** Says whom the base map is owed to. */
export async function oweBaseMap(map: Map): Promise<void> {
  const attribution = (await baseMap())?.attribution;
  if (attribution === undefined) return;
  map.addControl(new AttributionControl({ compact: false, customAttribution: escaped(attribution) }), 'bottom-right');
}

function sourceOf({ kind, from, address, minZoom, maxZoom }: Tiles): SourceSpecification {
  const zooms = { minzoom: minZoom, maxzoom: maxZoom };
  const place = from === 'archive' ? { url: `pmtiles://${location.origin}${address}` } : { tiles: [address] };
  return kind === 'raster'
    ? { type: 'raster', tileSize: 256, ...zooms, ...place }
    : { type: 'vector', ...zooms, ...place };
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
