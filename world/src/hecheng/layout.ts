import { divide } from './divide.ts';
import { type Cell, type Cut, type Mesh, newMesh } from './mesh.ts';
import { communities, streets } from './names.ts';
import type { Chance } from './random.ts';

/** Published counts of 荷城社区 (four-places.json): one small grid for each of its chiefs. */
export const published = { households: 23_797, grids: 38, microgrids: 674, exclusiveGrids: 25 } as const;

/** The land, cell by cell, from the county down to the microgrids of one community. */
export interface Layout {
  readonly mesh: Mesh;
  readonly county: Cell;
  readonly streets: readonly Cell[];
  readonly communities: readonly Cell[];
  readonly community: Cell;
  readonly grids: readonly { readonly cell: Cell; readonly microgrids: readonly Cell[] }[];
  readonly exclusive: readonly Cell[];
  /** Streets of the community: the roads first, then the lanes. */
  readonly cuts: readonly Cut[];
}

const kilometre = 100_000;
/** The lie of the streets, a little off the compass. */
const lie = 0.14;

/** Lays out 港北区, its streets, the communities of 贵城街道, and 荷城社区 down to the microgrid. */
export function layOut(chance: Chance): Layout {
  const { mesh, cell: county } = newMesh(countyOutline(chance));
  const land = streets.map((street) => street.land);
  const streetCells = divide(mesh, county, land, lie, chance, 0).cells;
  const central = communities.findIndex(([digits]) => digits === '013');
  const share = communities.map((_, i) => (i === central ? 1.1 : 0.7 + chance.next()));
  const communityCells = divide(mesh, streetCells[0] as Cell, share, lie, chance, central).cells;
  const community = communityCells[central] as Cell;
  return {
    mesh,
    county,
    streets: streetCells,
    communities: communityCells,
    community,
    ...layOutGrids(mesh, community, chance),
  };
}

/** A rough ellipse of 40 by 33 km. */
function countyOutline(chance: Chance): [number, number][] {
  const corners = 14;
  return Array.from({ length: corners }, (_, i): [number, number] => {
    const turn = ((i + chance.next() * 0.3) / corners) * 2 * Math.PI;
    return [Math.round(20 * kilometre * Math.cos(turn)), Math.round(16.5 * kilometre * Math.sin(turn))];
  });
}

function layOutGrids(mesh: Mesh, community: Cell, chance: Chance): Pick<Layout, 'grids' | 'exclusive' | 'cuts'> {
  const blocks = Array.from({ length: published.grids }, () => 0.75 + chance.next() * 0.5);
  const { cells, cuts } = divide(mesh, community, blocks, lie, chance);
  const counts = microgridCounts(chance);
  const withSite = new Set(chosen(published.grids, published.exclusiveGrids, chance));
  const exclusive: Cell[] = [];
  const grids = cells.map((block, i) => {
    const rest = withSite.has(i) ? cutOutSite(mesh, block, exclusive, chance) : block;
    const weights = Array.from({ length: counts[i] as number }, () => 0.8 + chance.next() * 0.4);
    return { cell: rest, microgrids: divide(mesh, rest, weights, lie, chance).cells };
  });
  return { grids, exclusive, cuts };
}

/** A mall, school, market or park takes a fifth to a third of its block and is a grid of its own. */
function cutOutSite(mesh: Mesh, block: Cell, exclusive: Cell[], chance: Chance): Cell {
  const part = 0.2 + chance.next() * 0.13;
  const [site, rest] = divide(mesh, block, [part, 1 - part], lie, chance).cells as [Cell, Cell];
  exclusive.push(site);
  return rest;
}

/** 674 microgrids over 38 grids, 17 or 18 each and then a few moved about. */
function microgridCounts(chance: Chance): number[] {
  const counts = Array.from(
    { length: published.grids },
    (_, i) =>
      Math.floor(((i + 1) * published.microgrids) / published.grids) -
      Math.floor((i * published.microgrids) / published.grids),
  );
  for (let moves = 0; moves < 60; moves++) {
    const from = chance.whole(0, counts.length - 1);
    const to = chance.whole(0, counts.length - 1);
    if ((counts[from] as number) <= 13 || (counts[to] as number) >= 23) continue;
    counts[from] = (counts[from] as number) - 1;
    counts[to] = (counts[to] as number) + 1;
  }
  return counts;
}

/** So many different numbers below a limit, by chance. */
function chosen(limit: number, count: number, chance: Chance): number[] {
  const left = Array.from({ length: limit }, (_, i) => i);
  return Array.from({ length: count }, () => left.splice(chance.whole(0, left.length - 1), 1)[0] as number);
}
