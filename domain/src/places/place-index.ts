import Flatbush from 'flatbush';
import { cellAt, type Cells, rasterOf } from './cells.ts';
import type { Position } from './geojson.ts';
import { borderTolerance, coveredBy, type PreparedBoundary } from './prepared.ts';

const longestList = 16;

/** One area as the index needs it. Areas without a boundary still stand in the chains of those below them. */
export interface IndexedArea {
  readonly code: string;
  readonly boundary?: PreparedBoundary;
}

/** Answers which areas a point lies in. Built once, read many times; a change of a boundary builds a new one. */
export interface PlaceIndex {
  /** Boxes of the areas that have a boundary, in order of precedence: the deepest level first, within a level the lowest code first. */
  readonly tree: Flatbush | undefined;
  /** The short way: what is in which cell. */
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
    cells:
      tree &&
      rasterOf(
        [tree.minX, tree.minY, tree.maxX, tree.maxY],
        drawn.map((area) => area.boundary.edges),
      ),
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
  const item = itemAt(index, index.tree, lon, lat);
  return item === undefined ? undefined : index.chains[item];
}

/** The first item in order of precedence that holds the point. */
function itemAt(index: PlaceIndex, tree: Flatbush, lon: number, lat: number): number | undefined {
  const { cells } = index;
  const cell = cells && cellAt(cells, lon, lat);
  if (cells === undefined || cell === undefined) return firstCovering(index, boxesAt(tree, lon, lat), lon, lat);
  const state = cells.states[cell] as number;
  if (state >= 0) return state === 0 ? undefined : state - 1;
  const from = cells.starts[-state - 1] as number;
  const to = cells.starts[-state] as number;
  // Where many small areas share one cell of a wide raster, their boxes choose better than the list.
  if (to - from > longestList) return firstCovering(index, boxesAt(tree, lon, lat), lon, lat);
  for (let i = from; i < to; i++) {
    const item = cells.items[i] as number;
    if (covers(index, item, lon, lat)) return item;
  }
  return undefined;
}

function firstCovering(index: PlaceIndex, items: readonly number[], lon: number, lat: number): number | undefined {
  return items.find((item) => covers(index, item, lon, lat));
}

function covers(index: PlaceIndex, item: number, lon: number, lat: number): boolean {
  return coveredBy(index.edges, index.starts[item] as number, index.starts[item + 1] as number, lon, lat);
}

/** Items whose boxes hold the point, in order of precedence. */
function boxesAt(tree: Flatbush, lon: number, lat: number): number[] {
  const near = tree.search(lon - borderTolerance, lat - borderTolerance, lon + borderTolerance, lat + borderTolerance);
  return near.sort((a, b) => a - b);
}

function treeOf(boundaries: readonly PreparedBoundary[]): Flatbush | undefined {
  if (boundaries.length === 0) return undefined;
  const tree = new Flatbush(boundaries.length);
  for (const { box } of boundaries) tree.add(...box);
  tree.finish();
  return tree;
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
