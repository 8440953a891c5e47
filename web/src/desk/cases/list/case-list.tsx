import type { CaseRow } from '@gezhi/contract/cases/index';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { useSay } from '../../../words/locale.tsx';
import { type ColumnName, type ListSort, widthOf } from './columns.ts';
import { ListHead } from './list-head.tsx';
import { ListRow } from './list-row.tsx';
import type { Selection } from './selection.ts';
import { useAnchor } from './use-anchor.ts';
import './case-list.css';

interface CaseListProps {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly rows: readonly CaseRow[];
  /** In all, loaded or not; -1 where there are more than are counted. */
  readonly total: number;
  readonly columns: readonly ColumnName[] | undefined;
  readonly sort: ListSort;
  /** Row of the keyboard's cursor. */
  readonly cursor: number;
  /** How often somebody moved the cursor. */
  readonly moves: number;
  readonly chosen: string | undefined;
  readonly selection: Selection;
  readonly gone: ReadonlySet<string>;
  readonly onCursor: (index: number) => void;
  readonly onOpen: (row: CaseRow, index: number) => void;
  readonly onMark: (row: CaseRow, index: number, range: boolean) => void;
  readonly onSort: (sort: ListSort) => void;
  /** Called when the end of what is loaded comes near. */
  readonly onEnd: () => void;
}

const TWO_LINES = 44;
const ONE_LINE = 36;
const HEAD = 32;
/** Rows before the end of those read at which the next page is asked for. */
const AHEAD = 60;

/**
 * The rows, only those in sight drawn. One stop for the keyboard: arrows move, Enter opens. Rows that arrive above do
 * not push away what is being read.
 */
export function CaseList(props: CaseListProps) {
  const { scroller, rows, total, columns, sort, cursor, moves, chosen, selection, gone } = props;
  const { onCursor, onOpen, onMark, onSort, onEnd } = props;
  const say = useSay();
  const height = columns === undefined ? TWO_LINES : ONE_LINE;
  const head = columns === undefined ? 0 : HEAD;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 10,
    paddingStart: head,
    scrollPaddingStart: head,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  useEffect(() => virtual.measure(), [height, head, virtual]);
  useAnchor(scroller, rows, height, rows[cursor]?.id);
  const scrolledTo = useRef(moves);
  useEffect(() => {
    // Only where somebody moved the cursor: rows that come and go must not scroll.
    if (scrolledTo.current !== moves) virtual.scrollToIndex(cursor);
    scrolledTo.current = moves;
  }, [moves, cursor, virtual]);

  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if ((total < 0 || rows.length < total) && last >= rows.length - AHEAD) onEnd();
  }, [last, rows.length, total, onEnd]);

  const press = (event: KeyboardEvent) => {
    const to = target(event.key, cursor, rows.length);
    if (to === undefined || event.target !== event.currentTarget) return;
    event.preventDefault();
    onCursor(to);
  };
  const under = rows[cursor];

  return (
    <div
      ref={scroller}
      className="case-list"
      role="grid"
      tabIndex={0}
      aria-label={say('desk.pane.list')}
      aria-rowcount={total}
      aria-multiselectable="true"
      aria-activedescendant={under === undefined ? undefined : `row-${under.id}`}
      onKeyDown={press}
    >
      <div
        role="presentation"
        className="case-list-all"
        style={{
          height: virtual.getTotalSize(),
          ...(columns === undefined ? {} : { minWidth: widthOf(columns) }),
        }}
      >
        {columns === undefined ? null : <ListHead columns={columns} sort={sort} onSort={onSort} />}
        {items.map(({ index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <ListRow
              key={row.id}
              row={row}
              index={index}
              start={start}
              height={height}
              columns={columns}
              active={index === cursor}
              chosen={row.id === chosen}
              selected={selection.has(row.id)}
              gone={gone.has(row.id)}
              onOpen={onOpen}
              onMark={onMark}
            />
          );
        })}
      </div>
    </div>
  );
}

function target(key: string, active: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, active + 1);
    case 'ArrowUp':
      return Math.max(0, active - 1);
    case 'PageDown':
      return Math.min(count - 1, active + 10);
    case 'PageUp':
      return Math.max(0, active - 10);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
