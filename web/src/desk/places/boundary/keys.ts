import type { MultiPolygon, Position } from '@gezhi/domain/places/index';
import type { Map } from 'maplibre-gl';
import type { KeyboardEvent } from 'react';
import { movePoint, pointsOf, removePoint } from './shape.ts';
import type { PointAt } from './shape.ts';

interface Drawn {
  readonly shape: MultiPolygon;
  readonly path: readonly Position[] | undefined;
  readonly chosen: PointAt | undefined;
  readonly map: Pick<Map, 'project' | 'unproject'>;
}

interface Meant {
  readonly shape?: MultiPolygon;
  readonly chosen?: PointAt | undefined;
  readonly does?: 'close' | 'escape' | 'undo' | 'redo';
}

const steps: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** What a key means on the map: N and P choose the next and the previous point, arrows move it (with Shift ten times as far), Delete takes it out, Enter closes a part, Ctrl-Z takes back. */
export function meantByKey(event: KeyboardEvent, drawn: Drawn): Meant | undefined {
  const { key, shiftKey } = event;
  if (event.ctrlKey || event.metaKey) {
    if (key.toLowerCase() === 'z') return { does: shiftKey ? 'redo' : 'undo' };
    return key.toLowerCase() === 'y' ? { does: 'redo' } : undefined;
  }
  const { chosen } = drawn;
  if (key === 'Escape') return { does: 'escape', chosen: undefined };
  if (key === 'Enter' && drawn.path !== undefined) return { does: 'close' };
  if (key === 'n' || key === 'p') return { chosen: neighbourOf(drawn, key === 'n' ? 1 : -1) };
  if (chosen === undefined) return undefined;
  if (key === 'Delete' || key === 'Backspace') {
    return { shape: removePoint(drawn.shape, chosen), chosen: undefined };
  }
  const step = steps[key];
  return step === undefined ? undefined : { shape: stepped(drawn, chosen, step, shiftKey ? 10 : 1) };
}

function neighbourOf({ shape, chosen }: Drawn, by: 1 | -1): PointAt | undefined {
  const all = pointsOf(shape).map(({ at }) => at);
  if (chosen === undefined) return all.at(by === 1 ? 0 : -1);
  const here = all.findIndex((at) => JSON.stringify(at) === JSON.stringify(chosen));
  return all[(here + by + all.length) % all.length];
}

function stepped({ shape, map }: Drawn, at: PointAt, [x, y]: readonly [number, number], far: number): MultiPolygon {
  const from = shape.coordinates[at.polygon]?.[at.ring]?.[at.index];
  if (from === undefined) return shape;
  const pixel = map.project([from[0], from[1]]);
  const to = map.unproject([pixel.x + x * far, pixel.y + y * far]);
  return movePoint(shape, at, [Number(to.lng.toFixed(7)), Number(to.lat.toFixed(7))]);
}
