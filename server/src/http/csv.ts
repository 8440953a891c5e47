import { type Locale, sayData, type WordId } from '@gezhi/contract/words/index';

/** One column of a list as a sheet: its heading in the catalogue and its cell of a row. */
export interface CsvColumn<Row> {
  readonly heading: WordId;
  readonly cell: (row: Row, locale: Locale) => string | number | boolean | null | undefined;
}

// Excel, WPS and LibreOffice take a cell that begins so for a formula.
const formula = /^[\t\r\n ]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/;
const plainNumber = /^-?\d+(\.\d+)?$/;

/** One cell as text that no spreadsheet runs. */
function cellText(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const safe = formula.test(value) && !plainNumber.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function line(cells: readonly string[]): string {
  return `${cells.join(',')}\r\n`;
}

/** Lines of a sheet in UTF-8: the byte order mark by which Excel knows it, headings, then a line a row. */
export async function* csvLines<Row>(
  columns: readonly CsvColumn<Row>[],
  pages: AsyncIterable<readonly Row[]>,
  locale: Locale,
): AsyncGenerator<string> {
  yield `\uFEFF${line(columns.map(({ heading }) => cellText(sayData(locale, heading))))}`;
  for await (const rows of pages) {
    yield rows.map((row) => line(columns.map((column) => cellText(column.cell(row, locale))))).join('');
  }
}
