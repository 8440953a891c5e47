import Flatbush from 'flatbush';
import { sharedBy, without } from './clipping.ts';
import { boxOf, type MultiLineString, type MultiPolygon, type Position } from './geojson.ts';
import { squareMetres } from './measure.ts';
import { faultsOfRings, type RingProblem } from './rings.ts';

/** An area as the coverage check needs it. */
export interface CoverageArea {
  readonly code: string;
  readonly boundary?: MultiPolygon;
}

/** One place where the areas do not fit, with its size in m² and its shape for the map. */
export type CoverageFault =
  /** Part of the parent that no child covers. */
  | {
      readonly kind: 'gap';
      readonly codes: readonly string[];
      readonly squareMetres: number;
      readonly geometry: MultiPolygon;
    }
  /** Part that two children both claim. */
  | {
      readonly kind: 'overlap';
      readonly codes: readonly string[];
      readonly squareMetres: number;
      readonly geometry: MultiPolygon;
    }
  /** Part of a child that lies outside the parent. */
  | {
      readonly kind: 'outside';
      readonly codes: readonly string[];
      readonly squareMetres: number;
      readonly geometry: MultiPolygon;
    }
  /** A boundary that is no sound shape; it is left out of the other checks. */
  | {
      readonly kind: 'invalid';
      readonly codes: readonly string[];
      readonly problem: RingProblem;
      readonly squareMetres: number;
      readonly geometry: MultiLineString;
      readonly at: readonly Position[];
    }
  /** Two shapes that could not be laid over each other; someone has to look. */
  | { readonly kind: 'unchecked'; readonly codes: readonly string[]; readonly squareMetres: 0 };

export interface CoverageReport {
  readonly parent: string;
  /** Area of the parent in m², when it has a boundary. */
  readonly squareMetres: number;
  readonly faults: readonly CoverageFault[];
  /** Areas without a boundary, the parent included. */
  readonly undrawn: readonly string[];
  /** Whether every area is drawn and nothing is wrong. */
  readonly complete: boolean;
}

/** Pieces smaller than this many m² are rounding, not land. */
const defaultTolerance = 1;

/** Checks that the children of an area are sound shapes, do not overlap, and cover it exactly. */
export function checkCoverage(
  parent: CoverageArea,
  children: readonly CoverageArea[],
  toleranceSquareMetres = defaultTolerance,
): CoverageReport {
  const all = [parent, ...children];
  const invalid = new Map(
    all.map((area) => [area.code, area.boundary === undefined ? [] : invalidOf(area.code, area.boundary)]),
  );
  const drawn = children.flatMap(({ code, boundary }) =>
    boundary === undefined || invalid.get(code)?.length !== 0 ? [] : [{ code, boundary }],
  );
  const whole = invalid.get(parent.code)?.length === 0 ? parent.boundary : undefined;
  const faults = [
    ...[...invalid.values()].flat(),
    ...overlaps(drawn, toleranceSquareMetres),
    ...(whole === undefined ? [] : outsides(parent.code, whole, drawn, toleranceSquareMetres)),
    ...(whole === undefined ? [] : gaps(parent.code, whole, drawn, toleranceSquareMetres)),
  ];
  const undrawn = all.filter((area) => area.boundary === undefined).map((area) => area.code);
  return {
    parent: parent.code,
    squareMetres: whole === undefined ? 0 : squareMetres(whole),
    faults,
    undrawn,
    complete: faults.length === 0 && undrawn.length === 0,
  };
}

interface Drawn {
  readonly code: string;
  readonly boundary: MultiPolygon;
}

function invalidOf(code: string, boundary: MultiPolygon): CoverageFault[] {
  return faultsOfRings(boundary).map(({ problem, squareMetres: size, geometry, at }) => ({
    kind: 'invalid',
    codes: [code],
    problem,
    squareMetres: size,
    geometry,
    at,
  }));
}

function overlaps(drawn: readonly Drawn[], tolerance: number): CoverageFault[] {
  if (drawn.length < 2) return [];
  const tree = new Flatbush(drawn.length);
  for (const { boundary } of drawn) tree.add(...boxOf(boundary));
  tree.finish();
  return drawn.flatMap((a, i) =>
    tree
      .search(...boxOf(a.boundary), (j) => j > i)
      .sort((x, y) => x - y)
      .flatMap((j) => {
        const b = drawn[j] as Drawn;
        return piecesOf('overlap', [a.code, b.code], sharedBy(a.boundary, b.boundary), tolerance);
      }),
  );
}

function outsides(parent: string, whole: MultiPolygon, drawn: readonly Drawn[], tolerance: number): CoverageFault[] {
  return drawn.flatMap(({ code, boundary }) =>
    piecesOf('outside', [code, parent], without(boundary, [whole]), tolerance),
  );
}

function gaps(parent: string, whole: MultiPolygon, drawn: readonly Drawn[], tolerance: number): CoverageFault[] {
  const left = without(
    whole,
    drawn.map(({ boundary }) => boundary),
  );
  return piecesOf('gap', [parent], left, tolerance);
}

/** Each separate piece is a fault of its own, so that each can be shown, measured and mended. */
export function piecesOf(
  kind: 'gap' | 'overlap' | 'outside',
  codes: readonly string[],
  found: MultiPolygon | undefined,
  tolerance: number,
): CoverageFault[] {
  if (found === undefined) return [{ kind: 'unchecked', codes, squareMetres: 0 }];
  return found.coordinates.flatMap((polygon) => {
    const geometry: MultiPolygon = { type: 'MultiPolygon', coordinates: [polygon] };
    const size = squareMetres(geometry);
    return size < tolerance ? [] : [{ kind, codes, squareMetres: size, geometry }];
  });
}
