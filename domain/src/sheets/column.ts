/** How the cells of a column are read and written. */
export type ColumnType = 'text' | 'code' | 'integer' | 'number' | 'date' | 'instant' | 'choice' | 'phone';

/** A column of a sheet, without its words. */
export interface Column {
  /** Name in the program, stable. */
  readonly key: string;
  readonly type: ColumnType;
  /** A row without it is refused. */
  readonly required?: boolean;
  /** For whoever reads the sheet: written on export, passed over on import. */
  readonly shown?: boolean;
  /** What a blank cell means in a column that is there: clears what was (default), or leaves it as it is. */
  readonly blank?: 'clears' | 'keeps';
  /** Longest text, in characters (default 200). */
  readonly longest?: number;
  readonly least?: number;
  readonly most?: number;
}

/** One entry of a drop-down: cells hold its name, or its code. */
export interface Choice {
  readonly code: string;
  readonly name: string;
}

/**
 * A cell that was read: numbers of `integer` and `number`; text of everything else (`date` as 2026-11-22, `instant`
 * as ISO 8601 in UTC, `choice` as its code, `phone` in its one spelling); null when blank.
 */
export type Value = string | number | null;

/** A row by column key. A column that the file does not have is absent; a blank cell is null. */
export type Values = Readonly<Record<string, Value>>;

/** What is wrong with a row, in one of its columns or as a whole. The code is an id of the catalogues. */
export interface Fault<Code extends string = string> {
  readonly column?: string;
  readonly code: Code;
  readonly params?: Readonly<Record<string, string | number>>;
}
