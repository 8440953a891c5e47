import { columnIndex, isBlank, type RawCell } from '@gezhi/domain/sheets/index';
import { mostCellLength, mostColumns, mostRowElements } from './limits.ts';
import { findMerges, mergeFiller } from './merges.ts';
import type { RawRow } from './raw-row.ts';
import type { Workbook } from './workbook.ts';
import { WrongFile } from './wrong-file.ts';
import { readXml, type XmlHandler } from './xml.ts';
import { unpack } from './zip.ts';

interface Cell {
  readonly at: number;
  readonly type: string;
  readonly style: number;
  formula: boolean;
  hasValue: boolean;
  text: string;
}

function valueOf(cell: Cell, book: Workbook): RawCell {
  const { type, text } = cell;
  if (!cell.hasValue) return cell.formula ? { error: 'formula', text: '' } : null;
  if (type === 's') return book.shared[Number(text)] ?? null;
  if (type === 'b') return text === '1';
  if (type === 'e') return { error: 'value', text };
  if (type === 'str' && cell.formula && text === '') return { error: 'formula', text };
  if (type !== 'n') return text;
  const number = Number(text);
  if (text.trim() === '' || Number.isNaN(number)) return cell.formula ? { error: 'formula', text } : null;
  return book.dated[cell.style] === true ? { serial: number + book.offsetDays } : number;
}

/** Makes rows of the elements of a sheet. `take` gives those made since it was last called. */
function rowMaker(book: Workbook): XmlHandler & { take(): { readonly line: number; readonly cells: RawCell[] }[] } {
  let made: { line: number; cells: RawCell[] }[] = [];
  let line = 0;
  let elements = 0;
  let cells: RawCell[] = [];
  let cell: Cell | undefined;
  let column = -1;
  let reads = false;
  let phonetic = false;
  const handlers: Record<string, (attributes: Readonly<Record<string, string>>) => void> = {
    row: ({ r }) => {
      elements += 1;
      if (elements > mostRowElements) throw new WrongFile('sheet.file.emptyRows', { limit: mostRowElements });
      line = r === undefined ? line + 1 : Number(r);
      cells = [];
      column = -1;
    },
    c: ({ r, t = 'n', s = '0' }) => {
      column = r === undefined ? column + 1 : columnIndex(r);
      cell = { at: column, type: t, style: Number(s), formula: false, hasValue: false, text: '' };
    },
    f: () => {
      if (cell !== undefined) cell.formula = true;
    },
    v: () => {
      reads = true;
      if (cell !== undefined) cell.hasValue = true;
    },
    t: () => {
      reads = !phonetic;
      if (cell !== undefined) cell.hasValue = true;
    },
    rPh: () => {
      phonetic = true;
    },
  };
  return {
    open: (name, attributes) => handlers[name]?.(attributes),
    text: (text) => {
      if (reads && cell !== undefined && cell.text.length < mostCellLength) cell.text += text;
    },
    close: (name) => {
      if (name === 'v' || name === 't') reads = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'c' && cell !== undefined) {
        if (cell.at >= 0 && cell.at < mostColumns) {
          while (cells.length < cell.at) cells.push(null);
          cells[cell.at] = valueOf(cell, book);
        }
        cell = undefined;
      } else if (name === 'row' && cells.some((raw) => !isBlank(raw))) made.push({ line, cells });
    },
    take: () => {
      const taken = made;
      made = [];
      return taken;
    },
  };
}

/** The rows of a workbook's first sheet that hold anything, from the top. @throws WrongFile */
export async function* xlsxRows(
  bytes: Buffer,
  book: Workbook,
  progress: (part: number) => void,
): AsyncGenerator<readonly RawRow[]> {
  const fill = mergeFiller(await findMerges(unpack(bytes, book.sheet)));
  const maker = rowMaker(book);
  let read = 0;
  async function* counted() {
    for await (const piece of unpack(bytes, book.sheet)) {
      read += piece.length;
      yield piece;
    }
  }
  for await (const _ of readXml(counted(), maker)) {
    const rows = maker.take();
    for (const { line, cells } of rows) fill(line, cells);
    progress(read / Math.max(1, book.sheet.unpacked));
    if (rows.length > 0) yield rows;
  }
}
