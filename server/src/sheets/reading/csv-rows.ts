import { Readable } from 'node:stream';
import { isBlank, unguardText } from '@gezhi/domain/sheets/index';
import { CsvError, parse } from 'csv-parse';
import { mostCellLength, mostColumns, mostRowElements } from './limits.ts';
import type { RawRow } from './raw-row.ts';
import { textOf } from './text-encoding.ts';
import { WrongFile } from './wrong-file.ts';

const rowsAtOnce = 500;

/** What parts the cells: the mark that stands most often in the first line. */
function delimiterOf(start: string): string {
  const [line = ''] = start.split(/\r?\n/, 1);
  const counted = [',', '\t', ';', '，'].map((mark) => ({ mark, count: line.split(mark).length }));
  return counted.reduce((best, each) => (each.count > best.count ? each : best)).mark;
}

/** The rows of a CSV file that hold anything. @throws WrongFile */
export async function* csvRows(
  bytes: Buffer,
  encoding: string,
  progress: (part: number) => void,
): AsyncGenerator<readonly RawRow[]> {
  const [first = ''] = textOf(bytes, encoding);
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(first.replace(/^\uFEFF/, '')),
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: mostCellLength * 20,
  });
  const source = Readable.from(textOf(bytes, encoding));
  source.on('error', () => parser.destroy(new WrongFile('sheet.file.encoding'))).pipe(parser);
  let rows: RawRow[] = [];
  let line = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      line += 1;
      if (line > mostRowElements) throw new WrongFile('sheet.file.emptyRows', { limit: mostRowElements });
      const cells = record.slice(0, mostColumns).map((text) => (text === '' ? null : unguardText(text)));
      if (!cells.every(isBlank)) rows.push({ line, cells });
      if (rows.length < rowsAtOnce) continue;
      progress(parser.info.bytes / Math.max(1, bytes.length));
      yield rows;
      rows = [];
    }
  } catch (error) {
    throw error instanceof CsvError ? new WrongFile('sheet.file.damaged') : error;
  } finally {
    source.destroy();
    parser.destroy();
  }
  if (rows.length > 0) yield rows;
}
