import type { CaseRow } from '@gezhi/contract/cases/index';
import { memo } from 'react';
import { useSay } from '../../../words/locale.tsx';
import { TwoLines } from './case-row.tsx';
import { Cells } from './cells.tsx';
import { type ColumnName, tracksOf } from './columns.ts';

interface ListRowProps {
  readonly row: CaseRow;
  readonly index: number;
  readonly start: number;
  readonly height: number;
  readonly columns: readonly ColumnName[] | undefined;
  /** The keyboard's cursor is on it. */
  readonly active: boolean;
  /** It is the case that is open. */
  readonly chosen: boolean;
  readonly selected: boolean;
  /** It no longer fits the view and goes when the list is updated. */
  readonly gone: boolean;
  readonly onOpen: (row: CaseRow, index: number) => void;
  readonly onMark: (row: CaseRow, index: number, range: boolean) => void;
}

/** One row of the list. Drawn anew only when something of it changed: thousands pass while one scrolls. */
export const ListRow = memo(function ListRow(props: ListRowProps) {
  const { row, index, start, height, columns, active, chosen, selected, gone, onOpen, onMark } = props;
  const say = useSay();
  const looks = [
    'case-row',
    columns === undefined ? 'case-row-two' : 'case-row-columns',
    active && 'case-row-active',
    chosen && 'case-row-chosen',
    gone && 'case-row-gone',
  ];
  return (
    <div
      id={`row-${row.id}`}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={selected}
      aria-current={chosen ? 'true' : undefined}
      className={looks.filter((look) => look !== false).join(' ')}
      style={{
        transform: `translateY(${start}px)`,
        height,
        ...(columns === undefined ? {} : { gridTemplateColumns: tracksOf(columns) }),
      }}
      title={gone ? say('list.row.gone') : undefined}
      onClick={(event) => {
        if (event.shiftKey) onMark(row, index, true);
        else if (event.ctrlKey || event.metaKey) onMark(row, index, false);
        else onOpen(row, index);
      }}
    >
      <span role="gridcell" className="case-row-mark">
        <label
          onClick={(event) => {
            // The row would take the click for opening.
            event.stopPropagation();
            if (!event.shiftKey) return;
            event.preventDefault();
            onMark(row, index, true);
          }}
        >
          <input
            type="checkbox"
            tabIndex={-1}
            checked={selected}
            aria-label={say('list.select', { number: row.number })}
            onChange={() => onMark(row, index, false)}
          />
        </label>
      </span>
      {columns === undefined ? <TwoLines row={row} /> : <Cells row={row} columns={columns} />}
    </div>
  );
});
