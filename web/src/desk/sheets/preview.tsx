import type { SheetPreviewRow, SheetRun } from '@gezhi/contract/sheets/index';
import { useState } from 'react';
import { useSay } from '../../words/locale.tsx';
import { Tabs } from '../app/tabs.tsx';
import { RowsScroll } from '../app/rows-scroll.tsx';

const names = ['added', 'changed', 'unchanged'] as const;
type Name = (typeof names)[number];

/** What would become of the rows: added, changed with what they said before, unchanged. */
export function Preview({ run }: { readonly run: SheetRun }) {
  const say = useSay();
  const first = names.find((name) => run.counts[name] > 0) ?? 'added';
  const [here, setHere] = useState<Name>(first);
  const rows = run.preview[here];
  const count = run.counts[here];
  return (
    <section className="page-block" aria-label={say('sheets.preview')}>
      <Tabs
        label={say('sheets.preview')}
        names={names}
        here={here}
        titleOf={(name) => (
          <>
            {say(`sheets.count.${name}`)} <span className="figures">{run.counts[name]}</span>
          </>
        )}
        onChange={setHere}
      />
      {rows.length === 0 ? (
        <p className="sheet-small">{say('sheets.preview.none')}</p>
      ) : (
        <RowsScroll className="sheet-table">
          <table className="rows" aria-label={say(`sheets.count.${here}`)}>
            <thead>
              <tr>
                <th scope="col">{say('sheets.row')}</th>
                {run.columns.map(({ key, heading }) => (
                  <th key={key} scope="col">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.line}>
                  <td className="figures">{row.line}</td>
                  {run.columns.map(({ key }) => (
                    <td key={key}>
                      <CellText row={row} column={key} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </RowsScroll>
      )}
      {rows.length < count ? (
        <p className="sheet-small">{say('sheets.preview.more', { shown: rows.length, count })}</p>
      ) : null}
    </section>
  );
}

function CellText({ row, column }: { readonly row: SheetPreviewRow; readonly column: string }) {
  const say = useSay();
  const was = row.was[column];
  const text = row.cells[column] ?? '';
  if (was === undefined) return text;
  return (
    <span className="sheet-changed">
      <strong>{text === '' ? say('sheets.blank') : text}</strong>
      <span className="sheet-small">{say('sheets.was', { value: was === '' ? say('sheets.blank') : was })}</span>
    </span>
  );
}
