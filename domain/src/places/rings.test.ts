import { describe, expect, it } from 'vitest';
import type { MultiPolygon, Ring } from './geojson.ts';
import { asMultiPolygon } from './geojson.ts';
import { faultsOfRings } from './rings.ts';

const square = (west: number, south: number, size: number): Ring => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const area = (...coordinates: Ring[][]): MultiPolygon => ({ type: 'MultiPolygon', coordinates });
const problems = (boundary: MultiPolygon) => faultsOfRings(boundary).map((fault) => fault.problem);

describe('rings', () => {
  it('finds nothing in sound ones: with a hole, an island in it, corners touching, a position twice', () => {
    expect(problems(area([square(0, 0, 10), square(2, 2, 5)], [square(3, 3, 1)]))).toEqual([]);
    expect(problems(area([square(0, 0, 1)], [square(1, 1, 1)]))).toEqual([]);
    expect(
      problems(
        area([
          [
            [0, 0],
            [1, 0],
            [1, 0],
            [1, 1],
            [0, 0],
            [0, 0],
          ],
        ]),
      ),
    ).toEqual([]);
  });

  it.each([
    ['ring.none', area()],
    ['ring.none', area([])],
    [
      'ring.tooShort',
      area([
        [
          [0, 0],
          [1, 1],
          [0, 0],
        ],
      ]),
    ],
    ['ring.tooShort', area([[]])],
    [
      'ring.notClosed',
      area([
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
        ],
      ]),
    ],
    [
      'ring.notNumbers',
      area([
        [
          [0, 0],
          [Number.NaN, 0],
          [1, 1],
          [0, 0],
        ],
      ]),
    ],
    [
      'ring.outOfRange',
      area([
        [
          [0, 0],
          [181, 0],
          [1, 1],
          [0, 0],
        ],
      ]),
    ],
    [
      'ring.noArea',
      area([
        [
          [0, 0],
          [0, 0],
          [0, 0],
          [0, 0],
        ],
      ]),
    ],
    [
      'ring.selfCrossing',
      area([
        [
          [0, 0],
          [1, 1],
          [2, 2],
          [0, 0],
        ],
      ]),
    ],
    [
      'ring.selfCrossing',
      area([
        [
          [0, 0],
          [1, 1],
          [1, 0],
          [0, 1],
          [0, 0],
        ],
      ]),
    ],
    [
      'ring.selfCrossing',
      area([
        [
          [0, 0],
          [4, 0],
          [4, 4],
          [2, 0],
          [0, 4],
          [0, 0],
        ],
      ]),
    ],
    ['ring.crossesOther', area([square(0, 0, 2), square(1, 1, 2)])],
    ['ring.crossesOther', area([square(0, 0, 4)], [square(1, 1, 1)])],
    ['ring.holeOutside', area([square(0, 0, 1), square(5, 5, 1)])],
  ] as const)('reports %s', (problem, boundary) => {
    expect(problems(boundary)).toEqual([problem]);
  });

  it('says where a ring crosses itself and how large it is', () => {
    const [fault] = faultsOfRings(
      area([
        [
          [0, 0],
          [3, 2],
          [3, 0],
          [0, 2],
          [0, 0],
        ],
      ]),
    );
    expect(fault?.at).toEqual([[1.5, 1]]);
    const [open] = faultsOfRings(area([square(0, 0, 0.01).slice(0, 4)]));
    expect(open?.squareMetres).toBeGreaterThan(1_200_000);
    expect(open?.geometry.coordinates[0]).toHaveLength(4);
  });

  it('reports broken GeoJSON instead of throwing', () => {
    for (const coordinates of [undefined, null, 7, [7], [[7]], [[[7]]], [[[['a', {}]]]], [[[[0, 0]]]], {}]) {
      expect(problems(asMultiPolygon({ type: 'MultiPolygon', coordinates })).length).toBeGreaterThan(0);
    }
  });
});
