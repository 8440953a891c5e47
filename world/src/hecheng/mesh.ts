/**
 * A sheet of convex cells cut by straight lines. Cells hold corner numbers, and a corner cut into a shared edge is
 * remembered for the cell on the other side, so that in the end neighbours share every corner and fit exactly.
 * Corners are whole centimetres east and north of the origin.
 */
export interface Mesh {
  readonly corners: (readonly [east: number, north: number])[];
  /** Corner cut into the edge between two others, by `low high`. */
  readonly splits: Map<string, number>;
}

/** Corner numbers, counter-clockwise, the last not repeating the first. */
export type Cell = readonly number[];

/** A straight cut from corner to corner. */
export interface Cut {
  readonly from: number;
  readonly to: number;
}

/** Cuts closer than this to a corner go through the corner: nobody draws a border of two metres. */
const snapCentimetres = 300;

export function newMesh(outline: readonly (readonly [number, number])[]): { mesh: Mesh; cell: Cell } {
  return { mesh: { corners: [...outline], splits: new Map() }, cell: outline.map((_, corner) => corner) };
}

/** The cell with every corner that was cut into its edges since. */
export function refined(mesh: Mesh, cell: Cell): Cell {
  return cell.flatMap((corner, i) => [corner, ...between(mesh, corner, cell[(i + 1) % cell.length] as number)]);
}

/** Position of a corner in centimetres. */
export function cornerAt(mesh: Mesh, corner: number): readonly [number, number] {
  return mesh.corners[corner] as readonly [number, number];
}

/** Centre of gravity of a cell in centimetres. */
export function middleOf(mesh: Mesh, cell: Cell): [number, number] {
  return momentsOf(cell.map((corner) => cornerAt(mesh, corner))).middle;
}

/** How far a cell reaches along a direction, in centimetres. */
export function extentAlong(mesh: Mesh, cell: Cell, bearing: number): number {
  const along = cell.map((corner) => reach(cornerAt(mesh, corner), bearing));
  return Math.max(...along) - Math.min(...along);
}

/** Signed distance of a point along a direction. */
export function reach([east, north]: readonly [number, number], bearing: number): number {
  return east * Math.cos(bearing) + north * Math.sin(bearing);
}

/**
 * Cuts a cell across the given direction so that the part lying lower along it has the given share of its area.
 * The offset of the line along the direction is returned too.
 */
export function cutCell(
  mesh: Mesh,
  coarse: Cell,
  bearing: number,
  share: number,
): { low: Cell; high: Cell; cut: Cut; offset: number } {
  const cell = refined(mesh, coarse);
  const offset = offsetFor(mesh, cell, bearing, share);
  const ring: number[] = [];
  const ends: number[] = [];
  for (const [i, corner] of cell.entries()) {
    const next = cell[(i + 1) % cell.length] as number;
    ring.push(corner);
    const a = reach(cornerAt(mesh, corner), bearing) - offset;
    const b = reach(cornerAt(mesh, next), bearing) - offset;
    if (a < 0 === b < 0) continue;
    const end = cutEdge(mesh, corner, next, a / (a - b));
    if (end !== corner && end !== next) ring.push(end);
    ends.push(end);
  }
  const [first, second] = ends as [number, number];
  const start = ring.indexOf(first);
  const turned = [...ring.slice(start), ...ring.slice(0, start)];
  const at = turned.indexOf(second);
  const one = turned.slice(0, at + 1);
  const other = [...turned.slice(at), first];
  const oneIsLow = reach(middleOf(mesh, one), bearing) < reach(middleOf(mesh, other), bearing);
  return { low: oneIsLow ? one : other, high: oneIsLow ? other : one, cut: { from: first, to: second }, offset };
}

function between(mesh: Mesh, a: number, b: number): number[] {
  const middle = mesh.splits.get(edgeKey(a, b));
  return middle === undefined ? [] : [...between(mesh, a, middle), middle, ...between(mesh, middle, b)];
}

function cutEdge(mesh: Mesh, a: number, b: number, part: number): number {
  const [ax, ay] = cornerAt(mesh, a);
  const [bx, by] = cornerAt(mesh, b);
  const length = Math.hypot(bx - ax, by - ay);
  if (part * length < snapCentimetres) return a;
  if ((1 - part) * length < snapCentimetres) return b;
  const corner = mesh.corners.push([Math.round(ax + (bx - ax) * part), Math.round(ay + (by - ay) * part)]) - 1;
  mesh.splits.set(edgeKey(a, b), corner);
  return corner;
}

function edgeKey(a: number, b: number): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** Offset of the line by halving: the area below it grows steadily. */
function offsetFor(mesh: Mesh, cell: Cell, bearing: number, share: number): number {
  const points = cell.map((corner) => cornerAt(mesh, corner));
  const along = points.map((point) => reach(point, bearing));
  const wanted = momentsOf(points).area * share;
  let low = Math.min(...along);
  let high = Math.max(...along);
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (momentsOf(below(points, bearing, middle)).area < wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function below(points: readonly (readonly [number, number])[], bearing: number, offset: number): [number, number][] {
  const kept: [number, number][] = [];
  for (const [i, point] of points.entries()) {
    const next = points[(i + 1) % points.length] as readonly [number, number];
    const a = reach(point, bearing) - offset;
    const b = reach(next, bearing) - offset;
    if (a <= 0) kept.push([point[0], point[1]]);
    if (a < 0 !== b < 0)
      kept.push([point[0] + ((next[0] - point[0]) * a) / (a - b), point[1] + ((next[1] - point[1]) * a) / (a - b)]);
  }
  return kept;
}

function momentsOf(points: readonly (readonly [number, number])[]): { area: number; middle: [number, number] } {
  const [ox, oy] = points[0] ?? [0, 0];
  let area = 0;
  let east = 0;
  let north = 0;
  for (const [i, point] of points.entries()) {
    const next = points[(i + 1) % points.length] as readonly [number, number];
    const [ax, ay, bx, by] = [point[0] - ox, point[1] - oy, next[0] - ox, next[1] - oy];
    const cross = ax * by - bx * ay;
    area += cross / 2;
    east += ((ax + bx) * cross) / 6;
    north += ((ay + by) * cross) / 6;
  }
  return { area, middle: area === 0 ? [ox, oy] : [ox + east / area, oy + north / area] };
}
