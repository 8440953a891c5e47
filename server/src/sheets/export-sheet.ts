import { sayData } from '@gezhi/contract/words/index';
import type { SheetFormat } from '@gezhi/contract/sheets/index';
import { type ColumnType, type Values, writeCell } from '@gezhi/domain/sheets/index';
import { inContext } from './context.ts';
import type { SheetDeps } from './deps.ts';
import type { SheetColumn, SheetFilter, SheetKind } from './kind.ts';
import { type ReadingOf, readingOf } from './reading-of.ts';
import { writeCsv } from './writing/csv.ts';
import type { OutColumn, OutRow, OutSheet } from './writing/out-sheet.ts';
import { writeXlsx } from './writing/xlsx.ts';

const formatOf: Readonly<Record<ColumnType, OutColumn['format']>> = {
  text: 'text',
  code: 'text',
  phone: 'text',
  choice: 'text',
  integer: 'number',
  number: 'number',
  date: 'date',
  instant: 'time',
};

export function outColumn({ type, longest }: SheetColumn): OutColumn {
  const width = type === 'text' ? Math.min(36, Math.max(16, (longest ?? 40) / 4)) : type === 'instant' ? 20 : 18;
  return { width, format: formatOf[type] };
}

function outRow(kind: SheetKind, values: Values, readings: ReadingOf): OutRow {
  return {
    cells: kind.columns.map((column) => ({ value: writeCell(column, values[column.key], readings(column)) })),
  };
}

/** Every row that the asker may read, as a file. Rows are read first, so that no slow writing holds a transaction. */
export async function exportSheet(
  deps: Pick<SheetDeps, 'db' | 'clock'>,
  asker: Parameters<typeof inContext>[1],
  kind: SheetKind,
  format: SheetFormat,
  filter: SheetFilter,
): Promise<Buffer> {
  const { batches, readings } = await inContext(deps, asker, async (context) => {
    const read: (readonly Values[])[] = [];
    for await (const rows of kind.read(context, filter)) read.push(rows.map(({ values }) => values));
    return { batches: read, readings: await readingOf(kind, context) };
  });
  const head: OutRow = {
    head: true,
    cells: kind.columns.map(({ heading }) => ({ value: sayData(asker.locale, heading) })),
  };
  const sheet: OutSheet = {
    name: sayData(asker.locale, kind.name),
    frozen: 1,
    columns: kind.columns.map(outColumn),
    rows: async function* rows() {
      yield [head];
      for (const batch of batches) yield batch.map((values) => outRow(kind, values, readings));
    },
  };
  return format === 'xlsx' ? writeXlsx(sheet) : writeCsv(sheet);
}
