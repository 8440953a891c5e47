import type { Box } from './geojson.ts';
import { borderTolerance } from './prepared.ts';

/**
 * A raster over the whole index. A cell that lies wholly inside the area that wins there names it, so most
 * points are answered without an exact test; every other cell says nothing and the exact test decides.
 */
export interface Cells {
  readonly box: Box;
  readonly columns: number;
  readonly rows: number;
  readonly columnsPerDegree: number;
  readonly rowsPerDegree: number;
  /** Per cell: an item + 1, or free, or crossed by a border. */
  readonly owners: Int32Array;
}

const free = 0;
const crossed = -1;
/** About eight cells a side for each area; at most 16 MB. */
const cellsPerArea = 64;
const mostCells = 4_000_000;

/** An empty raster sized for a number of areas within a box. */
export function emptyCells(box: Box, areas: number): Cells {
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
    owners: new Int32Array(columns * rows),
  };
}

/** The item that owns the whole cell around a point, or undefined when the exact test must decide. */
export function ownerAt(cells: Cells, lon: number, lat: number): number | undefined {
  const column = Math.floor((lon - cells.box[0]) * cells.columnsPerDegree);
  const row = Math.floor((lat - cells.box[1]) * cells.rowsPerDegree);
  if (column < 0 || row < 0 || column >= cells.columns || row >= cells.rows) return undefined;
  const owner = cells.owners[row * cells.columns + column] as number;
  return owner > 0 ? owner - 1 : undefined;
}

/**
 * Gives an item every cell wholly inside it that no earlier item touches. Items must come in order of precedence:
 * then a cell that is still free holds no point of any item before.
 */
export function claimCells(cells: Cells, item: number, edges: Float64Array): void {
  for (let i = 0; i < edges.length; i += 4) {
    crossAlong(cells, edges[i] as number, edges[i + 1] as number, edges[i + 2] as number, edges[i + 3] as number);
  }
  let lowest = Infinity;
  let highest = -Infinity;
  for (let i = 0; i < edges.length; i += 4) {
    lowest = Math.min(lowest, edges[i + 1] as number);
    highest = Math.max(highest, edges[i + 3] as number);
  }
  const lastRow = rowOf(cells, highest);
  for (let row = rowOf(cells, lowest); row <= lastRow; row++) fillRow(cells, item, edges, row);
}

/** Marks the free cells that an edge passes or nearly passes. */
function crossAlong(cells: Cells, x0: number, y0: number, x1: number, y1: number): void {
  const slope = y1 > y0 ? (x1 - x0) / (y1 - y0) : 0;
  const lastRow = rowOf(cells, y1 + borderTolerance);
  for (let row = rowOf(cells, y0 - borderTolerance); row <= lastRow; row++) {
    const south = cells.box[1] + row / cells.rowsPerDegree;
    const from = Math.max(y0, south - borderTolerance);
    const to = Math.min(y1, south + 1 / cells.rowsPerDegree + borderTolerance);
    const a = y1 > y0 ? x0 + (from - y0) * slope : x0;
    const b = y1 > y0 ? x0 + (to - y0) * slope : x1;
    const lastColumn = columnOf(cells, Math.max(a, b) + borderTolerance);
    for (let column = columnOf(cells, Math.min(a, b) - borderTolerance); column <= lastColumn; column++) {
      const cell = row * cells.columns + column;
      if (cells.owners[cell] === free) cells.owners[cell] = crossed;
    }
  }
}

/** Claims the free cells of a row whose middle lies between the item's borders. */
function fillRow(cells: Cells, item: number, edges: Float64Array, row: number): void {
  const middle = cells.box[1] + (row + 0.5) / cells.rowsPerDegree;
  const borders: number[] = [];
  for (let i = 0; i < edges.length; i += 4) {
    const y0 = edges[i + 1] as number;
    const y1 = edges[i + 3] as number;
    if (y0 > middle || y1 <= middle) continue;
    const x0 = edges[i] as number;
    borders.push(x0 + ((middle - y0) / (y1 - y0)) * ((edges[i + 2] as number) - x0));
  }
  borders.sort((a, b) => a - b);
  for (let pair = 0; pair + 1 < borders.length; pair += 2) {
    const first = columnOf(cells, borders[pair] as number);
    const last = columnOf(cells, borders[pair + 1] as number);
    for (let column = first; column <= last; column++) {
      const cell = row * cells.columns + column;
      if (cells.owners[cell] === free) cells.owners[cell] = item + 1;
    }
  }
}

function rowOf(cells: Cells, lat: number): number {
  return clamp(Math.floor((lat - cells.box[1]) * cells.rowsPerDegree), cells.rows - 1);
}

function columnOf(cells: Cells, lon: number): number {
  return clamp(Math.floor((lon - cells.box[0]) * cells.columnsPerDegree), cells.columns - 1);
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}
