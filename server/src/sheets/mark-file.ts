import { type Locale, sayData } from '@gezhi/contract/words/index';
import { type Headings, type RawCell } from '@gezhi/domain/sheets/index';
import type { Control } from './deps.ts';
import type { SheetKind } from './kind.ts';
import { sayFault } from './outcomes.ts';
import type { OpenedFile } from './reading/open-file.ts';
import type { RawRow } from './reading/raw-row.ts';
import { markColumns } from './reading-of.ts';
import type { KeptFault } from './run-store.ts';
import { writeCsv } from './writing/csv.ts';
import type { OutCell, OutColumn, OutRow } from './writing/out-sheet.ts';
import { writeXlsx } from './writing/xlsx.ts';

const usualWidth = 18;
const markWidth = 48;

/**
 * The file as it was sent, its wrong cells marked, with two columns that name and explain them. Sent again those
 * columns are passed over, so whoever corrects it need not take them out.
 */
export function markFile(
  file: OpenedFile,
  kind: SheetKind,
  headings: Headings,
  byLine: ReadonlyMap<number, readonly KeptFault[]>,
  locale: Locale,
  control: Control,
): Promise<Buffer> {
  const width = Math.max(...headings.at.values(), headings.width - 1) + 1;
  const [wrongAt = width, explainedAt = width + 1] = markColumns.map(({ key }, i) => headings.at.get(key) ?? width + i);
  const columnsOf = new Map([...headings.at].map(([key, at]) => [at, kind.columns.find((each) => each.key === key)]));

  function marks(line: number): { readonly names: string; readonly reasons: string; readonly at: Map<number, string> } {
    const at = new Map<number, string>();
    const said = (byLine.get(line) ?? []).map((fault) => {
      const { heading, message } = sayFault(kind, fault, locale);
      const index = fault.column === undefined ? undefined : headings.at.get(fault.column);
      if (index !== undefined) at.set(index, message);
      return { cell: fault.cell ?? '', text: heading === undefined ? message : `${heading}: ${message}` };
    });
    return {
      names: said.flatMap(({ cell }) => (cell === '' ? [] : [cell])).join(' '),
      reasons: said.map(({ text }) => text).join('; '),
      at,
    };
  }

  function rowOf({ line, cells }: RawRow): OutRow {
    const head = line === headings.line;
    const values: RawCell[] = [...cells];
    while (values.length < Math.max(width, explainedAt + 1)) values.push(null);
    const { names, reasons, at } = marks(line);
    const [wrongHeading, explainedHeading] = markColumns.map(({ heading }) => sayData(locale, heading));
    values[wrongAt] = head ? (wrongHeading ?? null) : names;
    values[explainedAt] = head ? (explainedHeading ?? null) : reasons;
    const out = values.map((value, i): OutCell => {
      const wrong = at.get(i) ?? (i === explainedAt && reasons !== '' ? reasons : undefined);
      return wrong === undefined ? { value } : { value, wrong };
    });
    return { cells: out, head };
  }

  async function* rows(): AsyncGenerator<readonly OutRow[]> {
    let next = 1;
    for await (const batch of file.rows()) {
      const out: OutRow[] = [];
      for (const row of batch) {
        // Addresses must stay what they are, so empty rows stay too.
        while (next < row.line && out.length < 5_000) {
          out.push({ cells: [] });
          next += 1;
        }
        out.push(rowOf(row));
        next = row.line + 1;
      }
      control.progress(next, 95);
      yield out;
    }
  }

  const sheet = {
    name: sayData(locale, kind.name),
    frozen: headings.line,
    columns: Array.from({ length: explainedAt + 1 }, (_, i): OutColumn => {
      const type = columnsOf.get(i)?.type;
      const format = type === 'integer' || type === 'number' ? 'number' : 'text';
      return { width: i >= wrongAt ? markWidth : usualWidth, format };
    }),
    rows,
  };
  return file.format === 'xlsx' ? writeXlsx(sheet) : writeCsv(sheet);
}
