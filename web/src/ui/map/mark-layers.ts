import type { ExpressionSpecification, StyleSpecification } from 'maplibre-gl';
import type { MapColours } from './colours.ts';

/** The light of a cluster is the worst in it: its shape stands on the edge, so that colour is never alone. */
const worst: ExpressionSpecification = [
  'case',
  ['>', ['get', 'red'], 0],
  'light-red',
  ['>', ['get', 'yellow'], 0],
  'light-yellow',
  ['>', ['get', 'awaiting'], 0],
  'light-awaiting',
  ['>', ['get', 'green'], 0],
  'light-green',
  'light-none',
];

/** Layers that show the marks one by one or gathered; `heat` stands instead of them. */
export const markLayerIds = ['cluster', 'cluster-number', 'cluster-worst', 'mark', 'mark-chosen'] as const;

/** The brand's hue from nothing to full: warmth is how many, never how bad. */
export function markLayers(colours: MapColours): StyleSpecification['layers'] {
  const tint = (share: number) => (colours.dark ? `rgba(143,187,230,${share})` : `rgba(31,78,121,${share})`);
  return [
    {
      id: 'heat',
      type: 'heatmap',
      source: 'heat',
      layout: { visibility: 'none' },
      paint: {
        'heatmap-radius': ['interpolate', ['linear'], ['zoom'], 9, 14, 13, 26, 17, 48],
        'heatmap-intensity': ['interpolate', ['linear'], ['zoom'], 9, 0.5, 16, 1.4],
        'heatmap-opacity': 0.85,
        'heatmap-color': [
          'interpolate',
          ['linear'],
          ['heatmap-density'],
          0,
          tint(0),
          0.2,
          tint(0.25),
          0.7,
          tint(0.75),
          1,
          colours.brandStrong,
        ],
      },
    },
    {
      id: 'cluster',
      type: 'circle',
      source: 'marks',
      filter: ['has', 'point_count'],
      paint: {
        'circle-color': colours.brand,
        'circle-radius': ['interpolate', ['linear'], ['ln', ['get', 'point_count']], 0.6, 13, 7, 26],
        'circle-stroke-color': colours.surface,
        'circle-stroke-width': 3,
      },
    },
    {
      id: 'cluster-number',
      type: 'symbol',
      source: 'marks',
      filter: ['has', 'point_count'],
      layout: { 'text-field': ['to-string', ['get', 'point_count']], 'text-size': 13, 'text-allow-overlap': true },
      paint: { 'text-color': colours.onBrand },
    },
    {
      id: 'cluster-worst',
      type: 'symbol',
      source: 'marks',
      filter: ['has', 'point_count'],
      layout: {
        'icon-image': worst,
        'icon-size': 0.6,
        'icon-offset': [26, -24],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
    {
      id: 'mark',
      type: 'symbol',
      source: 'marks',
      filter: ['!', ['has', 'point_count']],
      layout: {
        'icon-image': ['concat', 'light-', ['get', 'light']],
        'icon-allow-overlap': true,
        'symbol-sort-key': ['get', 'order'],
      },
    },
    {
      id: 'mark-chosen',
      type: 'circle',
      source: 'marks',
      filter: ['==', ['get', 'id'], ''],
      paint: {
        'circle-radius': 17,
        'circle-color': 'rgba(0,0,0,0)',
        'circle-stroke-color': colours.brand,
        'circle-stroke-width': 3,
      },
    },
  ];
}
