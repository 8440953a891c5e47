import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useSay } from '../../words/locale.tsx';
import './page.css';

interface PageProps {
  readonly title: string;
  /** A word beside the title: a count, a name. */
  readonly note?: ReactNode;
  /** Buttons to the right of the title. */
  readonly actions?: ReactNode;
  /** For pages of one form: a column that can be read. */
  readonly narrow?: boolean;
  readonly children: ReactNode;
}

/** One page of the desk beside the rail: title, actions, content that scrolls under them. */
export function Page({ title, note, actions, narrow = false, children }: PageProps) {
  useDocumentTitle(title);
  return (
    <main className="page">
      <header className="page-head">
        <h1>{title}</h1>
        {note === undefined ? null : <span className="page-note">{note}</span>}
        {actions === undefined ? null : <div className="page-actions">{actions}</div>}
      </header>
      {/* What scrolls must be reachable by keyboard even where nothing in it is. */}
      <div className={narrow ? 'page-body page-narrow' : 'page-body'} tabIndex={0}>
        {children}
      </div>
    </main>
  );
}

/** The name of the page on its tab and in the history. */
export function useDocumentTitle(page: string): void {
  const say = useSay();
  useEffect(() => {
    document.title = say('desk.title', { page });
  }, [page, say]);
}
