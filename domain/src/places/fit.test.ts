import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCoverage, type CoverageFault } from './coverage.ts';
import { fitOf, surroundingsOf } from './fit.ts';
import type { MultiPolygon } from './geojson.ts';

/** A box in thousandths of a degree from 109.59, 23.11. */
function box(west: number, south: number, east: number, north: number): MultiPolygon {
  const at = (i: number, j: number): [number, number] => [109.59 + i / 1000, 23.11 + j / 1000];
  return {
    type: 'MultiPolygon',
    coordinates: [[[at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)]]],
  };
}

const parent = { code: '1', boundary: box(0, 0, 4, 4) };
const beside = [
  { code: '12', boundary: box(2, 0, 4, 4) },
  { code: '13', boundary: box(0, 2, 2, 4) },
];
const here = surroundingsOf('11', parent, beside, []);

const brief = (faults: readonly CoverageFault[]) =>
  faults
    .map(({ kind, codes, squareMetres }) => [kind, [...codes].sort().join(), Math.round(squareMetres)])
    .sort((a, b) => (String(a) < String(b) ? -1 : 1));

describe('the fit of an area as it is drawn', () => {
  it('finds nothing where it fills its room exactly', () => {
    expect(fitOf(here, box(0, 0, 2, 2))).toEqual([]);
  });

  it('names gap, overlap and what lies outside, in m²', () => {
    expect(brief(fitOf(here, box(0, 0, 1, 2)))).toEqual([['gap', '1', expect.closeTo(22_700, -3)]]);
    expect(brief(fitOf(here, box(0, 0, 3, 2)))).toEqual([['overlap', '11,12', expect.closeTo(22_700, -3)]]);
    expect(brief(fitOf(here, box(-1, 0, 2, 2)))).toEqual([['outside', '1,11', expect.closeTo(22_700, -3)]]);
  });

  it('names an unsound ring with the place where it crosses', () => {
    const bow: MultiPolygon = {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [109.59, 23.11],
            [109.592, 23.112],
            [109.592, 23.11],
            [109.59, 23.112],
            [109.59, 23.11],
          ],
        ],
      ],
    };
    expect(fitOf(here, bow)).toMatchObject([
      { kind: 'invalid', problem: 'ring.selfCrossing', at: [expect.anything()] },
    ]);
  });

  it('names areas under it that stick out, and what of it they leave open', () => {
    const around = surroundingsOf('11', undefined, [], [{ code: '111', boundary: box(0, 0, 2, 1) }]);
    expect(brief(fitOf(around, box(0, 0, 1, 2)))).toEqual([
      ['gap', '11', expect.closeTo(11_400, -3)],
      ['outside', '11,111', expect.closeTo(11_400, -3)],
    ]);
  });

  it('leaves out neighbours that are unsound or not drawn', () => {
    const flat: MultiPolygon = { type: 'MultiPolygon', coordinates: [[[[1, 1]]]] };
    const around = surroundingsOf('11', { code: '1' }, [{ code: '12', boundary: flat }, { code: '13' }], []);
    expect(fitOf(around, box(0, 0, 1, 1))).toEqual([]);
  });

  it('says of the area what the coverage check of its parent says', () => {
    const side = fc.integer({ min: -1, max: 5 });
    fc.assert(
      fc.property(side, side, side, side, (a, b, c, d) => {
        fc.pre(a !== c && b !== d);
        const boundary = box(Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d));
        const whole = checkCoverage(parent, [...beside, { code: '11', boundary }]).faults;
        expect(brief(fitOf(here, boundary))).toEqual(brief(whole));
      }),
    );
  });
});
