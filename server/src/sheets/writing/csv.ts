import { guardText, type RawCell } from '@gezhi/domain/sheets/index';
import type { OutSheet } from './out-sheet.ts';

function cellText(value: RawCell): string {
  if (value === null) return '';
  if (typeof value === 'object') return 'serial' in value ? String(value.serial) : value.text;
  const text = typeof value === 'string' ? guardText(value) : String(value);
  return /[",\r\n\t;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The sheet as CSV in UTF-8 with the mark by which Excel knows it. */
export async function writeCsv(sheet: OutSheet): Promise<Buffer> {
  const pieces: Buffer[] = [Buffer.from('\uFEFF')];
  for await (const rows of sheet.rows()) {
    const lines = rows.map(({ cells }) => `${cells.map(({ value }) => cellText(value)).join(',')}\r\n`);
    pieces.push(Buffer.from(lines.join('')));
  }
  return Buffer.concat(pieces);
}
