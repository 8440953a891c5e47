import { type Locale, say, sayData } from '@gezhi/contract/words/index';
import { columnLetters } from '@gezhi/domain/sheets/index';
import type ExcelJS from 'exceljs';
import { inContext } from './context.ts';
import type { SheetDeps } from './deps.ts';
import { outColumn } from './export-sheet.ts';
import type { SheetColumn, SheetKind } from './kind.ts';
import { mostRows } from './reading/limits.ts';
import { readingOf } from './reading-of.ts';
import { headStyle, loadExcel } from './writing/xlsx.ts';

const listSheet = 'lists';
/** Rows of the template that have a drop-down; Excel slows down with more. */
const mostListed = 20_000;

/** How a column is filled in, in a sentence or two. */
function noteOf(column: SheetColumn, locale: Locale): string {
  if (column.shown === true) return say(locale, 'sheet.note.shown');
  const required = column.required === true;
  const said = [say(locale, required ? 'sheet.note.required' : 'sheet.note.optional')];
  if (column.note !== undefined) said.push(sayData(locale, column.note));
  if (column.type === 'choice') said.push(say(locale, 'sheet.note.list'));
  if (column.type === 'date') said.push(say(locale, 'sheet.note.date'));
  if (column.type === 'instant') said.push(say(locale, 'sheet.note.instant'));
  if (column.type === 'text') said.push(say(locale, 'sheet.note.longest', { limit: column.longest ?? 200 }));
  if (!required) said.push(say(locale, column.blank === 'keeps' ? 'sheet.note.keeps' : 'sheet.note.clears'));
  return said.join(locale === 'en' ? ' ' : '');
}

function addRows(book: ExcelJS.Workbook, kind: SheetKind, locale: Locale): ExcelJS.Worksheet {
  const page = book.addWorksheet(sayData(locale, kind.name), {
    views: [{ state: 'frozen', ySplit: 1, xSplit: 0 }],
  });
  const formats = { text: '@', number: 'General', date: 'yyyy-mm-dd', time: 'yyyy-mm-dd hh:mm' };
  page.columns = kind.columns.map((column) => {
    const { width, format } = outColumn(column);
    const star = column.required === true ? ' *' : '';
    return { header: `${sayData(locale, column.heading)}${star}`, width, style: { numFmt: formats[format] } };
  });
  for (const [i, column] of kind.columns.entries()) {
    const cell = page.getRow(1).getCell(i + 1);
    cell.style = headStyle;
    cell.note = noteOf(column, locale);
  }
  return page;
}

function addNotes(book: ExcelJS.Workbook, kind: SheetKind, locale: Locale): void {
  const page = book.addWorksheet(say(locale, 'sheet.template.notes'));
  page.columns = [{ width: 20 }, { width: 80 }];
  page.addRow([say(locale, 'sheet.template.general', { rows: mostRows })]);
  page.mergeCells('A1:B1');
  page.getRow(1).height = 48;
  page.getCell('A1').alignment = { wrapText: true, vertical: 'top' };
  page.addRow([say(locale, 'sheet.template.heading'), say(locale, 'sheet.template.how')]);
  for (const column of [1, 2]) page.getRow(2).getCell(column).style = headStyle;
  for (const column of kind.columns) {
    const row = page.addRow([sayData(locale, column.heading), noteOf(column, locale)]);
    row.alignment = { wrapText: true, vertical: 'top' };
  }
}

/** Drop-downs refer to a hidden sheet, since a list in the cell itself ends after 255 characters. */
function addLists(
  book: ExcelJS.Workbook,
  page: ExcelJS.Worksheet,
  kind: SheetKind,
  locale: Locale,
  names: ReadonlyMap<string, readonly string[]>,
): void {
  const lists = book.addWorksheet(listSheet, { state: 'veryHidden' });
  let next = 1;
  for (const [i, column] of kind.columns.entries()) {
    if (column.choices === undefined || column.shown === true) continue;
    const entries = names.get(column.key) ?? [];
    if (entries.length === 0) continue;
    const letters = columnLetters(next - 1);
    for (const [line, name] of entries.entries()) lists.getCell(line + 1, next).value = name;
    next += 1;
    const at = columnLetters(i);
    validationsOf(page).add(`${at}2:${at}${mostListed + 1}`, {
      type: 'list',
      allowBlank: true,
      formulae: [`${listSheet}!$${letters}$1:$${letters}$${entries.length}`],
      showErrorMessage: true,
      errorTitle: sayData(locale, column.heading),
      error: say(locale, 'sheet.template.choose'),
    });
  }
}

interface Validations {
  add(range: string, validation: ExcelJS.DataValidation): void;
}

/** The library has validations of whole ranges, but its types do not say so. */
function validationsOf(page: ExcelJS.Worksheet): Validations {
  return (page as unknown as { readonly dataValidations: Validations }).dataValidations;
}

/** An empty sheet to fill in: headings that say what is required, drop-downs, and a page of notes. */
export async function makeTemplate(
  deps: Pick<SheetDeps, 'db' | 'clock'>,
  asker: Parameters<typeof inContext>[1],
  kind: SheetKind,
): Promise<Buffer> {
  const excel = await loadExcel();
  const book = new excel.Workbook();
  const { locale } = asker;
  const names = await inContext(deps, asker, async (context) => {
    const readings = await readingOf(kind, context);
    const found = new Map<string, readonly string[]>();
    for (const column of kind.columns) {
      const choices = await column.choices?.(context);
      found.set(
        column.key,
        (choices ?? []).map(({ code }) => readings(column).choices?.nameOf(code) ?? code),
      );
    }
    return found;
  });
  const page = addRows(book, kind, locale);
  addNotes(book, kind, locale);
  addLists(book, page, kind, locale, names);
  return Buffer.from(await book.xlsx.writeBuffer());
}
