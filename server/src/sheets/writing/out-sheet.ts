import type { RawCell } from '@gezhi/domain/sheets/index';

/** One cell on its way out; `wrong` says what is wrong with it. */
export interface OutCell {
  readonly value: RawCell;
  readonly wrong?: string;
}

export interface OutRow {
  readonly cells: readonly OutCell[];
  /** A row of headings. */
  readonly head?: boolean;
}

/** A column as a spreadsheet shows it. Text columns keep codes of many digits as they are. */
export interface OutColumn {
  readonly width: number;
  readonly format: 'text' | 'number' | 'date' | 'time';
}

/** A sheet on its way out, rows in batches. */
export interface OutSheet {
  readonly name: string;
  readonly columns: readonly OutColumn[];
  /** Rows kept in sight while the rest is scrolled. */
  readonly frozen: number;
  rows(): AsyncIterable<readonly OutRow[]>;
}
