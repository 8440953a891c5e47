import type { Box } from './geojson.ts';
import { borderTolerance } from './prepared.ts';

/**
 * A raster over the whole index. A cell that lies wholly inside the area that wins there names it, an empty one
 * says that nothing is there, and one that borders cross lists the few areas to test, in order of precedence.
 */
export interface Cells {
  readonly box: Box;
  readonly columns: number;
  readonly rows: number;
  readonly columnsPerDegree: number;
  readonly rowsPerDegree: number;
  /** Per cell: 0 nothing, n > 0 the item n - 1 holds all of it, n < 0 the list -n - 1. */
  readonly states: Int32Array;
  /** Where each list begins; one more entry marks the end. */
  readonly starts: Uint32Array;
  readonly items: Int32Array;
}

/** The raster while items are entered. States also tell which item was listed last: -(item + 2); -1 is a list that is complete. */
interface Draft {
  readonly box: Box;
  readonly columns: number;
  readonly rows: number;
  readonly columnsPerDegree: number;
  readonly rowsPerDegree: number;
  readonly states: Int32Array;
  /** Cell and item of every entry of every list, in the order entered. */
  entries: Int32Array;
  count: number;
}

/** About eight cells a side for each area; at most 16 MB of them. */
const cellsPerArea = 64;
const mostCells = 4_000_000;
const complete = -1;

/**
 * Builds the raster. Items must come in order of precedence: then a cell that an item holds wholly, and no earlier one
 * touches, is its own.
 */
export function rasterOf(box: Box, edgesOf: readonly Float64Array[]): Cells {
  const draft = emptyDraft(box, edgesOf.length);
  for (const [item, edges] of edgesOf.entries()) {
    let lowest = Infinity;
    let highest = -Infinity;
    for (let i = 0; i < edges.length; i += 4) {
      listAlong(draft, item, edges, i);
      lowest = Math.min(lowest, edges[i + 1] as number);
      highest = Math.max(highest, edges[i + 3] as number);
    }
    const lastRow = rowOf(draft, highest);
    for (let row = rowOf(draft, lowest); row <= lastRow; row++) fillRow(draft, item, edges, row);
  }
  return finished(draft);
}

/** The cell of a point, or undefined off the raster. */
export function cellAt(cells: Cells, lon: number, lat: number): number | undefined {
  const column = Math.floor((lon - cells.box[0]) * cells.columnsPerDegree);
  const row = Math.floor((lat - cells.box[1]) * cells.rowsPerDegree);
  if (column < 0 || row < 0 || column >= cells.columns || row >= cells.rows) return undefined;
  return row * cells.columns + column;
}

function emptyDraft(box: Box, areas: number): Draft {
  const [west, south, east, north] = box;
  const width = Math.max(east - west, 1e-6);
  const height = Math.max(north - south, 1e-6);
  const side = Math.sqrt((width * height) / Math.min(areas * cellsPerArea, mostCells));
  const columns = Math.min(Math.ceil(width / side) + 1, mostCells);
  const rows = Math.min(Math.ceil(height / side) + 1, Math.floor((2 * mostCells) / columns));
  return {
    box,
    columns,
    rows,
    columnsPerDegree: (columns - 1) / width,
    rowsPerDegree: (rows - 1) / height,
    states: new Int32Array(columns * rows),
    entries: new Int32Array(1 << 16),
    count: 0,
  };
}

