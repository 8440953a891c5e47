import Flatbush from 'flatbush';
import { type Cells, claimCells, emptyCells, ownerAt } from './cells.ts';
import type { Position } from './geojson.ts';
import { borderTolerance, coveredBy, type PreparedBoundary } from './prepared.ts';

/** One area as the index needs it. Areas without a boundary still stand in the chains of those below them. */
export interface IndexedArea {
  readonly code: string;
  readonly boundary?: PreparedBoundary;
}

/** Answers which areas a point lies in. Built once, read many times; a change of a boundary builds a new one. */
export interface PlaceIndex {
  /** Boxes of the areas that have a boundary, in order of precedence: the deepest level first, within a level the lowest code first. */
  readonly tree: Flatbush | undefined;
  /** The short way for points well inside an area. */
  readonly cells: Cells | undefined;
  /** Edges of all of them in that order, in one array, so that a look-up touches little memory. */
  readonly edges: Float64Array;
  /** Where the edges of each begin; one more entry marks the end. */
  readonly starts: Uint32Array;
  /** For each of them the codes from the outermost area down to itself. */
  readonly chains: readonly (readonly string[])[];
}

/** Builds the index. Codes of several counties may stand in one index. */
export function buildPlaceIndex(areas: Iterable<IndexedArea>): PlaceIndex {
  const codes = new Set<string>();
  const drawn: { code: string; boundary: PreparedBoundary }[] = [];
  for (const { code, boundary } of areas) {
    codes.add(code);
    if (boundary !== undefined && boundary.edges.length > 0) drawn.push({ code, boundary });
  }
  drawn.sort((a, b) => b.code.length - a.code.length || (a.code < b.code ? -1 : 1));
  const tree = treeOf(drawn.map((area) => area.boundary));
  const { edges, starts } = packed(drawn.map((area) => area.boundary.edges));
  return {
    tree,
    cells: tree && cellsOf(tree, edges, starts),
    edges,
    starts,
    chains: drawn.map((area) => Object.freeze(chainOf(codes, area.code))),
  };
}

/**
 * Codes of the areas that hold the point, outermost first, the smallest last; undefined outside every drawn
 * area. A point on a border belongs to the area with the lowest code of the deepest level there, always the same one.
 * What stands above it is read off its code: a parent without a boundary is in the chain as well.
 */
export function chainAt(index: PlaceIndex, point: Position): readonly string[] | undefined {
  const [lon, lat] = point;
  if (index.tree === undefined || !Number.isFinite(lon) || !Number.isFinite(lat)) return undefined;
  const owner = index.cells && ownerAt(index.cells, lon, lat);
  if (owner !== undefined) return index.chains[owner];
  const near = index.tree.search(
    lon - borderTolerance,
    lat - borderTolerance,
    lon + borderTolerance,
    lat + borderTolerance,
  );
  // A handful of boxes overlap at a point: an insertion sort beats the general one.
  for (let i = 1; i < near.length; i++) {
    const value = near[i] as number;
    let j = i;
    for (; j > 0 && (near[j - 1] as number) > value; j--) near[j] = near[j - 1] as number;
    near[j] = value;
  }
  for (const item of near) {
    const from = index.starts[item] as number;
    const to = index.starts[item + 1] as number;
    if (coveredBy(index.edges, from, to, lon, lat)) return index.chains[item];
  }
  return undefined;
}

function treeOf(boundaries: readonly PreparedBoundary[]): Flatbush | undefined {
  if (boundaries.length === 0) return undefined;
  const tree = new Flatbush(boundaries.length);
  for (const { box } of boundaries) tree.add(...box);
  tree.finish();
  return tree;
}

function cellsOf(tree: Flatbush, edges: Float64Array, starts: Uint32Array): Cells {
  const cells = emptyCells([tree.minX, tree.minY, tree.maxX, tree.maxY], tree.numItems);
  for (let item = 0; item < tree.numItems; item++)
    claimCells(cells, item, edges.subarray(starts[item], starts[item + 1]));
  return cells;
}

function packed(parts: readonly Float64Array[]): { edges: Float64Array; starts: Uint32Array } {
  const starts = new Uint32Array(parts.length + 1);
  for (const [item, part] of parts.entries()) starts[item + 1] = (starts[item] as number) + part.length;
  const edges = new Float64Array(starts[parts.length] as number);
  for (const [item, part] of parts.entries()) edges.set(part, starts[item]);
  return { edges, starts };
}

function chainOf(codes: ReadonlySet<string>, code: string): readonly string[] {
  const chain: string[] = [];
  for (let digits = 1; digits <= code.length; digits++) {
    const prefix = code.slice(0, digits);
    if (codes.has(prefix)) chain.push(prefix);
  }
  return chain;
}
