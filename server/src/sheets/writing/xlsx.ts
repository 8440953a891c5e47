import { setImmediate as breathe } from 'node:timers/promises';
import type { RawCell } from '@gezhi/domain/sheets/index';
import type ExcelJS from 'exceljs';
import { collector } from './collect.ts';
import type { OutColumn, OutRow, OutSheet } from './out-sheet.ts';

const formats: Readonly<Record<OutColumn['format'], string>> = {
  text: '@',
  number: 'General',
  date: 'yyyy-mm-dd',
  time: 'yyyy-mm-dd hh:mm:ss',
};

/** The library is large and seldom needed, so it is loaded when it is. */
export async function loadExcel(): Promise<typeof ExcelJS> {
  return (await import('exceljs')).default;
}

export const headStyle: Partial<ExcelJS.Style> = {
  font: { bold: true, color: { argb: 'FF1F4E79' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDEFF2' } },
  border: { bottom: { style: 'thin', color: { argb: 'FF9AA5B1' } } },
  alignment: { vertical: 'middle' },
};

// Plum, as refusals are everywhere: red, yellow and green belong to the lights.
const wrongStyle: Partial<ExcelJS.Style> = {
  font: { color: { argb: 'FF6B2150' }, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF6E3EF' } },
};

/** Notes hang on this many cells; all are explained in the last column. */
const mostNotes = 2_000;

function excelValue(value: RawCell, column: OutColumn | undefined): ExcelJS.CellValue {
  if (typeof value === 'string') {
    if (value !== '' && (column?.format === 'date' || column?.format === 'time')) {
      const at = new Date(`${value.replace(' ', 'T')}${value.length === 10 ? 'T00:00:00' : ''}Z`);
      if (!Number.isNaN(at.getTime())) return at;
    }
    return value;
  }
  if (value === null || typeof value !== 'object') return value;
  return 'serial' in value ? new Date(Math.round((value.serial - 25_569) * 86_400_000)) : value.text;
}

/** Writes rows one after the other into a packed workbook, without holding them all. */
export async function writeXlsx(sheet: OutSheet): Promise<Buffer> {
  const excel = await loadExcel();
  const { stream, bytes } = collector();
  const book = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  const page = book.addWorksheet(sheet.name, {
    views: [{ state: 'frozen', ySplit: sheet.frozen, xSplit: 0 }],
  });
  page.columns = sheet.columns.map(({ width, format }) => ({ width, style: { numFmt: formats[format] } }));
  let notes = 0;

  function put(row: OutRow): void {
    const line = page.addRow(
      row.cells.map(({ value }, i) => excelValue(value, row.head === true ? undefined : sheet.columns[i])),
    );
    for (const [i, { value, wrong }] of row.cells.entries()) {
      if (row.head === true) line.getCell(i + 1).style = headStyle;
      else if (wrong !== undefined) {
        const cell = line.getCell(i + 1);
        cell.style = { ...wrongStyle, numFmt: formats[sheet.columns[i]?.format ?? 'text'] };
        notes += 1;
        if (notes <= mostNotes) cell.note = wrong;
      } else if (typeof value === 'object' && value !== null && 'serial' in value) {
        line.getCell(i + 1).numFmt = value.serial % 1 === 0 ? formats.date : formats.time;
      }
    }
    line.commit();
  }

  for await (const rows of sheet.rows()) {
    for (const row of rows) put(row);
    // Lets what was written flow on, so that it does not pile up.
    await breathe();
  }
  page.commit();
  await book.commit();
  return bytes;
}
