import type { MultiPolygon, Position } from '@gezhi/domain/places/index';
import type { Map, MapMouseEvent, MapTouchEvent } from 'maplibre-gl';
import { addPoint, movePoint, pointsOf, removePoint } from './shape.ts';
import type { PointAt } from './shape.ts';
import { edgeUnder, nearest, snapped } from './snap.ts';
import type { Pixel, Project } from './snap.ts';

/** What is drawn, and what a stroke does to it. */
export interface Strokes {
  readonly shape: MultiPolygon;
  /** Points of a part that is being drawn; undefined while none is. */
  readonly path: readonly Position[] | undefined;
  /** Shapes whose borders hold a point that comes near; none where that is switched off. */
  readonly neighbours: readonly MultiPolygon[];
  /** A stroke is done. */
  readonly onShape: (next: MultiPolygon) => void;
  /** A stroke is under way: shown and checked, not yet a step that can be taken back. */
  readonly onMoving: (next: MultiPolygon | undefined) => void;
  readonly onPath: (next: readonly Position[]) => void;
  /** The part that is being drawn is closed. */
  readonly onClose: () => void;
}

/** Pixels around a point that are still the point: more for a finger. */
const REACH = { mouse: 10, touch: 22 } as const;
/** Digits of a degree: about a centimetre. */
const DIGITS = 7;

type Grip = { readonly at: PointAt; readonly fresh: boolean };

/** Takes hold of points and edges under mouse and finger, and sets the points of a new part. */
export function watchPointer(map: Map, strokes: () => Strokes, choose: (at: PointAt | undefined) => void): void {
  let grip: Grip | undefined;
  let moving: MultiPolygon | undefined;
  const project: Project = ([lon, lat]) => map.project([lon, lat]);
  const placed = ({ lngLat }: MapMouseEvent | MapTouchEvent): Position => {
    const round = (degrees: number) => Number(degrees.toFixed(DIGITS));
    return snapped([round(lngLat.lng), round(lngLat.lat)], strokes().neighbours, project);
  };

  const down = (event: MapMouseEvent | MapTouchEvent, reach: number) => {
    if (strokes().path !== undefined) return;
    grip = gripAt(strokes().shape, event.point, project, reach);
    if (grip !== undefined) event.preventDefault();
    else choose(undefined);
  };
  const move = (event: MapMouseEvent | MapTouchEvent) => {
    const { shape, onMoving } = strokes();
    if (grip === undefined) return;
    event.preventDefault();
    const base = moving === undefined && grip.fresh ? addPoint(shape, grip.at, placed(event)) : (moving ?? shape);
    const at = grip.fresh ? { ...grip.at, index: grip.at.index + 1 } : grip.at;
    moving = movePoint(base, at, placed(event));
    onMoving(moving);
    choose(at);
  };
  const up = () => {
    const { onShape, onMoving } = strokes();
    if (grip !== undefined && !grip.fresh) choose(grip.at);
    if (moving !== undefined) onShape(moving);
    onMoving(undefined);
    grip = undefined;
    moving = undefined;
  };
  map.on('mousedown', (event) => {
    if (event.originalEvent.button === 0) down(event, REACH.mouse);
  });
  map.on('touchstart', (event) => {
    if (event.points.length === 1) down(event, REACH.touch);
  });
  map.on('mousemove', move);
  map.on('touchmove', move);
  map.on('mouseup', up);
  map.on('touchend', up);

  map.on('click', (event) => {
    const { path, onPath, onClose } = strokes();
    if (path === undefined) return;
    const [first] = path;
    const near = (position: Position | undefined) =>
      position !== undefined && nearest([{ position }], event.point, project, REACH.mouse) !== undefined;
    if (path.length >= 3 && (near(first) || near(path.at(-1)))) onClose();
    else if (!near(path.at(-1))) onPath([...path, placed(event)]);
  });
  // The second click on the last point closes the part: it must not also zoom in.
  map.on('dblclick', (event) => {
    if (strokes().path !== undefined || gripAt(strokes().shape, event.point, project, REACH.mouse))
      event.preventDefault();
  });
  map.on('contextmenu', (event) => {
    const { shape, onShape, path } = strokes();
    const point = path === undefined ? nearest(pointsOf(shape), event.point, project, REACH.mouse) : undefined;
    if (point === undefined) return;
    event.preventDefault();
    choose(undefined);
    onShape(removePoint(shape, point.at));
  });
}

/** The point under a place of the screen, else the edge there, from which a new point is drawn. */
function gripAt(shape: MultiPolygon, at: Pixel, project: Project, reach: number): Grip | undefined {
  const point = nearest(pointsOf(shape), at, project, reach);
  if (point !== undefined) return { at: point.at, fresh: false };
  const rings = shape.coordinates.flatMap((polygon, p) => polygon.map((positions, r) => ({ positions, p, r })));
  const edge = edgeUnder(
    rings.map(({ positions }) => positions),
    at,
    project,
    reach * 0.8,
  );
  const ring = edge === undefined ? undefined : rings[edge.ring];
  if (edge === undefined || ring === undefined) return undefined;
  return { at: { polygon: ring.p, ring: ring.r, index: edge.index }, fresh: true };
}
