import { describe, expect, it } from 'vitest';
import { boxAround, labelsAsFeatures, marksAsFeatures } from './features.ts';
import type { Outline } from './features.ts';

const square = (west: number, south: number, side: number) => [
  [
    [west, south],
    [west + side, south],
    [west + side, south + side],
    [west, south + side],
    [west, south],
  ],
];

const grid: Outline = {
  code: '450802001013001',
  name: '第一网格',
  geometry: { type: 'MultiPolygon', coordinates: [square(109, 23, 0.1), square(110, 24, 1)] },
};

describe('map features', () => {
  it('finds the box around outlines and marks', () => {
    expect(boxAround([grid], [{ id: 'a', point: [108, 25.5], light: 'red' }])).toEqual([
      [108, 23],
      [111, 25.5],
    ]);
    expect(boxAround([], [])).toBeUndefined();
  });

  it('labels an area once, on its largest part', () => {
    const labels = labelsAsFeatures([grid]).features;
    expect(labels).toHaveLength(1);
    expect(labels[0]?.geometry.coordinates).toEqual([110.5, 24.5]);
  });

  it('names a wide area from afar and a narrow one from near, and not for ever', () => {
    const wide: Outline = { ...grid, geometry: { type: 'Polygon', coordinates: square(109, 23, 0.5) } };
    const narrow: Outline = { ...grid, geometry: { type: 'Polygon', coordinates: square(109, 23, 0.001) } };
    const [from, near] = labelsAsFeatures([wide, narrow]).features.map(({ properties }) => properties.from);
    // 0.5° are 56 pixels of 512 × 2^6, 0.001° are of 512 × 2^15.
    expect([from, near]).toEqual([6, 15]);
    expect(labelsAsFeatures([wide]).features[0]?.properties.to).toBe(12);
  });

  it('draws red above the rest', () => {
    const orders = marksAsFeatures([
      { id: 'a', point: [1, 1], light: 'green' },
      { id: 'b', point: [1, 1], light: 'red' },
      { id: 'c', point: [1, 1], light: 'yellow' },
    ]).features.map(({ properties }) => properties.order);
    expect(Math.max(...orders)).toBe(orders[1]);
  });
});
