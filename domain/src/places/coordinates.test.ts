import { assert, constantFrom, double, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convertBoundary, convertPoint, coordinateSystems } from './coordinates.ts';
import type { MultiPolygon } from './geojson.ts';
import { distanceMetres } from './measure.ts';

const system = constantFrom(...coordinateSystems);
// Inside the box within which the Chinese systems shift points.
const chinaPoint = tuple(double({ min: 80, max: 134, noNaN: true }), double({ min: 19, max: 52, noNaN: true }));

describe('coordinate systems', () => {
  it('puts the centre of 港北区 where WGS 84 has it, some 500 m from its place in GCJ-02', () => {
    const wgs84 = convertPoint([109.59481, 23.107677], 'GCJ02', 'WGS84');
    expect(wgs84[0]).toBeCloseTo(109.590619, 5);
    expect(wgs84[1]).toBeCloseTo(23.110577, 5);
  });

  it('there and back again is less than 1 m off', () => {
    assert(
      property(chinaPoint, system, system, (point, from, to) => {
        expect(distanceMetres(point, convertPoint(convertPoint(point, from, to), to, from))).toBeLessThan(1);
      }),
    );
  });

  it('converts boundaries without touching the original and keeps shared corners shared', () => {
    const corner: [number, number] = [109.6, 23.1];
    const original: MultiPolygon = {
      type: 'MultiPolygon',
      coordinates: [
        [[corner, [109.61, 23.1], [109.61, 23.11], corner]],
        [[corner, [109.59, 23.1], [109.59, 23.09], corner]],
      ],
    };
    const before = JSON.stringify(original);
    const converted = convertBoundary(original, 'WGS84', 'BD09');
    expect(JSON.stringify(original)).toBe(before);
    expect(converted.coordinates[0]?.[0]?.[0]).toEqual(converted.coordinates[1]?.[0]?.[0]);
    expect(converted.coordinates[0]?.[0]?.[0]).not.toEqual(corner);
    expect(convertBoundary(original, 'CGCS2000', 'WGS84')).toEqual(original);
  });
});
