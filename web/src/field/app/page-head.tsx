import type { ReactNode } from 'react';
import { useSay } from '../../words/locale.tsx';
import { goBack } from './navigate.tsx';

/** The head of a page that was opened from another: the way back and its name. */
export function PageHead({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  const say = useSay();
  return (
    <header className="page-head">
      <button type="button" aria-label={say('field.back')} onClick={goBack}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M15 5l-7 7 7 7" />
        </svg>
      </button>
      <h1>{title}</h1>
      {children}
    </header>
  );
}
