import { assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCoverage, type CoverageFault } from './coverage.ts';
import type { MultiPolygon, Position, Ring } from './geojson.ts';
import { squareMetres } from './measure.ts';

const step = 0.001;
const area = (ring: Ring): MultiPolygon => ({ type: 'MultiPolygon', coordinates: [[ring]] });
const box = (west: number, south: number, east: number, north: number) =>
  area(
    (
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ] as const
    ).map(([i, j]): Position => [109.59 + i * step, 23.11 + j * step]),
  );
const parent = { code: '450802001013', boundary: box(0, 0, 4, 2) };
const grid = (n: number, boundary: MultiPolygon) => ({ code: `45080200101300${n}`, boundary });
const brief = (faults: readonly CoverageFault[]) =>
  faults.map(({ kind, codes }) => [kind, ...codes.map((code) => code.slice(9))]);

describe('coverage', () => {
  it('is complete when the grids fill the community, corners on the middle of an edge included', () => {
    const report = checkCoverage(parent, [
      grid(1, box(0, 0, 2, 2)),
      grid(2, box(2, 0, 4, 1)),
      grid(3, box(2, 1, 4, 2)),
    ]);
    expect(report).toMatchObject({ faults: [], undrawn: [], complete: true });
    expect(report.squareMetres).toBeCloseTo(squareMetres(parent.boundary), 6);
  });

  it('names a gap, an overlap and what sticks out, each with its size and shape', () => {
    const report = checkCoverage(parent, [
      grid(1, box(0, 0, 2, 2)),
      grid(2, box(1, 0, 3, 1)),
      grid(3, box(2, 1, 5, 2)),
    ]);
    expect(brief(report.faults)).toEqual([
      ['overlap', '013001', '013002'],
      ['outside', '013003', '013'],
      ['gap', '013'],
    ]);
    for (const [fault, shape] of report.faults.map(
      (f, i) => [f, [box(1, 0, 2, 1), box(4, 1, 5, 2), box(3, 0, 4, 1)][i]] as const,
    )) {
      expect(fault.squareMetres).toBeCloseTo(squareMetres(shape as MultiPolygon), 1);
      expect('geometry' in fault && squareMetres(fault.geometry as MultiPolygon)).toBe(fault.squareMetres);
    }
  });

  it('reports separate gaps separately', () => {
    expect(brief(checkCoverage(parent, [grid(1, box(1, 0, 3, 2))]).faults)).toEqual([
      ['gap', '013'],
      ['gap', '013'],
    ]);
  });

  it('leaves out a broken ring, reports it, and then misses its land', () => {
    const bowTie = area([
      [109.59, 23.11],
      [109.592, 23.112],
      [109.592, 23.11],
      [109.59, 23.112],
      [109.59, 23.11],
    ]);
    const report = checkCoverage(parent, [grid(1, bowTie), grid(2, box(2, 0, 4, 2))]);
    expect(brief(report.faults)).toEqual([
      ['invalid', '013001'],
      ['gap', '013'],
    ]);
  });

  it('names what is not drawn', () => {
    const report = checkCoverage({ code: parent.code }, [{ code: '450802001013001' }, grid(2, box(2, 0, 4, 2))]);
    expect(report).toMatchObject({ faults: [], undrawn: [parent.code, '450802001013001'], complete: false });
  });

  it('finds a shift of any one grid by any amount above the tolerance', () => {
    const shift = integer({ min: 1, max: 500 });
    assert(
      property(shift, constantFrom(-1, 1), integer({ min: 0, max: 7 }), (thousandths, sign, which) => {
        const children = Array.from({ length: 8 }, (_, n) => {
          const [i, j] = [n % 4, Math.floor(n / 4)];
          const by = n === which ? (sign * thousandths) / 1000 : 0;
          return grid(n + 1, box(i + by, j, i + 1 + by, j + 1));
        });
        const { faults } = checkCoverage(parent, children, 0);
        const size = (kind: string) =>
          faults.filter((fault) => fault.kind === kind).reduce((sum, fault) => sum + fault.squareMetres, 0);
        const strip = (squareMetres(box(0, 0, 1, 1)) * thousandths) / 1000;
        expect(Math.abs(size('gap') - strip)).toBeLessThan(0.1);
        expect(Math.abs(size('overlap') + size('outside') - strip)).toBeLessThan(0.1);
      }),
      { numRuns: 50 },
    );
  });
});
