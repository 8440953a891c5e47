import { csvRows } from './csv-rows.ts';
import { mostFileBytes } from './limits.ts';
import type { RawRow } from './raw-row.ts';
import { encodingOf } from './text-encoding.ts';
import { openWorkbook } from './workbook.ts';
import { WrongFile } from './wrong-file.ts';
import { xlsxRows } from './xlsx-rows.ts';
import { readDirectory } from './zip.ts';

/** A file that was found to be a sheet. */
export interface OpenedFile {
  readonly format: 'xlsx' | 'csv';
  /** Its rows from the top, as often as asked. `progress` is told how far it came, 0 to 1. @throws WrongFile */
  rows(progress?: (part: number) => void): AsyncIterable<readonly RawRow[]>;
}

/** What a file begins with, when it is something else. */
const others: readonly { readonly code: 'sheet.file.old' | 'sheet.file.type'; readonly begins: Buffer }[] = [
  // Excel up to 2003, and workbooks behind a password.
  { code: 'sheet.file.old', begins: Buffer.from('d0cf11e0', 'hex') },
  { code: 'sheet.file.type', begins: Buffer.from('%PDF') },
  { code: 'sheet.file.type', begins: Buffer.from('{\\rtf') },
  { code: 'sheet.file.type', begins: Buffer.from('<!DOCTYPE') },
  { code: 'sheet.file.type', begins: Buffer.from('<html') },
  { code: 'sheet.file.type', begins: Buffer.from('<?xml') },
];

const looked = 65_536;

function isText(bytes: Buffer): boolean {
  const start = bytes.subarray(0, looked);
  if (/^(fffe|feff)/.test(start.subarray(0, 2).toString('hex'))) return true;
  return start.every((byte) => byte > 31 || byte === 9 || byte === 10 || byte === 13);
}

function looksPacked(bytes: Buffer): boolean {
  return bytes.length > 3 && bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** Finds out what a file is and opens it as a sheet. @throws WrongFile with what to do about it */
export async function openFile(bytes: Buffer): Promise<OpenedFile> {
  if (bytes.length === 0) throw new WrongFile('sheet.file.empty');
  if (bytes.length > mostFileBytes) throw new WrongFile('sheet.file.large', { limit: mostFileBytes / 1_048_576 });
  if (looksPacked(bytes)) {
    const book = await openWorkbook(bytes, readDirectory(bytes));
    return { format: 'xlsx', rows: (progress = () => undefined) => xlsxRows(bytes, book, progress) };
  }
  const other = others.find(({ begins }) => bytes.subarray(0, begins.length).equals(begins));
  if (other !== undefined) throw new WrongFile(other.code);
  if (!isText(bytes)) throw new WrongFile('sheet.file.type');
  const encoding = encodingOf(bytes);
  return { format: 'csv', rows: (progress = () => undefined) => csvRows(bytes, encoding, progress) };
}
