import { assert, double, integer, nat, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MultiPolygon, Position, Ring } from './geojson.ts';
import { locate } from './locate.ts';
import { buildPlaceIndex, chainAt } from './place-index.ts';
import { covers, prepareBoundary } from './prepared.ts';

const side = 5;
const community = '450802001013';

/** A mesh of crooked quadrilaterals whose corners are multiples of 1/1024, so that a reference can be exact. */
function mesh(seed: number): { corners: Position[][]; areas: { code: string; boundary: MultiPolygon }[] } {
  let state = seed + 1;
  const jitter = () => {
    state = (state * 48_271) % 2_147_483_647;
    return (state % 9) - 4;
  };
  const corners = Array.from({ length: side + 1 }, (_, i) =>
    Array.from(
      { length: side + 1 },
      (__, j): Position => [109 + (i * 16 + jitter()) / 1024, 23 + (j * 16 + jitter()) / 1024],
    ),
  );
  const areas = [];
  for (let i = 0; i < side; i++) {
    for (let j = 0; j < side; j++) {
      const ring = [corner(i, j), corner(i + 1, j), corner(i + 1, j + 1), corner(i, j + 1), corner(i, j)];
      const number = ((i * side + j) * 7) % (side * side);
      areas.push({ code: community + String(number + 1).padStart(3, '0'), boundary: asArea(ring) });
    }
  }
  return { corners, areas };

  function corner(i: number, j: number): Position {
    return corners[i]?.[j] ?? [0, 0];
  }
}

function asArea(ring: Ring): MultiPolygon {
  return { type: 'MultiPolygon', coordinates: [[ring]] };
}

/** Winding number over the plain ring: another way of telling inside, exact on multiples of 1/1024. */
function holds(ring: Ring, [x, y]: Position): boolean {
  let turns = 0;
  for (let i = 1; i < ring.length; i++) {
    const [x0, y0] = ring[i - 1] as Position;
    const [x1, y1] = ring[i] as Position;
    const cross = (x1 - x0) * (y - y0) - (x - x0) * (y1 - y0);
    const between = Math.min(x0, x1) <= x && x <= Math.max(x0, x1) && Math.min(y0, y1) <= y && y <= Math.max(y0, y1);
    if (cross === 0 && between) return true;
    if (y0 <= y && y1 > y && cross > 0) turns++;
    if (y1 <= y && y0 > y && cross < 0) turns--;
  }
  return turns !== 0;
}

function lowestHolding(
  areas: readonly { code: string; boundary: MultiPolygon }[],
  point: Position,
): string | undefined {
  return areas
    .filter(({ boundary }) => holds(boundary.coordinates[0]?.[0] ?? [], point))
    .map(({ code }) => code)
    .sort()[0];
}

const prepared = (areas: readonly { code: string; boundary: MultiPolygon }[]) =>
  areas.map(({ code, boundary }) => ({ code, boundary: prepareBoundary(boundary) }));

