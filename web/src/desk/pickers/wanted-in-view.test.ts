import { expect, it } from 'vitest';
import type { Outline } from '../../ui/map/features.ts';
import { wantedInView } from './wanted-in-view.ts';

const square = (code: string, west: number): Outline => ({
  code,
  name: code,
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 0],
        [west + 1, 0],
        [west + 1, 1],
        [west, 1],
        [west, 0],
      ],
    ],
  },
});

const outlines = [square('450802001', 0), square('450802001001', 0), square('450802001002', 5)];

it('wants what lies under the smallest areas on the screen', () => {
  const at = (west: number) =>
    wantedInView(outlines, [
      [west, 0],
      [west + 0.5, 1],
    ]);
  expect(at(0.2)).toEqual(['450802001001']);
  expect(at(5.2)).toEqual(['450802001002']);
  expect(at(20)).toEqual([]);
});

it('wants no more than a screen can name', () => {
  const many = Array.from({ length: 50 }, (_, i) => square(`4508020010${i + 10}`, i));
  expect(
    wantedInView(many, [
      [0, 0],
      [60, 1],
    ]),
  ).toHaveLength(12);
});
