import type { CaseRow } from '@gezhi/contract/cases/index';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { useSay } from '../../words/locale.tsx';
import { CaseRowCells } from './case-row.tsx';
import './case-list.css';

interface CaseListProps {
  readonly rows: readonly CaseRow[];
  /** In all, loaded or not. */
  readonly total: number;
  readonly chosen: string | undefined;
  readonly onOpen: (id: string) => void;
  /** Called when the end of what is loaded comes near. */
  readonly onEnd: () => void;
}

const ROW = 44;

/**
 * The rows, only those in sight drawn. One stop for the keyboard: arrows move, Enter opens. Rows that arrive on top
 * do not push away what is being read.
 */
export function CaseList({ rows, total, chosen, onOpen, onEnd }: CaseListProps) {
  const say = useSay();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  useAnchor(scroller, rows);

  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (rows.length < total && last >= rows.length - 20) onEnd();
  }, [last, rows.length, total, onEnd]);

  const press = (event: KeyboardEvent) => {
    const to = target(event.key, active, rows.length);
    if (to !== undefined) {
      event.preventDefault();
      setActive(to);
      virtual.scrollToIndex(to);
    }
    const row = rows[active];
    if (event.key === 'Enter' && row !== undefined) onOpen(row.id);
  };

  return (
    <div
      ref={scroller}
      className="case-list"
      role="grid"
      tabIndex={0}
      aria-label={say('desk.pane.list')}
      aria-rowcount={total}
      aria-activedescendant={rows[active] === undefined ? undefined : `row-${rows[active].id}`}
      onKeyDown={press}
    >
      <div role="presentation" className="case-list-all" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <div
              key={row.id}
              id={`row-${row.id}`}
              role="row"
              aria-rowindex={index + 1}
              aria-selected={row.id === chosen}
              className={index === active ? 'case-row case-row-active' : 'case-row'}
              style={{ transform: `translateY(${start}px)`, height: ROW }}
              onClick={() => {
                setActive(index);
                onOpen(row.id);
              }}
            >
              <CaseRowCells row={row} />
            </div>
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

/** Keeps the row at the top of the view where it is when others arrive or go above it. */
function useAnchor(scroller: RefObject<HTMLDivElement | null>, rows: readonly CaseRow[]) {
  const before = useRef(rows);
  useLayoutEffect(() => {
    const element = scroller.current;
    const old = before.current;
    before.current = rows;
    if (element === null || element.scrollTop < ROW || old === rows) return;
    const top = Math.floor(element.scrollTop / ROW);
    const anchor = old[top]?.id;
    const now = rows.findIndex((row) => row.id === anchor);
    if (now >= 0 && now !== top) element.scrollTop += (now - top) * ROW;
  }, [rows, scroller]);
}
