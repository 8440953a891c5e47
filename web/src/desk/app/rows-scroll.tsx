import type { ReactNode } from 'react';
import './rows.css';

interface RowsScrollProps {
  readonly className?: string;
  readonly children: ReactNode;
}

/** Holds a table that may be wider than its place: it scrolls by itself, by the keyboard too. */
export function RowsScroll({ className, children }: RowsScrollProps) {
  return (
    <div className={className === undefined ? 'rows-scroll' : `rows-scroll ${className}`} tabIndex={0}>
      {children}
    </div>
  );
}
