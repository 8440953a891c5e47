import type { Column, Value, Values } from './column.ts';
import { isMasked } from './read-cell.ts';

const second = (value: Value) => (typeof value === 'string' ? Math.floor(Date.parse(value) / 1_000) : value);

function same(column: Column, was: Value, is: Value): boolean {
  // A sheet shows seconds; what is finer was not changed by it.
  return column.type === 'instant' ? second(was) === second(is) : was === is;
}

/** Whether a cell says nothing of its column: it is not there, it may stay blank, or it shows a number masked. */
function isSilent(column: Column, value: Value | undefined): value is undefined | null | string {
  if (column.shown === true || value === undefined) return true;
  if (value === null) return column.blank === 'keeps';
  return column.type === 'phone' && isMasked(value);
}

/** What a row of a file says: without columns that are only shown and cells that leave things as they are. */
export function saidBy(columns: readonly Column[], values: Values): Values {
  return Object.fromEntries(
    columns.flatMap((column) => {
      const value = values[column.key];
      return isSilent(column, value) ? [] : [[column.key, value] as const];
    }),
  );
}

/** The columns in which a row of a file differs from what there is. */
export function changedColumns(columns: readonly Column[], values: Values, was: Values): readonly string[] {
  return columns
    .filter((column) => {
      const value = values[column.key];
      return !isSilent(column, value) && !same(column, was[column.key] ?? null, value);
    })
    .map((column) => column.key);
}
