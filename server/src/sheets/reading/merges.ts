import { columnIndex, isBlank, type RawCell } from '@gezhi/domain/sheets/index';
import { mostColumns, mostMerges } from './limits.ts';
import { WrongFile } from './wrong-file.ts';

/** A range of cells shown as one; only its first holds the value. Rows from 1, columns from 0. */
interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const ranges = /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g;
const carried = 200;

/** The merged ranges of a sheet. They stand after its rows, so they are looked up before those are read. */
export async function findMerges(pieces: AsyncIterable<Buffer>): Promise<readonly Merge[]> {
  const merges: Merge[] = [];
  let rest = '';
  for await (const piece of pieces) {
    // Addresses are ASCII, and one byte a character is fastest.
    const text = rest + piece.toString('latin1');
    let end = 0;
    for (const found of text.matchAll(ranges)) {
      const [, left = '', top = '', right = '', bottom = ''] = found;
      merges.push({
        top: Number(top),
        bottom: Number(bottom),
        left: columnIndex(left),
        right: Math.min(columnIndex(right), mostColumns - 1),
      });
      end = found.index + found[0].length;
    }
    if (merges.length > mostMerges) throw new WrongFile('sheet.file.bomb');
    rest = text.slice(Math.max(end, text.length - carried));
  }
  return merges.sort((a, b) => a.top - b.top);
}

/** Fills the cells of merged ranges with the value that stands for them, row after row from the top. */
export function mergeFiller(merges: readonly Merge[]): (line: number, cells: RawCell[]) => void {
  let next = 0;
  let open: { readonly merge: Merge; value: RawCell }[] = [];
  return (line, cells) => {
    open = open.filter(({ merge }) => merge.bottom >= line);
    for (let merge = merges[next]; merge !== undefined && merge.top <= line; merge = merges[next]) {
      next += 1;
      if (merge.bottom >= line) {
        open.push({ merge, value: merge.top === line ? (cells[merge.left] ?? null) : null });
      }
    }
    for (const { merge, value } of open) {
      for (let column = merge.left; column <= merge.right; column += 1) {
        if (isBlank(cells[column])) cells[column] = value;
      }
    }
  };
}
