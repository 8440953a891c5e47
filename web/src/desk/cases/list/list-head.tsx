import { useSay } from '../../../words/locale.tsx';
import { type ColumnName, type ListSort, shapeOf, tracksOf } from './columns.ts';

interface ListHeadProps {
  readonly columns: readonly ColumnName[];
  readonly sort: ListSort;
  readonly onSort: (sort: ListSort) => void;
}

/** The names of the columns, over the rows. Those by which the server can sort are buttons. */
export function ListHead({ columns, sort, onSort }: ListHeadProps) {
  const say = useSay();
  return (
    <div role="row" className="case-row-columns list-head" style={{ gridTemplateColumns: tracksOf(columns) }}>
      <span role="columnheader" className="case-row-mark" aria-label={say('cases.views')} />
      {columns.map((name) => {
        const { sort: own, figure } = shapeOf(name);
        const title = say(`list.column.${name}`);
        const here = own === sort;
        return (
          <span
            key={name}
            role="columnheader"
            aria-sort={own === undefined ? undefined : here ? (own === 'due' ? 'ascending' : 'descending') : 'none'}
            className={figure === true ? 'case-cell case-cell-figure' : 'case-cell'}
          >
            {own === undefined ? (
              title
            ) : (
              <button type="button" title={say('list.columns.sort', { name: title })} onClick={() => onSort(own)}>
                {title}
                {here ? <span aria-hidden="true">{own === 'due' ? ' ↑' : ' ↓'}</span> : null}
              </button>
            )}
          </span>
        );
      })}
    </div>
  );
}
