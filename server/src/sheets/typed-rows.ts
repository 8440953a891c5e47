import { type Locale, sayData } from '@gezhi/contract/words/index';
import { findHeadings, type Headings, mostAbove, readRow } from '@gezhi/domain/sheets/index';
import type { CellFault, SheetKind, TypedRow } from './kind.ts';
import { mostRows } from './reading/limits.ts';
import type { OpenedFile } from './reading/open-file.ts';
import type { RawRow } from './reading/raw-row.ts';
import { WrongFile } from './reading/wrong-file.ts';
import { headedColumns, type ReadingOf } from './reading-of.ts';

/** A row with what is wrong with its cells, each by itself. */
export interface ReadRow {
  readonly row: TypedRow;
  readonly faults: readonly CellFault[];
}

export const rowsAtOnce = 1_000;

function namesOf(kind: SheetKind, keys: readonly string[], locale: Locale): string {
  const columns = kind.columns.filter(({ key }) => keys.includes(key));
  return columns.map(({ heading }) => sayData(locale, heading)).join('、');
}

function checkHeadings(kind: SheetKind, headings: Headings | undefined, locale: Locale): Headings {
  if (headings === undefined) throw new WrongFile('sheet.file.noHeadings');
  const { missing, twice } = headings;
  if (missing.length > 0) throw new WrongFile('sheet.file.missingHeadings', { names: namesOf(kind, missing, locale) });
  if (twice.length > 0) throw new WrongFile('sheet.file.twiceHeadings', { names: namesOf(kind, twice, locale) });
  return headings;
}

/** The row of headings of a file. @throws WrongFile where there is none, or one that lacks what is required */
export async function headingsOf(file: OpenedFile, kind: SheetKind, locale: Locale): Promise<Headings> {
  const first: RawRow[] = [];
  for await (const rows of file.rows()) {
    first.push(...rows);
    if (first.length >= mostAbove) break;
  }
  return checkHeadings(kind, findHeadings(first.slice(0, mostAbove), headedColumns(kind)), locale);
}

/** The rows below the headings, read, in batches. @throws WrongFile where there are too many or none */
export async function* typedRows(
  file: OpenedFile,
  kind: SheetKind,
  headings: Headings,
  readings: ReadingOf,
  progress?: (part: number) => void,
): AsyncGenerator<readonly ReadRow[]> {
  let batch: ReadRow[] = [];
  let count = 0;
  for await (const rows of file.rows(progress)) {
    for (const { line, cells } of rows) {
      if (line <= headings.line) continue;
      count += 1;
      if (count > mostRows) throw new WrongFile('sheet.file.manyRows', { limit: mostRows });
      const { values, faults } = readRow(kind.columns, headings.at, cells, readings);
      batch.push({ row: { line, values }, faults });
      if (batch.length < rowsAtOnce) continue;
      yield batch;
      batch = [];
    }
  }
  if (count === 0) throw new WrongFile('sheet.file.noRows');
  if (batch.length > 0) yield batch;
}
