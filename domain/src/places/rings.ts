import Flatbush from 'flatbush';
import type { MultiLineString, MultiPolygon, Position, Ring } from './geojson.ts';
import { signedSquareMetres, squareMetres } from './measure.ts';
import { covers, prepareBoundary } from './prepared.ts';
import { type Segment, segmentsMeet } from './segments.ts';

export type RingProblem =
  | 'ring.none'
  | 'ring.notNumbers'
  | 'ring.outOfRange'
  | 'ring.tooShort'
  | 'ring.notClosed'
  | 'ring.noArea'
  /** The ring crosses or touches itself. */
  | 'ring.selfCrossing'
  /** Two rings of one boundary cross, or one polygon lies inside another. */
  | 'ring.crossesOther'
  /** A hole does not lie in its polygon. */
  | 'ring.holeOutside';

/** One fault of a boundary's own shape, with what a map needs to show it. */
export interface RingFault {
  readonly problem: RingProblem;
  readonly polygon: number;
  readonly ring: number;
  /** Area the ring encloses in m², as far as it can be told. */
  readonly squareMetres: number;
  /** The ring itself, without positions that are no numbers. */
  readonly geometry: MultiLineString;
  /** Where it crosses, for crossings. */
  readonly at: readonly Position[];
}

const mostPointsNamed = 20;

/** Everything wrong with the rings of a boundary: not closed, too short, crossing. Empty means sound. Never throws. */
export function faultsOfRings(boundary: MultiPolygon): readonly RingFault[] {
  const each = boundary.coordinates.flatMap((polygon, p) =>
    polygon.length === 0
      ? [faultOf('ring.none', p, 0, [])]
      : polygon.flatMap((ring, r) => {
          const problem = problemOfRing(ring);
          return problem === undefined ? [] : [faultOf(problem, p, r, ring)];
        }),
  );
  if (boundary.coordinates.length === 0) return [faultOf('ring.none', 0, 0, [])];
  return each.length > 0 ? each : crossings(boundary);
}

function problemOfRing(ring: Ring): RingProblem | undefined {
  if (ring.some(([lon, lat]) => !Number.isFinite(lon) || !Number.isFinite(lat))) return 'ring.notNumbers';
  if (ring.some(([lon, lat]) => Math.abs(lon) > 180 || Math.abs(lat) > 90)) return 'ring.outOfRange';
  const first = ring[0];
  const last = ring.at(-1);
  if (first === undefined || last === undefined || ring.length < 4) return 'ring.tooShort';
  if (first[0] !== last[0] || first[1] !== last[1]) return 'ring.notClosed';
  return undefined;
}

function crossings(boundary: MultiPolygon): readonly RingFault[] {
  const segments = boundary.coordinates.flatMap((polygon, p) => polygon.flatMap((ring, r) => segmentsOf(ring, p, r)));
  if (segments.length === 0) return [faultOf('ring.noArea', 0, 0, boundary.coordinates[0]?.[0] ?? [])];
  const found = new Map<string, { problem: RingProblem; segment: RingSegment; at: Position[] }>();
  for (const [a, b] of meetingPairs(segments)) {
    const problem = a.polygon === b.polygon && a.ring === b.ring ? 'ring.selfCrossing' : 'ring.crossesOther';
    const meeting = problem === 'ring.selfCrossing' ? selfMeeting(a, b) : crossing(a, b);
    if (meeting === undefined) continue;
    const key = `${problem} ${a.polygon} ${a.ring}`;
    const fault = found.get(key) ?? { problem, segment: a, at: [] };
    if (fault.at.length < mostPointsNamed) fault.at.push(meeting);
    found.set(key, fault);
  }
  if (found.size === 0) return [...flatRings(boundary), ...strayHoles(boundary), ...nested(boundary)];
  return [...found.values()].map(({ problem, segment, at }) =>
    faultOf(problem, segment.polygon, segment.ring, boundary.coordinates[segment.polygon]?.[segment.ring] ?? [], at),
  );
}

