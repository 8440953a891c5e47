import type { Position } from './geojson.ts';

export interface Segment {
  readonly from: Position;
  readonly to: Position;
}

export interface Meeting {
  /**
   * `corner`: an end of one is exactly an end of the other and they share nothing else; `crossing`: each passes
   * through the other; `touch`: an end of one lies on the other, or they lie on each other.
   */
  readonly kind: 'corner' | 'crossing' | 'touch';
  readonly at: Position;
}

/** How two segments meet, or undefined when they do not. */
export function segmentsMeet(a: Segment, b: Segment): Meeting | undefined {
  const a0 = side(b, a.from);
  const a1 = side(b, a.to);
  const b0 = side(a, b.from);
  const b1 = side(a, b.to);
  if (a0 * a1 < 0 && b0 * b1 < 0) return { kind: 'crossing', at: crossingPoint(a, b) };
  const touching = [
    { point: a.from, zero: a0 === 0, on: b },
    { point: a.to, zero: a1 === 0, on: b },
    { point: b.from, zero: b0 === 0, on: a },
    { point: b.to, zero: b1 === 0, on: a },
  ].filter(({ point, zero, on }) => zero && withinBox(on, point));
  const first = touching[0];
  if (first === undefined) return undefined;
  const corners =
    touching.every(({ point }) => same(point, first.point)) && isEnd(a, first.point) && isEnd(b, first.point);
  return { kind: corners ? 'corner' : 'touch', at: first.point };
}

/** Sign of the side of a segment's line on which a point lies; 0 on it. */
function side({ from, to }: Segment, point: Position): number {
  // Coordinates relative to the point: the nearer they are, the fewer digits are lost.
  return Math.sign((from[0] - point[0]) * (to[1] - point[1]) - (to[0] - point[0]) * (from[1] - point[1]));
}

function withinBox({ from, to }: Segment, [lon, lat]: Position): boolean {
  return (
    lon >= Math.min(from[0], to[0]) &&
    lon <= Math.max(from[0], to[0]) &&
    lat >= Math.min(from[1], to[1]) &&
    lat <= Math.max(from[1], to[1])
  );
}

function isEnd({ from, to }: Segment, point: Position): boolean {
  return same(from, point) || same(to, point);
}

function same(a: Position, b: Position): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

function crossingPoint(a: Segment, b: Segment): Position {
  const [dx, dy] = [a.to[0] - a.from[0], a.to[1] - a.from[1]];
  const [ex, ey] = [b.to[0] - b.from[0], b.to[1] - b.from[1]];
  const t = ((b.from[0] - a.from[0]) * ey - (b.from[1] - a.from[1]) * ex) / (dx * ey - dy * ex);
  return [a.from[0] + t * dx, a.from[1] + t * dy];
}