describe('point → areas', () => {
  it('agrees with an exact reference on lattice points, most of them corners and borders', () => {
    assert(
      property(nat(1000), nat(), nat(), (seed, a, b) => {
        const { areas } = mesh(seed);
        const index = buildPlaceIndex(prepared(areas));
        const point: Position = [109 + ((a % 110) - 10) / 1024, 23 + ((b % 110) - 10) / 1024];
        expect(chainAt(index, point)?.at(-1)).toBe(lowestHolding(areas, point));
      }),
      { numRuns: 2000 },
    );
  });

  it('gives a point on a shared border to the lowest code of those that share it, in whatever order they came', () => {
    const along = double({ min: 0, max: 1, noNaN: true });
    const edge = record({
      i: integer({ min: 1, max: side - 1 }),
      j: integer({ min: 0, max: side - 1 }),
      upright: nat(1),
    });
    assert(
      property(nat(1000), edge, along, (seed, { i, j, upright }, t) => {
        const { corners, areas } = mesh(seed);
        const [from, to] = (
          upright ? [corners[i]?.[j], corners[i]?.[j + 1]] : [corners[j]?.[i], corners[j + 1]?.[i]]
        ) as [Position, Position];
        const point: Position = [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t];
        const sharing = prepared(areas)
          .filter(({ boundary }) => covers(boundary, ...point))
          .map(({ code }) => code)
          .sort();
        expect(sharing.length).toBeGreaterThanOrEqual(2);
        for (const given of [areas, areas.toReversed()]) {
          expect(chainAt(buildPlaceIndex(prepared(given)), point)?.at(-1)).toBe(sharing[0]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves no point inside the community on no grid', () => {
    const inside = double({ min: 8 / 1024, max: (side * 16 - 8) / 1024, noNaN: true });
    assert(
      property(nat(1000), inside, inside, (seed, x, y) => {
        const index = buildPlaceIndex(prepared(mesh(seed).areas));
        expect(chainAt(index, [109 + x, 23 + y])).toHaveLength(1);
      }),
      { numRuns: 1000 },
    );
  });

  it('agrees with the reference where levels overlap, grids leave holes, and the map is far wider than the places', () => {
    const square = (code: string, west: number, south: number, size: number) => {
      const [w, s0, e, n] = [
        109 + west / 1024,
        23 + south / 1024,
        109 + (west + size) / 1024,
        23 + (south + size) / 1024,
      ];
      const ring: Ring = [
        [w, s0],
        [e, s0],
        [e, n],
        [w, n],
        [w, s0],
      ];
      return { code, boundary: asArea(ring) };
    };
    assert(
      property(nat(1000), nat(), nat(), nat(1), (seed, a, b, wide) => {
        // Every third grid is missing; the community is larger than its grids, and a neighbour overlaps it.
        const areas = mesh(seed).areas.filter((_, i) => i % 3 !== 0);
        areas.push(square(community, -4, -4, 60), square('450802001014', 40, 40, 60), square('450802', -20, -20, 140));
        if (wide === 1) areas.push(square('450803', 20_000, 9_000, 10));
        const index = buildPlaceIndex(prepared(areas));
        const point: Position = [109 + ((a % 160) - 30) / 1024, 23 + ((b % 160) - 30) / 1024];
        const holding = areas.filter(({ boundary }) => holds(boundary.coordinates[0]?.[0] ?? [], point));
        const deepest = Math.max(...holding.map(({ code }) => code.length));
        const expected = holding
          .filter(({ code }) => code.length === deepest)
          .map(({ code }) => code)
          .sort();
        expect(chainAt(index, point)?.at(-1)).toBe(expected[0]);
      }),
      { numRuns: 3000 },
    );
  });

  it('names the areas above from the code, those without a boundary too', () => {
    const ring: Ring = [
      [109, 23],
      [110, 23],
      [110, 24],
      [109, 24],
      [109, 23],
    ];
    const index = buildPlaceIndex([
      { code: '45' },
      { code: '450802', boundary: prepareBoundary(asArea(ring)) },
      { code: '450802001' },
      { code: community },
      ...prepared(mesh(7).areas),
    ]);
    const grid = chainAt(index, [109.04, 23.04]);
    expect(grid?.slice(0, -1)).toEqual(['45', '450802', '450802001', community]);
    expect(locate(index, [109.04, 23.04])).toEqual({ chain: grid?.slice(1), county: '450802', smallest: grid?.at(-1) });
    expect(locate(index, [109.9, 23.9])).toEqual({ chain: ['450802'], county: '450802', smallest: '450802' });
    expect(locate(index, [109, 23.5])?.smallest).toBe('450802');
    expect(locate(index, [108.9, 23.5])).toBeUndefined();
    expect(locate(index, [Number.NaN, 23.5])).toBeUndefined();
  });

  it('does not serve a place known only as part of a city', () => {
    const ring: Ring = [
      [109, 23],
      [110, 23],
      [110, 24],
      [109, 23],
    ];
    expect(
      locate(buildPlaceIndex([{ code: '4508', boundary: prepareBoundary(asArea(ring)) }]), [109.9, 23.1]),
    ).toBeUndefined();
    expect(locate(buildPlaceIndex([]), [109.9, 23.1])).toBeUndefined();
  });

  it('keeps holes and islands apart', () => {
    const square = (west: number, size: number): Ring => [
      [west, west - 86],
      [west + size, west - 86],
      [west + size, west - 86 + size],
      [west, west - 86 + size],
      [west, west - 86],
    ];
    const ringed: MultiPolygon = {
      type: 'MultiPolygon',
      coordinates: [[square(109, 8), square(110, 4)], [square(111, 1)]],
    };
    const boundary = prepareBoundary(ringed);
    expect(covers(boundary, 109.5, 23.5)).toBe(true);
    expect(covers(boundary, 110.5, 24.5)).toBe(false);
    expect(covers(boundary, 110, 24.5)).toBe(true);
    expect(covers(boundary, 111.5, 25.5)).toBe(true);
    expect(covers(boundary, 113, 26)).toBe(false);
  });
});
