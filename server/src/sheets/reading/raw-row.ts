import type { RawCell } from '@gezhi/domain/sheets/index';

/** A row of a file before its cells are read. */
export interface RawRow {
  /** Row number as the spreadsheet shows it, from 1. */
  readonly line: number;
  readonly cells: readonly RawCell[];
}
