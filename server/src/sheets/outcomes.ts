import { sayData } from '@gezhi/contract/words/index';
import type { Locale, WordId } from '@gezhi/contract/words/index';
import type { SheetCounts, SheetPreview, SheetPreviewRow } from '@gezhi/contract/sheets/index';
import {
  changedColumns,
  columnLetters,
  type Headings,
  saidBy,
  type Values,
  writeCell,
} from '@gezhi/domain/sheets/index';
import type { CellFault, Examined, SheetKind } from './kind.ts';
import type { ReadingOf } from './reading-of.ts';
import type { KeptFault } from './run-store.ts';
import type { Staged } from './staged.ts';
import type { ReadRow } from './typed-rows.ts';

const mostShown = 200;
const mostPreviewed = 100;

type Outcome = 'added' | 'changed' | 'unchanged';

/** Tells what becomes of each row of a file, and keeps what is to be shown of it. */
export interface Outcomes {
  /** Takes a batch of rows as they were read and examined. Answers the good ones, to be staged. */
  take(read: readonly ReadRow[], examined: readonly Examined[]): readonly Staged[];
  readonly counts: SheetCounts;
  readonly faults: readonly KeptFault[];
  readonly preview: SheetPreview;
  /** Every fault by row, for marking the file. */
  readonly byLine: ReadonlyMap<number, readonly KeptFault[]>;
}

/** The faults of a row: of its cells first, then of what it says, where the cell in question could be read at all. */
function faultsOf(read: ReadRow, examined: Examined | undefined): readonly CellFault[] {
  if (read.faults.length === 0) return examined?.faults ?? [];
  const unread = new Set(read.faults.map(({ column }) => column));
  const more = (examined?.faults ?? []).filter(({ column }) => column !== undefined && !unread.has(column));
  return [...read.faults, ...more];
}

export function trackOutcomes(kind: SheetKind, headings: Headings, readings: ReadingOf): Outcomes {
  const counts = { rows: 0, wrong: 0, added: 0, changed: 0, unchanged: 0 };
  const faults: KeptFault[] = [];
  const byLine = new Map<number, readonly KeptFault[]>();
  const preview: Record<Outcome, SheetPreviewRow[]> = { added: [], changed: [], unchanged: [] };
  const seenKeys = new Map<string, number>();
  const seenIds = new Map<string, number>();

  /** The row of the file that says the same thing, when it stands above. */
  function twin(row: ReadRow['row'], was: Examined['was']): number | undefined {
    const key = kind.keyOf(row.values);
    const line = seenKeys.get(key) ?? (was === undefined ? undefined : seenIds.get(was.id));
    seenKeys.set(key, line ?? row.line);
    if (was !== undefined) seenIds.set(was.id, line ?? row.line);
    return line;
  }

  function kept(line: number, { column, code, params }: CellFault): KeptFault {
    const at = column === undefined ? undefined : headings.at.get(column);
    return {
      line,
      code,
      ...(column === undefined ? {} : { column }),
      ...(at === undefined ? {} : { cell: `${columnLetters(at)}${line}` }),
      ...(params === undefined ? {} : { params }),
    };
  }

  function shown(values: Values, keys: readonly string[]): Record<string, string> {
    return Object.fromEntries(
      kind.columns
        .filter(({ key }) => keys.includes(key))
        .map((column) => {
          const text = String(writeCell(column, values[column.key], readings(column)) ?? '');
          return [column.key, column.sealed === true && text !== '' ? `${[...text][0] ?? ''}**` : text];
        }),
    );
  }

  function note(outcome: Outcome, row: ReadRow['row'], was: Examined['was'], different: readonly string[]): void {
    counts[outcome] += 1;
    const rows = preview[outcome];
    if (rows.length >= mostPreviewed) return;
    const cells = shown(row.values, [...headings.at.keys()]);
    rows.push({ line: row.line, cells, was: was === undefined ? {} : shown(was.values, different) });
  }

  function takeOne(read: ReadRow, examined: Examined | undefined): Staged | undefined {
    const { row } = read;
    const was = examined?.was;
    counts.rows += 1;
    const found = [...faultsOf(read, examined)];
    const same = read.faults.length === 0 ? twin(row, was) : undefined;
    if (same !== undefined) found.push({ code: 'sheet.fault.twiceInFile', params: { line: same } });
    if (found.length > 0) {
      counts.wrong += 1;
      const all = found.map((fault) => kept(row.line, fault));
      byLine.set(row.line, all);
      faults.push(...all.slice(0, Math.max(0, mostShown - faults.length)));
      return undefined;
    }
    const said = saidBy(kind.columns, row.values);
    const different = was === undefined ? [] : changedColumns(kind.columns, said, was.values);
    const outcome = was === undefined ? 'added' : different.length > 0 ? 'changed' : 'unchanged';
    note(outcome, row, was, different);
    if (outcome === 'unchanged') return undefined;
    return {
      line: row.line,
      values: said,
      ...(was === undefined ? {} : { was: { id: was.id, version: was.version } }),
    };
  }

  return {
    take: (read, examined) => read.flatMap((each, i) => takeOne(each, examined[i]) ?? []),
    counts,
    faults,
    preview,
    byLine,
  };
}

/** What is wrong with a cell, said in a language: heading and reason. */
export function sayFault(kind: SheetKind, fault: KeptFault, locale: Locale): { heading?: string; message: string } {
  const column = kind.columns.find(({ key }) => key === fault.column);
  return {
    message: sayData(locale, fault.code as WordId, fault.params ?? {}),
    ...(column === undefined ? {} : { heading: sayData(locale, column.heading) }),
  };
}
