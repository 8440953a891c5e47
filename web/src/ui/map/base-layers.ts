import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { MapColours } from './colours.ts';

/**
 * Layers of the base map in the colours of paper and ink: it tells where one is and says nothing by itself. Names of
 * source layers are those of Protomaps, OpenMapTiles and Shortbread; what an archive does not have draws nothing.
 */
const source = 'base';

/** Pictures come in their own colours: paled, and turned over in the dark, so that lights and names stay readable. */
export function pictureLayer({ dark }: MapColours): LayerSpecification {
  return {
    id: 'base-picture',
    type: 'raster',
    source,
    paint: {
      'raster-opacity': dark ? 1 : 0.75,
      'raster-brightness-min': dark ? 0.75 : 0,
      'raster-brightness-max': dark ? 0.08 : 1,
      'raster-hue-rotate': dark ? 180 : 0,
      'raster-saturation': -0.6,
    },
  };
}

/** What a thing is, by whichever name the schema has for it. */
const kindOf: ExpressionSpecification = ['to-string', ['coalesce', ['get', 'kind'], ['get', 'class'], '']];
const nameOf: ExpressionSpecification = [
  'coalesce',
  ['get', 'name:zh-Hans'],
  ['get', 'name:zh'],
  ['get', 'name'],
  ['get', 'name_en'],
  '',
];
const broad = ['highway', 'motorway', 'trunk', 'major_road', 'primary'];
const middling = ['medium_road', 'secondary', 'tertiary'];
const rails = ['rail', 'railway', 'transit', 'subway', 'light_rail', 'tram'];
const isRail: ExpressionSpecification = ['in', kindOf, ['literal', rails]];

/** Width of a road in pixels: it doubles with every zoom like the ground does. */
const roadWidth: ExpressionSpecification = [
  'interpolate',
  ['exponential', 2],
  ['zoom'],
  9,
  ['match', kindOf, broad, 1, middling, 0.6, 0.2],
  18,
  ['match', kindOf, broad, 30, middling, 20, 12],
];

function fills(layers: readonly string[], colour: string, minzoom = 0): LayerSpecification[] {
  return layers.map((name) => ({
    id: `base-${name}`,
    type: 'fill',
    source,
    'source-layer': name,
    minzoom,
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: { 'fill-color': colour },
  }));
}

export function shapeLayers({ ground, water, building, line, surface, dark }: MapColours): LayerSpecification[] {
  const road = dark ? building : surface;
  const streams = ['waterway', 'water_lines'].map(
    (name): LayerSpecification => ({
      id: `base-${name}`,
      type: 'line',
      source,
      'source-layer': name,
      paint: { 'line-color': water, 'line-width': ['interpolate', ['linear'], ['zoom'], 9, 0.6, 16, 4] },
    }),
  );
  const ways = ['roads', 'transportation', 'streets'].flatMap((name): LayerSpecification[] => [
    {
      id: `base-${name}-edge`,
      type: 'line',
      source,
      'source-layer': name,
      minzoom: 11,
      filter: ['!', isRail],
      paint: { 'line-color': line, 'line-opacity': 0.5, 'line-width': 0.7, 'line-gap-width': roadWidth },
    },
    {
      id: `base-${name}`,
      type: 'line',
      source,
      'source-layer': name,
      filter: ['!', isRail],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': road, 'line-width': roadWidth },
    },
    {
      id: `base-${name}-rail`,
      type: 'line',
      source,
      'source-layer': name,
      filter: isRail,
      paint: { 'line-color': line, 'line-width': 1.4, 'line-dasharray': [4, 3] },
    },
  ]);
  return [
    ...fills(['landcover', 'landuse', 'park', 'land', 'sites'], ground),
    ...fills(['ocean', 'water', 'water_polygons'], water),
    ...streams,
    ...fills(['building', 'buildings'], building, 14),
    ...ways,
  ];
}

/** Names of roads and places, quieter than those of areas and the first to give way. */
export function wordLayers({ ink3, land }: MapColours): LayerSpecification[] {
  const paint = { 'text-color': ink3, 'text-halo-color': land, 'text-halo-width': 1.2 };
  const along = ['roads', 'transportation_name', 'street_labels'].map(
    (name): LayerSpecification => ({
      id: `base-${name}-name`,
      type: 'symbol',
      source,
      'source-layer': name,
      minzoom: 14,
      layout: { 'symbol-placement': 'line', 'text-field': nameOf, 'text-size': 11 },
      paint,
    }),
  );
  const places = ['places', 'place', 'place_labels'].map(
    (name): LayerSpecification => ({
      id: `base-${name}-name`,
      type: 'symbol',
      source,
      'source-layer': name,
      layout: { 'text-field': nameOf, 'text-size': 12 },
      paint,
    }),
  );
  return [...along, ...places];
}

/** Every layer that a base map may have. */
export function baseLayers(colours: MapColours): LayerSpecification[] {
  return [pictureLayer(colours), ...shapeLayers(colours), ...wordLayers(colours)];
}