interface RingSegment extends Segment {
  readonly polygon: number;
  readonly ring: number;
  readonly step: number;
  readonly steps: number;
}

function segmentsOf(ring: Ring, polygon: number, ringIndex: number): RingSegment[] {
  // A position given twice in a row is harmless: it makes no edge.
  const positions = ring.filter((p, i) => i === 0 || p[0] !== ring[i - 1]?.[0] || p[1] !== ring[i - 1]?.[1]);
  const steps = positions.length - 1;
  return positions
    .slice(1)
    .map((to, step) => ({ from: positions[step] ?? to, to, polygon, ring: ringIndex, step, steps }));
}

function* meetingPairs(segments: readonly RingSegment[]): Generator<[RingSegment, RingSegment]> {
  const tree = new Flatbush(segments.length);
  const boxes = segments.map(
    ({ from, to }) =>
      [Math.min(from[0], to[0]), Math.min(from[1], to[1]), Math.max(from[0], to[0]), Math.max(from[1], to[1])] as const,
  );
  for (const box of boxes) tree.add(...box);
  tree.finish();
  for (const [i, box] of boxes.entries()) {
    for (const j of tree.search(...box, (other) => other > i))
      yield [segments[i] as RingSegment, segments[j] as RingSegment];
  }
}

/** Neighbouring edges may share their corner and nothing more; other edges of one ring may not meet at all. */
function selfMeeting(a: RingSegment, b: RingSegment): Position | undefined {
  const meeting = segmentsMeet(a, b);
  if (meeting === undefined) return undefined;
  const follows = b.step === a.step + 1 || (a.step === 0 && b.step === a.steps - 1);
  return follows && meeting.kind === 'corner' ? undefined : meeting.at;
}

/** Rings of one boundary may touch but not cross. */
function crossing(a: RingSegment, b: RingSegment): Position | undefined {
  const meeting = segmentsMeet(a, b);
  return meeting?.kind === 'crossing' ? meeting.at : undefined;
}

function flatRings(boundary: MultiPolygon): RingFault[] {
  return boundary.coordinates.flatMap((polygon, p) =>
    polygon.flatMap((ring, r) => (signedSquareMetres(ring) === 0 ? [faultOf('ring.noArea', p, r, ring)] : [])),
  );
}

function strayHoles(boundary: MultiPolygon): RingFault[] {
  return boundary.coordinates.flatMap((polygon, p) => {
    const shell = prepareBoundary({ type: 'MultiPolygon', coordinates: [polygon.slice(0, 1)] });
    return polygon
      .slice(1)
      .flatMap((hole, h) =>
        hole.every(([lon, lat]) => covers(shell, lon, lat)) ? [] : [faultOf('ring.holeOutside', p, h + 1, hole)],
      );
  });
}

/** Polygons of one boundary that lie inside another of it would cancel instead of add. */
function nested(boundary: MultiPolygon): RingFault[] {
  const single = boundary.coordinates.map((polygon) =>
    prepareBoundary({ type: 'MultiPolygon', coordinates: [polygon] }),
  );
  return boundary.coordinates.flatMap((polygon, p) => {
    const shell = polygon[0] ?? [];
    const inside = single.some((other, o) => o !== p && shell.every(([lon, lat]) => covers(other, lon, lat)));
    return inside ? [faultOf('ring.crossesOther', p, 0, shell)] : [];
  });
}

function faultOf(
  problem: RingProblem,
  polygon: number,
  ring: number,
  positions: Ring,
  at: readonly Position[] = [],
): RingFault {
  const drawn = positions.filter(([lon, lat]) => Number.isFinite(lon) && Number.isFinite(lat));
  const closed = drawn[0] === undefined ? drawn : [...drawn, drawn[0]];
  return {
    problem,
    polygon,
    ring,
    squareMetres: squareMetres({ type: 'MultiPolygon', coordinates: [[closed]] }),
    geometry: { type: 'MultiLineString', coordinates: [drawn] },
    at,
  };
}
