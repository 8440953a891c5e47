import type { Column, Fault, Value, Values } from './column.ts';
import { type CellCode, readCell, type Reading } from './read-cell.ts';
import type { RawCell } from './raw-cell.ts';

/** Reads a row of cells into the values of its columns, and says what is wrong with each that has none. */
export function readRow(
  columns: readonly Column[],
  at: ReadonlyMap<string, number>,
  cells: readonly RawCell[],
  readingOf: (column: Column) => Reading,
): { readonly values: Values; readonly faults: readonly Fault<CellCode>[] } {
  const values: Record<string, Value> = {};
  const faults: Fault<CellCode>[] = [];
  for (const column of columns) {
    const index = at.get(column.key);
    if (index === undefined || column.shown === true) continue;
    const read = readCell(column, cells[index] ?? null, readingOf(column));
    if ('value' in read) values[column.key] = read.value;
    else faults.push({ column: column.key, ...read });
  }
  return { values, faults };
}
