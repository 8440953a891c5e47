import type { FiguresAnswer, UnitFiguresRow } from '@gezhi/contract/insight/index';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useLocale } from '../../words/locale.tsx';
import { RateCell } from './rate-cell.tsx';
import { rowsBehind } from './search.ts';
import type { FiguresSearch } from './search.ts';
import { useRateWords } from './use-rate-words.ts';
import { RowsScroll } from '../app/rows-scroll.tsx';

interface FiguresTableProps {
  readonly figures: FiguresAnswer;
  readonly search: FiguresSearch;
}

/** Units down, figures across; a heading sorts by its figure. All together stands first and stays there. */
export function FiguresTable({ figures, search }: FiguresTableProps) {
  const { say } = useLocale();
  const [sort, setSort] = useState('cases');
  const rows = figures.rows.toSorted((a, b) => figureOf(b, sort) - figureOf(a, sort));
  const rateWords = useRateWords();
  const heading = (key: string, name: string) => (
    <th key={key} scope="col" aria-sort={sort === key ? 'descending' : 'none'} className="rows-figure">
      <button type="button" className="figures-sort" title={rateWords(key)} onClick={() => setSort(key)}>
        {name}
      </button>
    </th>
  );
  return (
    <RowsScroll>
      <table className="rows figures" aria-label={say('figures.title')}>
        <thead>
          <tr>
            <th scope="col">{say(`figures.by.${figures.by}`)}</th>
            {heading('cases', say('figures.cases'))}
            {heading('overdue', say('figures.overdue'))}
            {figures.formulas.map(({ code, name }) => heading(code, name))}
          </tr>
        </thead>
        <tbody>
          <Row row={figures.total} figures={figures} search={search} name={say('figures.total')} />
          {rows.map((row) => (
            <Row
              key={row.unit.code + String(row.unit.own)}
              row={row}
              figures={figures}
              search={search}
              name={row.unit.own ? say('figures.own', { name: row.unit.name }) : row.unit.name}
            />
          ))}
        </tbody>
      </table>
    </RowsScroll>
  );
}

/** The figure a heading sorts by; a unit too small to rank goes last. */
function figureOf(row: UnitFiguresRow, key: string): number {
  if (key === 'cases') return row.cases;
  if (key === 'overdue') return row.overdue;
  const rate = row.rates.find(({ code }) => code === key);
  return rate?.ranked === true ? (rate.rate ?? -1) : -1;
}

interface RowProps extends FiguresTableProps {
  readonly row: UnitFiguresRow;
  readonly name: string;
}

function Row({ row, figures, search, name }: RowProps) {
  return (
    <tr className={row === figures.total ? 'figures-total' : undefined}>
      <th scope="row">{name}</th>
      <td className="rows-figure">
        <Link to="/cases" search={rowsBehind(search, row.unit)}>
          {row.cases}
        </Link>
      </td>
      <td className="rows-figure">
        <Link to="/cases" search={{ ...rowsBehind(search, row.unit), overdue: true }}>
          {row.overdue}
        </Link>
      </td>
      {figures.formulas.map(({ code }) => (
        <td key={code} className="rows-figure">
          <RateCell rate={row.rates.find((rate) => rate.code === code)} search={search} unit={row.unit} />
        </td>
      ))}
    </tr>
  );
}
