import type { Locale, WordId } from '@gezhi/contract/words/index';
import type { Actor, Permission } from '@gezhi/domain/access/index';
import type { Choice, Column, Fault, Values } from '@gezhi/domain/sheets/index';
import type { Tables, Trx } from '../database/index.ts';

/** A column of a kind of sheet. */
export interface SheetColumn extends Column {
  readonly heading: WordId;
  /** Kept sealed in the end: only its first sign is shown of it while the import waits. */
  readonly sealed?: true;
  /** Said in the template: how to fill it in. */
  readonly note?: WordId;
  /** Entries of the drop-down, of a `choice`; read once for a file. */
  readonly choices?: (context: SheetContext) => Promise<readonly Choice[]>;
}

/** Who works on which county's sheet, when, in which transaction. */
export interface SheetContext {
  readonly county: string;
  readonly actor: Extract<Actor, { kind: 'staff' }>;
  readonly locale: Locale;
  readonly trx: Trx;
  /** The program's time, epoch ms. */
  readonly now: number;
  /** What `remember` kept of a row of the same file, by `keyOf`: rows may refer to each other, whatever their order. */
  readonly inFile: (key: string) => unknown;
}

export type CellFault = Fault<WordId>;

/** A row of a file, its cells read and each right by itself. */
export interface TypedRow {
  /** Row number in the file, as the spreadsheet shows it. */
  readonly line: number;
  readonly values: Values;
}

/** A row as the program has it: every column. */
export interface SheetRow {
  readonly id: string;
  /** Changes with every change of the row. */
  readonly version: string;
  readonly values: Values;
}

/** What became of a row that was looked at among what there is. */
export interface Examined {
  /** What is wrong beyond the type of a cell: an unknown area, no right there, a broken reference. */
  readonly faults: readonly CellFault[];
  /** The row that is there already; without it the row is new. */
  readonly was?: SheetRow | undefined;
}

/** Which rows are written to a file. */
export interface SheetFilter {
  /** Code of an area: only what it or an area under it keeps. */
  readonly under?: string | undefined;
}

/**
 * A list that goes out and comes in as a sheet. A noun makes one with what it needs and hands it to `registerSheets`.
 * All work is done in the scope of whoever asks, so the database refuses what the rules of the kind let through by
 * mistake.
 */
export interface SheetKind {
  /** Stable, in addresses: `people`, `households`. */
  readonly code: string;
  readonly name: WordId;
  readonly permission: { readonly read: Permission; readonly write: Permission };
  readonly columns: readonly SheetColumn[];
  /** Nobody but its sender sees an import of it. */
  readonly secret?: true;
  /** How many rows `write` takes at once, where that is more than 1,000: what is written whole, such as a list of rules. */
  readonly atOnce?: number;
  /** Tables that it reads and fills: their statistics are counted anew while many rows are written. */
  readonly tables?: readonly (keyof Tables)[];
  /** What tells a row of a file from the others: two rows of one file with the same key are a fault. */
  keyOf(values: Values): string;
  /** What other rows of the file must know of this one, where they may refer to it. */
  remember?(values: Values): unknown;
  /** Rows of a lower stage are written first, where rows refer to others of the file. Small whole numbers. */
  stageOf?(values: Values, inFile: SheetContext['inFile']): number;
  /** The rows there are, in batches of at most 1,000, in a steady order; only what the actor may read. */
  read(context: SheetContext, filter: SheetFilter): AsyncIterable<readonly SheetRow[]>;
  /** Looks at rows (at most 1,000) among what there is: an answer for each, in order. Asked again before writing. */
  examine(context: SheetContext, rows: readonly TypedRow[]): Promise<readonly Examined[]>;
  /**
   * Writes added (`was` undefined) and changed rows, at most 1,000, in statements of many rows. Columns absent from
   * `values` stay as they are. The same rules hold as for the API: they were checked by `examine` in this transaction.
   */
  write(
    context: SheetContext,
    rows: readonly { readonly row: TypedRow; readonly was: SheetRow | undefined }[],
  ): Promise<void>;
  /** After the commit: memories to refresh. */
  written?(county: string): Promise<void>;
}
