import { existsSync, readFileSync } from 'node:fs';
import {
  buildPlaceIndex,
  centreOf,
  chainAt,
  checkCoverage,
  convertPoint,
  defaultCodeScheme,
  distanceMetres,
  faultOfCode,
  prepareBoundary,
  squareMetres,
} from '@gezhi/domain/places/index';
import { describe, expect, it } from 'vitest';
import { buildHecheng } from './index.ts';

const place = buildHecheng();
const community = '450802001013';
const byCode = new Map(place.areas.map((area) => [area.code, area]));
const childrenOf = (parent: string) => place.areas.filter((area) => area.parent === parent);
const ofKind = (kind: string) => place.areas.filter((area) => area.kind === kind);
const households = (list: readonly { households?: number }[]) =>
  list.reduce((sum, one) => sum + (one.households ?? 0), 0);

describe('荷城社区', () => {
  it('has the published counts', () => {
    const microgrids = ofKind('microgrid');
    const grids = ofKind('grid');
    expect(grids).toHaveLength(38);
    expect(microgrids).toHaveLength(674);
    expect(ofKind('exclusive-grid')).toHaveLength(25);
    expect(byCode.get(community)?.households).toBe(23_797);
    expect(households(grids)).toBe(23_797);
    expect(households(microgrids)).toBe(23_797);
    expect(households(place.buildings)).toBe(23_797);
    for (const grid of grids) expect(households(childrenOf(grid.code))).toBe(grid.households);
    expect(Math.min(...place.buildings.map((building) => building.households))).toBeGreaterThan(0);
  });

  it.each(['450802', '450802001', community, ...ofKind('grid').map((grid) => grid.code)])(
    'the children of %s cover it without gap or overlap',
    (code) => {
      const report = checkCoverage(byCode.get(code) ?? { code }, childrenOf(code), 1);
      expect(report).toMatchObject({ faults: [], undrawn: [], complete: true });
    },
  );

  it('lies on the real centre and is about as large as a community', () => {
    const { boundary } = byCode.get(community) ?? expect.fail();
    expect(distanceMetres(centreOf(boundary), convertPoint([109.59481, 23.107677], 'GCJ02', 'WGS84'))).toBeLessThan(5);
    expect(squareMetres(boundary)).toBeGreaterThan(1_500_000);
    expect(squareMetres(boundary)).toBeLessThan(3_500_000);
    const smallest = Math.min(...ofKind('microgrid').map((area) => squareMetres(area.boundary)));
    expect(smallest).toBeGreaterThan(500);
  });

  it('has sound codes, each once; exclusive grids from 601 to 625, grids from 001 to 038 west to east', () => {
    expect(byCode.size).toBe(place.areas.length);
    for (const { code, parent } of place.areas) {
      expect(faultOfCode(defaultCodeScheme, code)).toBeUndefined();
      if (parent !== undefined) expect(byCode.has(parent) && code.startsWith(parent)).toBe(true);
    }
    expect(ofKind('exclusive-grid').map(({ code }) => Number(code.slice(12)))).toEqual(
      Array.from({ length: 25 }, (_, i) => 601 + i),
    );
    const grids = ofKind('grid');
    expect(grids.map(({ code }) => Number(code.slice(12)))).toEqual(Array.from({ length: 38 }, (_, i) => 1 + i));
    const longitudes = grids.map((grid) => centreOf(grid.boundary)[0]);
    expect(longitudes[0]).toBeLessThan((longitudes.at(-1) ?? 0) - 0.005);
  });

  it('every building and landmark stands in the area it names', () => {
    const index = buildPlaceIndex(
      place.areas.map(({ code, boundary }) => ({ code, boundary: prepareBoundary(boundary) })),
    );
    for (const { point, microgrid } of place.buildings) expect(chainAt(index, point)?.at(-1)).toBe(microgrid);
    for (const { point, area } of place.landmarks) expect(chainAt(index, point)).toContain(area);
  });

  it('names things once: no two areas, buildings or landmarks of a kind share a name', () => {
    for (const names of [
      ofKind('microgrid').map((area) => area.name),
      [...ofKind('grid'), ...ofKind('exclusive-grid')].map((area) => area.name),
      place.buildings.map((building) => building.name),
      place.buildings.map((building) => building.address),
      place.roads.map((road) => road.name),
    ]) {
      expect(new Set(names).size).toBe(names.length);
      expect(names.every((name) => name !== '' && !name.includes('undefined'))).toBe(true);
    }
  });

  it('is the same each time, and another with another seed', () => {
    expect(JSON.stringify(buildHecheng())).toBe(JSON.stringify(place));
    expect(JSON.stringify(buildHecheng(7))).not.toBe(JSON.stringify(place));
  });

  it.each([1, 2, 3, 4, 5])('keeps its counts and covers the land with seed %i too', (seed) => {
    const other = buildHecheng(seed);
    expect(other.areas).toHaveLength(place.areas.length);
    for (const area of other.areas.filter(({ kind }) => kind !== 'microgrid' && kind !== 'exclusive-grid')) {
      const children = other.areas.filter(({ parent }) => parent === area.code);
      if (children.length > 0) expect(checkCoverage(area, children, 1).faults).toEqual([]);
    }
  });

  const divisions = new URL('../../../../shared/data/', import.meta.url);
  it.skipIf(!existsSync(divisions))('carries the real codes and names of the division list', () => {
    const rows = ['divisions-streets.csv', 'divisions-villages.csv'].flatMap((file) =>
      readFileSync(new URL(file, divisions), 'utf8')
        .split('\n')
        .map((line) => line.replaceAll('"', '').split(',')),
    );
    const real = rows.filter(([code]) => /^450802\d{3}$/.test(code ?? '') || /^450802001\d{3}$/.test(code ?? ''));
    for (const [code, name] of real) expect(byCode.get(code ?? '')?.name).toBe(name);
    expect(real).toHaveLength(8 + 25);
  });
});