/** Lists the item in the cells that one of its edges passes or nearly passes. */
function listAlong(draft: Draft, item: number, edges: Float64Array, edge: number): void {
  const x0 = edges[edge] as number;
  const y0 = edges[edge + 1] as number;
  const x1 = edges[edge + 2] as number;
  const y1 = edges[edge + 3] as number;
  const slope = y1 > y0 ? (x1 - x0) / (y1 - y0) : 0;
  const lastRow = rowOf(draft, y1 + borderTolerance);
  for (let row = rowOf(draft, y0 - borderTolerance); row <= lastRow; row++) {
    const south = draft.box[1] + row / draft.rowsPerDegree;
    const from = Math.max(y0, south - borderTolerance);
    const to = Math.min(y1, south + 1 / draft.rowsPerDegree + borderTolerance);
    const a = y1 > y0 ? x0 + (from - y0) * slope : x0;
    const b = y1 > y0 ? x0 + (to - y0) * slope : x1;
    const lastColumn = columnOf(draft, Math.max(a, b) + borderTolerance);
    for (let column = columnOf(draft, Math.min(a, b) - borderTolerance); column <= lastColumn; column++) {
      const cell = row * draft.columns + column;
      const state = draft.states[cell] as number;
      if (state > 0 || state === complete || state === -(item + 2)) continue;
      enter(draft, cell, item);
      draft.states[cell] = -(item + 2);
    }
  }
}

/** Enters the cells of a row whose middle lies between the item's borders and that none of its edges passes. */
function fillRow(draft: Draft, item: number, edges: Float64Array, row: number): void {
  const borders = crossingsOf(edges, draft.box[1] + (row + 0.5) / draft.rowsPerDegree);
  for (let pair = 0; pair + 1 < borders.length; pair += 2) {
    const last = columnOf(draft, borders[pair + 1] as number);
    for (let column = columnOf(draft, borders[pair] as number); column <= last; column++) {
      const cell = row * draft.columns + column;
      const state = draft.states[cell] as number;
      if (state > 0 || state === complete || state === -(item + 2)) continue;
      if (state !== 0) enter(draft, cell, item);
      draft.states[cell] = state === 0 ? item + 1 : complete;
    }
  }
}

/** Longitudes at which edges cross a parallel, from the west. */
function crossingsOf(edges: Float64Array, lat: number): number[] {
  const borders: number[] = [];
  for (let i = 0; i < edges.length; i += 4) {
    const y0 = edges[i + 1] as number;
    const y1 = edges[i + 3] as number;
    if (y0 > lat || y1 <= lat) continue;
    const x0 = edges[i] as number;
    borders.push(x0 + ((lat - y0) / (y1 - y0)) * ((edges[i + 2] as number) - x0));
  }
  return borders.sort((a, b) => a - b);
}

function enter(draft: Draft, cell: number, item: number): void {
  if (draft.count * 2 === draft.entries.length) {
    const larger = new Int32Array(draft.entries.length * 2);
    larger.set(draft.entries);
    draft.entries = larger;
  }
  draft.entries[draft.count * 2] = cell;
  draft.entries[draft.count * 2 + 1] = item;
  draft.count++;
}

/** Gathers the entries of each cell into one list, keeping their order. */
function finished({ entries, count, ...draft }: Draft): Cells {
  const { states } = draft;
  let lists = 0;
  for (let cell = 0; cell < states.length; cell++) if ((states[cell] as number) < 0) states[cell] = -++lists;
  const starts = new Uint32Array(lists + 1);
  const listOf = (entry: number) => -(states[entries[entry * 2] as number] as number) - 1;
  for (let entry = 0; entry < count; entry++) starts[listOf(entry) + 1] = (starts[listOf(entry) + 1] as number) + 1;
  for (let list = 0; list < lists; list++) starts[list + 1] = (starts[list + 1] as number) + (starts[list] as number);
  const next = starts.slice();
  const items = new Int32Array(count);
  for (let entry = 0; entry < count; entry++) {
    const list = listOf(entry);
    items[next[list] as number] = entries[entry * 2 + 1] as number;
    next[list] = (next[list] as number) + 1;
  }
  return { ...draft, starts, items };
}

function rowOf(draft: Draft, lat: number): number {
  return clamp(Math.floor((lat - draft.box[1]) * draft.rowsPerDegree), draft.rows - 1);
}

function columnOf(draft: Draft, lon: number): number {
  return clamp(Math.floor((lon - draft.box[0]) * draft.columnsPerDegree), draft.columns - 1);
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}
