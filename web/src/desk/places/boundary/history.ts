import type { MultiPolygon } from '@gezhi/domain/places/index';

/** A shape with the way it came, so that every stroke can be taken back and done again. */
export interface History {
  readonly past: readonly MultiPolygon[];
  readonly now: MultiPolygon;
  readonly future: readonly MultiPolygon[];
}

/** More steps back nobody counts. */
const MOST = 200;

export const historyFrom = (now: MultiPolygon): History => ({ past: [], now, future: [] });

/** One stroke more. What was taken back before is forgotten, as everywhere. The same shape is no stroke. */
export function stroke(history: History, next: MultiPolygon): History {
  if (JSON.stringify(next) === JSON.stringify(history.now)) return history;
  return { past: [...history.past, history.now].slice(-MOST), now: next, future: [] };
}

export function undo(history: History): History {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return { past: history.past.slice(0, -1), now: before, future: [history.now, ...history.future] };
}

export function redo(history: History): History {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.now], now: next, future };
}
