import { type Column, indexChoices, type Reading } from '@gezhi/domain/sheets/index';

import { locales, sayData } from '@gezhi/contract/words/index';
import type { Headed } from '@gezhi/domain/sheets/index';
import type { SheetColumn, SheetContext, SheetKind } from './kind.ts';

/** Clocks of sheets are China's. */
const offsetMinutes = 480;

/** How the cells of each column are read and written, with the drop-downs as they are now. */
export type ReadingOf = (column: Column) => Reading;

/** Reads the drop-downs of a kind once, for a whole file. */
export async function readingOf(kind: SheetKind, context: SheetContext): Promise<ReadingOf> {
  const plain: Reading = { offsetMinutes };
  const readings = new Map<string, Reading>();
  for (const column of kind.columns) {
    if (column.choices === undefined) continue;
    readings.set(column.key, { offsetMinutes, choices: indexChoices(await column.choices(context)) });
  }
  return (column) => readings.get(column.key) ?? plain;
}

/** Columns that a marked file has beside its own: passed over when it is sent again. */
export const markColumns: readonly SheetColumn[] = [
  { key: '=wrong', heading: 'sheet.column.wrong', type: 'text', shown: true },
  { key: '=explained', heading: 'sheet.column.explained', type: 'text', shown: true },
];

/** A kind's columns with their headings in every language, and those of the marks. */
export function headedColumns(kind: SheetKind): readonly Headed[] {
  return [...kind.columns, ...markColumns].map(({ key, heading, required, shown }) => ({
    key,
    names: locales.map((locale) => sayData(locale, heading)),
    required: required === true && shown !== true,
  }));
}
