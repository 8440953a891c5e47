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

/** What may stand on a line that holds nothing: marks between cells, quotes, blanks. */
const nothing = new Set([...',;\t， "\r\u00A0\u3000\uFEFF'].map((mark) => mark.charCodeAt(0)));
const lineEnd = 10;
/** Lines that hold nothing, before a file is taken for one of nothing but such lines. */
const mostBlankLines = 20_000;

/**
 * The text as it comes, refused as soon as it has more lines than a sheet may have, or a long stretch of lines with
 * nothing in them: they must not reach the parser, which would read them all before anybody else is answered.
 */
function* boundedLines(pieces: Iterable<string>): Generator<string> {
  let lines = 0;
  let blank = 0;
  let holds = false;
  for (const piece of pieces) {
    for (let at = 0; at < piece.length; at += 1) {
      const code = piece.charCodeAt(at);
      if (code !== lineEnd) {
        holds ||= !nothing.has(code);
        continue;
      }
      lines += 1;
      blank = holds ? 0 : blank + 1;
      holds = false;
      if (lines > mostRowElements || blank > mostBlankLines)
        throw new WrongFile('sheet.file.emptyRows', { limit: Math.min(lines, mostRowElements) });
    }
    yield piece;
  }
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
  const source = Readable.from(boundedLines(textOf(bytes, encoding)));
  source
    .on('error', (error) => parser.destroy(error instanceof WrongFile ? error : new WrongFile('sheet.file.encoding')))
    .pipe(parser);
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
