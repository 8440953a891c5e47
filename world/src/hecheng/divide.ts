import type { Chance } from './random.ts';
import { type Cell, type Cut, cutCell, extentAlong, type Mesh, middleOf, reach } from './mesh.ts';

export interface Division {
  /** One cell for each weight, in the order of the weights. */
  readonly cells: readonly Cell[];
  /** The lines between them, the first cut first: the main roads, then the lanes. */
  readonly cuts: readonly Cut[];
}

interface Share {
  readonly weight: number;
  readonly index: number;
}

/**
 * Divides a cell into as many as there are weights, with areas in their proportion, by straight lines along and
 * across the lie of the streets. With `central`, that one's cell is steered to hold the origin.
 */
export function divide(
  mesh: Mesh,
  cell: Cell,
  weights: readonly number[],
  bearing: number,
  chance: Chance,
  central?: number,
): Division {
  const cells: Cell[] = [];
  const cuts: Cut[] = [];
  let open: { cell: Cell; shares: readonly Share[] }[] = [
    { cell, shares: weights.map((weight, index) => ({ weight, index })) },
  ];
  while (open.length > 0) {
    const next: typeof open = [];
    for (const part of open) {
      const [only] = part.shares;
      if (part.shares.length === 1 && only !== undefined) {
        cells[only.index] = part.cell;
        continue;
      }
      const { halves, cut } = halve(mesh, part.cell, part.shares, bearing, chance, central);
      cuts.push(cut);
      next.push(...halves);
    }
    open = next;
  }
  return { cells, cuts };
}

function halve(
  mesh: Mesh,
  cell: Cell,
  shares: readonly Share[],
  bearing: number,
  chance: Chance,
  central: number | undefined,
): { halves: { cell: Cell; shares: readonly Share[] }[]; cut: Cut } {
  const across = extentAlong(mesh, cell, bearing) >= extentAlong(mesh, cell, bearing + Math.PI / 2) ? 0 : Math.PI / 2;
  const direction = bearing + across + (chance.next() - 0.5) * 0.12;
  const middle = Math.ceil(shares.length / 2);
  const [first, second] = [shares.slice(0, middle), shares.slice(middle)];
  const part = weightOf(first) / weightOf(shares);
  const firstLow = lowGoesFirst(mesh, cell, direction, first, shares, central);
  const { low, high, cut } = cutCell(mesh, cell, direction, firstLow ? part : 1 - part);
  const halves = firstLow
    ? [
        { cell: low, shares: first },
        { cell: high, shares: second },
      ]
    : [
        { cell: low, shares: second },
        { cell: high, shares: first },
      ];
  return { halves, cut };
}

/** Which half of the weights takes the lower side: the one that brings the central cell to the origin's side. */
function lowGoesFirst(
  mesh: Mesh,
  cell: Cell,
  direction: number,
  first: readonly Share[],
  shares: readonly Share[],
  central: number | undefined,
): boolean {
  if (central === undefined || !shares.some(({ index }) => index === central)) return true;
  const originIsLow = reach(middleOf(mesh, cell), direction) > 0;
  return first.some(({ index }) => index === central) === originIsLow;
}

function weightOf(shares: readonly Share[]): number {
  return shares.reduce((sum, { weight }) => sum + weight, 0);
}
