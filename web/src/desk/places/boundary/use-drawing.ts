import type { MultiPolygon, Position } from '@gezhi/domain/places/index';
import { useState } from 'react';
import { historyFrom, redo, stroke, undo } from './history.ts';
import { addPart } from './shape.ts';

/** A shape being drawn: its history, a part not closed yet, a stroke under way. */
export function useDrawing(begun: MultiPolygon) {
  const [history, setHistory] = useState(() => historyFrom(begun));
  // Where there is nothing yet, the first click draws.
  const [path, setPath] = useState<readonly Position[] | undefined>(begun.coordinates.length === 0 ? [] : undefined);
  const [moving, setMoving] = useState<MultiPolygon>();
  const { now, past, future } = history;
  return {
    shape: moving ?? now,
    path,
    canUndo: past.length > 0 || (path?.length ?? 0) > 0,
    canRedo: future.length > 0,
    set: (next: MultiPolygon) => setHistory((before) => stroke(before, next)),
    moving: setMoving,
    setPath,
    close: () => {
      if (path !== undefined && path.length < 3) return;
      setHistory((before) => stroke(before, addPart(before.now, path ?? [])));
      setPath(undefined);
    },
    /** First the points of the part that is open, then stroke by stroke. */
    undo: () => {
      if (path !== undefined && path.length > 0) setPath(path.slice(0, -1));
      else setHistory(undo);
    },
    redo: () => setHistory(redo),
    escape: () => setPath(undefined),
  };
}
