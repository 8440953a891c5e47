import { assert, double, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MultiPolygon } from './geojson.ts';
import { centreOf, distanceMetres, signedSquareMetres, snapped, squareMetres } from './measure.ts';

const chinaPoint = tuple(double({ min: 73, max: 135, noNaN: true }), double({ min: 18, max: 53, noNaN: true }));

function box(west: number, south: number, size: number): [number, number][] {
  return [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ];
}

describe('distance', () => {
  it('measures a degree of latitude and no distance at all', () => {
    expect(distanceMetres([109, 23], [109, 24])).toBeCloseTo(111_195, -2);
    expect(distanceMetres([109, 23], [109, 23])).toBe(0);
  });
});

describe('area', () => {
  it('agrees with the integral over the WGS 84 ellipsoid', () => {
    const [a, e2, radians] = [6_378_137, 0.006_694_379_990_14, Math.PI / 180];
    // Area of a strip = meridian radius × prime vertical radius × cosine, summed over thin strips of one degree's width.
    let integral = 0;
    const strips = 10_000;
    for (let i = 0; i < strips; i++) {
      const lat = (23 + (i + 0.5) / strips) * radians;
      const w = 1 - e2 * Math.sin(lat) ** 2;
      integral += ((a * a * (1 - e2)) / w ** 2) * Math.cos(lat) * (radians / strips) * radians;
    }
    const cell: MultiPolygon = { type: 'MultiPolygon', coordinates: [[box(109, 23, 1)]] };
    expect(Math.abs(squareMetres(cell) / integral - 1)).toBeLessThan(1e-8);
  });

  it('keeps small areas exact: 100 cells of a square add up to it', () => {
    const size = 0.001;
    const whole = signedSquareMetres(box(109.59, 23.1, size * 10));
    let sum = 0;
    for (let i = 0; i < 10; i++)
      for (let j = 0; j < 10; j++) sum += signedSquareMetres(box(109.59 + i * size, 23.1 + j * size, size));
    expect(Math.abs(sum - whole)).toBeLessThan(0.001);
  });

  it('takes holes off and does not mind which way rings run', () => {
    const shell = box(109, 23, 0.01);
    const hole = box(109.002, 23.002, 0.005);
    const withHole = squareMetres({ type: 'MultiPolygon', coordinates: [[shell, hole]] });
    const turned = squareMetres({ type: 'MultiPolygon', coordinates: [[shell.toReversed(), hole]] });
    expect(withHole).toBeCloseTo(signedSquareMetres(shell) - signedSquareMetres(hole), 3);
    expect(turned).toBeCloseTo(withHole, 3);
  });
});

describe('centre', () => {
  it('is the middle of a square, and of two equal squares whichever way they run', () => {
    expect(centreOf({ type: 'MultiPolygon', coordinates: [[box(109, 23, 2)]] })).toEqual([110, 24]);
    const [lon, lat] = centreOf({
      type: 'MultiPolygon',
      coordinates: [[box(109, 23, 1)], [box(111, 23, 1).toReversed()]],
    });
    expect(lon).toBeCloseTo(110.5, 9);
    expect(lat).toBeCloseTo(23.5, 9);
  });
});

describe('snapping', () => {
  it('moves a point by at most the diagonal of half a cell and is idempotent', () => {
    assert(
      property(chinaPoint, (point) => {
        const moved = snapped(point);
        expect(distanceMetres(point, moved)).toBeLessThan(75);
        expect(snapped(moved)).toEqual(moved);
      }),
    );
  });
});
