import type { FeatureCollection } from 'geojson';
import type { StyleSpecification } from 'maplibre-gl';
import type { MapColours } from './colours.ts';
import { markLayers } from './mark-layers.ts';

const nothing: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** As near as anybody comes. Marks in one place are one number down to here: nothing lies hidden under something else. */
export const LAST_CLUSTERED_ZOOM = 20;

const count = (light: string) => ['+', ['case', ['==', ['get', 'light'], light], 1, 0]];

/**
 * The style: outlines of areas, clusters that carry the number of their marks, and marks as lights. There is no base
 * map and no `glyphs` address, so text is drawn from the fonts of the device.
 */
export function mapStyle(colours: MapColours): StyleSpecification {
  return {
    version: 8,
    sources: {
      outlines: { type: 'geojson', data: nothing },
      labels: { type: 'geojson', data: nothing },
      marks: {
        type: 'geojson',
        data: nothing,
        cluster: true,
        clusterRadius: 44,
        maxzoom: LAST_CLUSTERED_ZOOM + 1,
        clusterMaxZoom: LAST_CLUSTERED_ZOOM,
        clusterProperties: {
          red: count('red'),
          yellow: count('yellow'),
          awaiting: count('awaiting'),
          green: count('green'),
        },
      },
      // The same marks ungathered: warmth is reckoned from each of them.
      heat: { type: 'geojson', data: nothing },
      pick: { type: 'geojson', data: nothing },
    },
    layers: [
      { id: 'land', type: 'background', paint: { 'background-color': colours.land } },
      ...outlineLayers(colours),
      ...markLayers(colours),
      {
        id: 'pick',
        type: 'circle',
        source: 'pick',
        paint: {
          'circle-radius': 9,
          'circle-color': colours.brand,
          'circle-stroke-color': colours.surface,
          'circle-stroke-width': 3,
        },
      },
    ],
  };
}

function outlineLayers(colours: MapColours): StyleSpecification['layers'] {
  return [
    {
      id: 'area-fill',
      type: 'fill',
      source: 'outlines',
      paint: {
        'fill-color': ['match', ['get', 'tone'], 'gap', colours.danger, 'overlap', colours.ink2, colours.brand],
        'fill-opacity': ['match', ['get', 'tone'], 'gap', 0.55, 'overlap', 0.55, 'chosen', 0.16, 0.03],
      },
    },
    {
      id: 'area-line',
      type: 'line',
      source: 'outlines',
      paint: {
        'line-color': [
          'match',
          ['get', 'tone'],
          'gap',
          colours.danger,
          'overlap',
          colours.ink,
          'theirs',
          colours.ink,
          'chosen',
          colours.brand,
          colours.line,
        ],
        'line-width': ['match', ['get', 'tone'], 'chosen', 2.5, 'gap', 2, 'overlap', 2, 'theirs', 3, 0.8],
      },
    },
    {
      id: 'area-name',
      type: 'symbol',
      source: 'labels',
      // A name comes when its area is wide enough to carry it, and goes when the area is far wider than the screen.
      filter: ['all', ['>=', ['zoom'], ['get', 'from']], ['<', ['zoom'], ['get', 'to']]],
      // Names that would cover each other give way, the larger area's comes first.
      layout: {
        'text-field': ['get', 'name'],
        'text-size': ['interpolate', ['linear'], ['zoom'], 9, 11, 14, 13],
        'text-padding': 4,
        'symbol-sort-key': ['-', 0, ['get', 'size']],
      },
      paint: { 'text-color': colours.ink2, 'text-halo-color': colours.land, 'text-halo-width': 1.5 },
    },
  ];
}
