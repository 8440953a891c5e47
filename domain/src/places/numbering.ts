import { type CodeScheme, depthOf } from './codes.ts';
import type { Position } from './geojson.ts';
import { distanceMetres } from './measure.ts';

export interface NumberingFault {
  readonly code: 'code.noneFree' | 'code.noLevelBelow';
}

/**
 * The lowest code under a parent that was never given. `used` holds every code ever given there, retired ones
 * too: a retired code is never given again.
 */
export function nextFreeCode(
  scheme: CodeScheme,
  parent: string,
  used: Iterable<string>,
  numbers: { readonly from: number; readonly to: number } = { from: 1, to: Infinity },
): { readonly code: string } | { readonly fault: NumberingFault } {
  const depth = depthOf(scheme, parent);
  const width = depth === undefined ? undefined : scheme.widths[depth];
  if (width === undefined) return { fault: { code: 'code.noLevelBelow' } };
  const taken = new Set(used);
  const last = Math.min(numbers.to, 10 ** width - 1);
  for (let number = Math.max(numbers.from, 1); number <= last; number++) {
    const code = parent + String(number).padStart(width, '0');
    if (!taken.has(code)) return { code };
  }
  return { fault: { code: 'code.noneFree' } };
}

/**
 * Sorts areas into the order their codes follow: west to east, then north to south. Centres whose longitudes
 * lie within the tolerance of the westernmost of their column stand in one column, since no two centres
 * share a longitude exactly.
 */
export function inCodeOrder<A extends { readonly centre: Position }>(areas: readonly A[], toleranceMetres = 50): A[] {
  const westFirst = [...areas].sort((a, b) => a.centre[0] - b.centre[0] || b.centre[1] - a.centre[1]);
  const columns: A[][] = [];
  for (const area of westFirst) {
    const column = columns.at(-1);
    const first = column?.[0];
    if (column !== undefined && first !== undefined && eastwardMetres(first.centre, area.centre) <= toleranceMetres) {
      column.push(area);
    } else {
      columns.push([area]);
    }
  }
  return columns.flatMap((column) => column.sort((a, b) => b.centre[1] - a.centre[1] || a.centre[0] - b.centre[0]));
}

function eastwardMetres(west: Position, east: Position): number {
  return distanceMetres(west, [east[0], west[1]]);
}
