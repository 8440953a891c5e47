import { sharedBy, without } from './clipping.ts';
import { type CoverageArea, type CoverageFault, piecesOf } from './coverage.ts';
import { type Box, boxOf, type MultiPolygon } from './geojson.ts';
import { faultsOfRings } from './rings.ts';

interface Drawn {
  readonly code: string;
  readonly boundary: MultiPolygon;
  readonly box: Box;
}

/**
 * The surroundings of an area that is being drawn: what is above it, beside it and under it. Made once, so that each
 * stroke costs the overlay of one shape only.
 */
export interface Surroundings {
  readonly code: string;
  readonly parent: Drawn | undefined;
  readonly beside: readonly Drawn[];
  readonly under: readonly Drawn[];
  /** What of the parent nobody beside it covers: exactly the place for the area. */
  readonly room: MultiPolygon | undefined;
}

/** Takes sound shapes only: what is unsound is for the coverage check of the whole to say. */
export function surroundingsOf(
  code: string,
  parent: CoverageArea | undefined,
  beside: readonly CoverageArea[],
  under: readonly CoverageArea[],
): Surroundings {
  const [above] = parent === undefined ? [] : sound([parent]);
  const others = sound(beside.filter((area) => area.code !== code));
  const room =
    above === undefined
      ? undefined
      : without(
          above.boundary,
          others.map(({ boundary }) => boundary),
        );
  return { code, parent: above, beside: others, under: sound(under), room };
}

function sound(areas: readonly CoverageArea[]): readonly Drawn[] {
  return areas.flatMap(({ code, boundary }) =>
    boundary === undefined || faultsOfRings(boundary).length > 0 ? [] : [{ code, boundary, box: boxOf(boundary) }],
  );
}

/**
 * What does not fit about a boundary as it is drawn: its own rings; overlaps with areas beside it, what lies outside its
 * parent, what of the parent stays open; areas under it that it does not hold, and what of it they leave open. Says the
 * same of it as the coverage check would once it is saved.
 * @param toleranceSquareMetres pieces smaller than this are rounding
 */
export function fitOf(
  { code, parent, beside, under, room }: Surroundings,
  boundary: MultiPolygon,
  toleranceSquareMetres = 1,
): readonly CoverageFault[] {
  const unsound = faultsOfRings(boundary);
  if (unsound.length > 0) {
    return unsound.map(({ problem, squareMetres, geometry, at }) => ({
      kind: 'invalid',
      codes: [code],
      problem,
      squareMetres,
      geometry,
      at,
    }));
  }
  const box = boxOf(boundary);
  const faults = (kind: 'gap' | 'overlap' | 'outside', codes: readonly string[], found: MultiPolygon | undefined) =>
    piecesOf(kind, codes, found, toleranceSquareMetres);
  const shapes = under.map((area) => area.boundary);
  return [
    ...beside.flatMap((other) =>
      meet(box, other.box) ? faults('overlap', pair(code, other.code), sharedBy(other.boundary, boundary)) : [],
    ),
    ...(parent === undefined ? [] : faults('outside', [code, parent.code], without(boundary, [parent.boundary]))),
    ...(parent === undefined
      ? []
      : faults('gap', [parent.code], room === undefined ? undefined : without(room, [boundary]))),
    ...under.flatMap((child) => faults('outside', [child.code, code], without(child.boundary, [boundary]))),
    ...(under.length === 0 ? [] : faults('gap', [code], without(boundary, shapes))),
  ];
}

function pair(a: string, b: string): readonly string[] {
  return a < b ? [a, b] : [b, a];
}

function meet(a: Box, b: Box): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}
