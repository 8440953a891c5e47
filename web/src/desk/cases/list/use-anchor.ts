import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';

interface Row {
  readonly id: string;
}

/**
 * Keeps what is being read where it is when rows arrive or go above it: the row under the cursor where it is in sight,
 * else the first row in sight. At the very top nothing is held, so that what is new can be seen there.
 * @param height of a row in CSS pixels
 */
export function useAnchor(
  scroller: RefObject<HTMLDivElement | null>,
  rows: readonly Row[],
  height: number,
  cursor: string | undefined,
): void {
  const before = useRef(rows);
  useLayoutEffect(() => {
    const element = scroller.current;
    const old = before.current;
    before.current = rows;
    if (element === null || element.scrollTop < 1 || old === rows) return;
    const top = Math.floor(element.scrollTop / height);
    const bottom = top + Math.ceil(element.clientHeight / height);
    const held = old.findIndex(({ id }) => id === cursor);
    const from = held >= top && held < bottom ? held : top;
    const to = rows.findIndex(({ id }) => id === old[from]?.id);
    if (to >= 0 && to !== from) element.scrollTop += (to - from) * height;
  }, [rows, scroller, height, cursor]);
}
