import type { SheetRun } from '@gezhi/contract/sheets/index';
import { useSay } from '../../words/locale.tsx';
import { RowsScroll } from '../app/rows-scroll.tsx';

/** What is wrong with which cell. */
export function FaultsTable({ run }: { readonly run: SheetRun }) {
  const say = useSay();
  const { faults, counts } = run;
  return (
    <section className="page-block" aria-label={say('sheets.faults')}>
      <h2>{say('sheets.faults')}</h2>
      <RowsScroll className="sheet-table">
        <table className="rows" aria-label={say('sheets.faults')}>
          <thead>
            <tr>
              <th scope="col">{say('sheets.cell')}</th>
              <th scope="col">{say('sheets.column')}</th>
              <th scope="col">{say('sheets.why')}</th>
            </tr>
          </thead>
          <tbody>
            {faults.map((fault, i) => (
              <tr key={`${fault.line} ${fault.cell ?? ''} ${fault.code} ${i}`}>
                <td className="figures sheet-cell">{fault.cell ?? say('sheets.line', { line: fault.line })}</td>
                <td>{fault.heading ?? ''}</td>
                <td className="rows-wide">{fault.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </RowsScroll>
      {faults.length < counts.wrong || faults.length >= 200 ? (
        <p className="sheet-small">{say('sheets.faults.more', { shown: faults.length })}</p>
      ) : null}
    </section>
  );
}
