import { useCallback, useState } from 'react';

interface Row {
  readonly id: string;
}

interface At {
  /** The list it belongs to. */
  readonly key: string;
  readonly id: string | undefined;
  readonly index: number;
  /** How often somebody moved it: then it is scrolled to, and only then. */
  readonly moves: number;
}

/**
 * The row that the keyboard is at. It stays with its case when rows come and go; where the case itself goes, the one
 * that takes its place has it. In another list it begins at the open case, else at the top.
 */
export function useCursor(rows: readonly Row[], key: string, open: string | undefined) {
  const [at, setAt] = useState<At>({ key, id: undefined, index: 0, moves: 0 });
  const here = at.key === key;
  const id = here ? (at.id ?? open) : open;
  const wanted = here ? at.index : 0;
  const found = rows[wanted]?.id === id ? wanted : rows.findIndex((row) => row.id === id);
  const index = Math.max(0, Math.min(rows.length - 1, found < 0 ? wanted : found));
  const under = rows[index]?.id;
  // Whose row it is now is remembered before the rows change again.
  if (at.key !== key || at.id !== under || at.index !== index) setAt({ ...at, key, id: under, index });
  const move = useCallback(
    (to: number) => setAt(({ moves }) => ({ key, id: rows[to]?.id, index: to, moves: moves + 1 })),
    [rows, key],
  );
  return { index, move, moves: at.moves };
}
