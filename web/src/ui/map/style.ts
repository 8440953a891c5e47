import type { FeatureCollection } from 'geojson';
import type { StyleSpecification } from 'maplibre-gl';
import type { MapColours } from './colours.ts';

const nothing: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** From this zoom on marks stand alone, whatever their number. */
const LAST_CLUSTERED_ZOOM = 16;

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
        clusterMaxZoom: LAST_CLUSTERED_ZOOM,
        clusterProperties: { red: ['+', ['case', ['==', ['get', 'light'], 'red'], 1, 0]] },
      },
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
          'chosen',
          colours.brand,
          colours.line,
        ],
        'line-width': ['match', ['get', 'tone'], 'chosen', 2.5, 'gap', 2, 'overlap', 2, 0.8],
      },
    },
    {
      id: 'area-name',
      type: 'symbol',
      source: 'labels',
      // No zoom of its own: names that would cover each other give way, the larger area's comes first.
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

function markLayers(colours: MapColours): StyleSpecification['layers'] {
  return [
    {
      id: 'cluster',
      type: 'circle',
      source: 'marks',
      filter: ['has', 'point_count'],
      paint: {
        'circle-color': colours.brand,
        'circle-radius': ['interpolate', ['linear'], ['ln', ['get', 'point_count']], 0.6, 13, 7, 26],
        'circle-stroke-color': ['case', ['>', ['get', 'red'], 0], colours.lights.red, colours.surface],
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
