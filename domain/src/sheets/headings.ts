import { narrow, type RawCell } from './raw-cell.ts';

/** A column with every heading by which it is known, in each language. */
export interface Headed {
  readonly key: string;
  readonly names: readonly string[];
  readonly required?: boolean;
}

export interface Headings {
  /** Row number of the headings, from 1. */
  readonly line: number;
  /** Cells in that row. */
  readonly width: number;
  /** Where each known column stands, from 0. */
  readonly at: ReadonlyMap<string, number>;
  /** Headings nobody knows: their columns are passed over, and the reader is told. */
  readonly unknown: readonly string[];
  /** Known columns that stand there twice. */
  readonly twice: readonly string[];
  /** Required columns that are missing. */
  readonly missing: readonly string[];
}

/** A heading as it is compared: 姓名 *, 姓 名（必填） and 姓名 are one. */
function plain(heading: string): string {
  return narrow(heading)
    .replace(/[（(](必填|选填|required|optional)[）)]/gi, '')
    .replace(/[*:：]+/g, '')
    .toLowerCase();
}

/** Titles and hints may stand above the headings, but not more than this. */
export const mostAbove = 15;

function readRow(line: number, cells: readonly RawCell[], columns: readonly Headed[]): Headings {
  const byName = new Map(columns.flatMap(({ key, names }) => names.map((name) => [plain(name), key] as const)));
  const at = new Map<string, number>();
  const unknown: string[] = [];
  const twice: string[] = [];
  for (const [index, cell] of cells.entries()) {
    if (typeof cell !== 'string' || plain(cell) === '') continue;
    const key = byName.get(plain(cell));
    if (key === undefined) unknown.push(cell.trim());
    else if (at.has(key)) twice.push(key);
    else at.set(key, index);
  }
  const missing = columns.filter(({ key, required }) => required === true && !at.has(key)).map(({ key }) => key);
  return { line, width: cells.length, at, unknown, twice, missing };
}

/** The row of headings among the first rows of a sheet: the one that knows most columns. */
export function findHeadings(
  rows: readonly { readonly line: number; readonly cells: readonly RawCell[] }[],
  columns: readonly Headed[],
): Headings | undefined {
  let best: Headings | undefined;
  for (const { line, cells } of rows) {
    const read = readRow(line, cells, columns);
    if (read.at.size > (best?.at.size ?? 0)) best = read;
  }
  return best;
}
