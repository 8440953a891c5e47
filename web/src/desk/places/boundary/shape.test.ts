import type { MultiPolygon, Position } from '@gezhi/domain/places/index';
import { describe, expect, it } from 'vitest';
import { shapeIn, textOf } from './coordinates-text.ts';
import { historyFrom, redo, stroke, undo } from './history.ts';
import { addPart, addPoint, emptyShape, movePoint, pointsOf, removePoint } from './shape.ts';
import { snapped } from './snap.ts';

const at = (index: number, ring = 0, polygon = 0) => ({ polygon, ring, index });
const square = addPart(emptyShape, [
  [0, 0],
  [2, 0],
  [2, 2],
  [0, 2],
]);
const ring = (shape: MultiPolygon, p = 0, r = 0) => shape.coordinates[p]?.[r];

describe('a shape that is drawn', () => {
  it('is closed, and has each point once', () => {
    expect(ring(square)).toEqual([
      [0, 0],
      [2, 0],
      [2, 2],
      [0, 2],
      [0, 0],
    ]);
    expect(pointsOf(square)).toHaveLength(4);
    expect(
      addPart(emptyShape, [
        [0, 0],
        [1, 1],
      ]),
    ).toBe(emptyShape);
  });

  it('stays closed when its first point moves or goes', () => {
    expect(ring(movePoint(square, at(0), [-1, -1]))?.at(-1)).toEqual([-1, -1]);
    expect(ring(removePoint(square, at(0)))).toEqual([
      [2, 0],
      [2, 2],
      [0, 2],
      [2, 0],
    ]);
  });

  it('takes a point between two others, after the last too', () => {
    expect(ring(addPoint(square, at(3), [0, 1]))?.slice(-2)).toEqual([
      [0, 1],
      [0, 0],
    ]);
  });

  it('loses a ring with its third last point: a hole alone, a part with its holes', () => {
    const triangle: Position[] = [
      [0.5, 0.5],
      [1, 0.5],
      [1, 1],
      [0.5, 0.5],
    ];
    const holed: MultiPolygon = { type: 'MultiPolygon', coordinates: [[ring(square) ?? [], triangle]] };
    expect(removePoint(holed, at(1, 1)).coordinates).toEqual([[ring(square)]]);
    const outer = removePoint(removePoint(holed, at(0)), at(0));
    expect(outer.coordinates).toEqual([]);
  });
});

describe('taking back', () => {
  it('goes back and forth, and forgets the future with a new stroke', () => {
    const moved = movePoint(square, at(0), [-1, 0]);
    const drawn = stroke(stroke(historyFrom(emptyShape), square), moved);
    expect(undo(drawn).now).toEqual(square);
    expect(redo(undo(drawn))).toEqual(drawn);
    expect(undo(undo(undo(drawn))).now).toEqual(emptyShape);
    const other = stroke(undo(drawn), emptyShape);
    expect(redo(other)).toBe(other);
    expect(stroke(drawn, structuredClone(moved))).toBe(drawn);
  });
});

describe('snapping', () => {
  const project = ([x, y]: Position) => ({ x: x * 100, y: y * 100 });
  it('takes exactly the numbers of a neighbour’s point', () => {
    expect(snapped([2.05, 1.96], [square], project)).toEqual([2, 2]);
  });
  it('takes its edge where no point is near, and nothing where nothing is', () => {
    expect(snapped([2.05, 1], [square], project)).toEqual([2, 1]);
    expect(snapped([3, 1], [square], project)).toEqual([3, 1]);
  });
});

describe('a shape as text', () => {
  it('is read back the same, with parts and holes', () => {
    const hole: Position[] = [
      [0.5, 0.5],
      [1, 0.5],
      [1, 1],
      [0.5, 0.5],
    ];
    const shape: MultiPolygon = {
      type: 'MultiPolygon',
      coordinates: [
        [ring(square) ?? [], hole],
        ...addPart(emptyShape, [
          [5, 5],
          [6, 5],
          [6, 6],
        ]).coordinates,
      ],
    };
    expect(shapeIn(textOf(shape))).toEqual(shape);
  });

  it('comes with other commas, or as GeoJSON', () => {
    expect(shapeIn('0，0\n2 0\n2\t2\n0;2')).toEqual(square);
    const polygon = { type: 'Polygon', coordinates: square.coordinates[0] };
    for (const value of [
      polygon,
      { type: 'Feature', properties: {}, geometry: polygon },
      { type: 'FeatureCollection', features: [{ type: 'Feature', geometry: polygon }] },
    ]) {
      expect(shapeIn(JSON.stringify(value))).toEqual(square);
    }
  });

  it('names the line that is wrong', () => {
    expect(shapeIn('0, 0\n2, x\n2, 2')).toEqual({ wrongLine: 2 });
    expect(shapeIn('0, 0\n2, 91')).toEqual({ wrongLine: 2 });
    expect(shapeIn('{"type":"Point"}')).toEqual({ wrongLine: 1 });
  });
});
