import type { CaseRow } from '@gezhi/contract/cases/index';

/** Cases chosen for doing something with them together, in the order in which they were chosen. */
export type Selection = ReadonlyMap<string, CaseRow>;

export const nothing: Selection = new Map();

/** Chooses a case, or no longer. */
export function toggledIn(selection: Selection, row: CaseRow): Selection {
  const next = new Map(selection);
  if (!next.delete(row.id)) next.set(row.id, row);
  return next;
}

/** Chooses every row from one to another as the list shows them, in either direction, besides what was chosen. */
export function withRange(
  selection: Selection,
  rows: readonly CaseRow[],
  from: string | undefined,
  to: string,
): Selection {
  const ends = [from ?? to, to].map((id) => rows.findIndex((row) => row.id === id));
  const [first, last] = [Math.min(...ends), Math.max(...ends)];
  const range = first < 0 ? rows.filter(({ id }) => id === to) : rows.slice(first, last + 1);
  return new Map([...selection, ...range.map((row) => [row.id, row] as const)]);
}

/** Every row as far as the list was read. */
export function ofAll(rows: readonly CaseRow[]): Selection {
  return new Map(rows.map((row) => [row.id, row]));
}
