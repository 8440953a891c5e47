import type { ReactNode } from 'react';
import type { Problem } from '../api/call.ts';
import { useSay } from '../words/locale.tsx';
import './states.css';

interface NoticeProps {
  readonly title: string;
  readonly hint?: ReactNode;
  readonly action?: ReactNode;
  readonly role?: 'status' | 'alert';
}

/** A quiet note in place of content: what is so, why, and a way on. */
export function Notice({ title, hint, action, role = 'status' }: NoticeProps) {
  return (
    <div className="notice" role={role}>
      <p className="notice-title">{title}</p>
      {hint === undefined ? null : <div className="notice-hint">{hint}</div>}
      {action === undefined ? null : <div className="notice-action">{action}</div>}
    </div>
  );
}

/** Nothing to show. `title` says what is missing, `hint` how it gets here. */
export function Empty(props: Partial<NoticeProps>) {
  const say = useSay();
  return <Notice {...props} title={props.title ?? say('ui.empty.title')} />;
}

/** Rows of grey in the shape of what is coming; read aloud as one word. */
export function Loading({ rows = 3 }: { readonly rows?: number }) {
  const say = useSay();
  return (
    <div className="loading" role="status" aria-live="polite">
      <span className="sr-only">{say('ui.loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="loading-row" aria-hidden="true" />
      ))}
    </div>
  );
}

/** What was refused or failed, in the server's words, with a way on. */
export function Failed({ problem, retry }: { readonly problem?: Problem | undefined; readonly retry?: () => void }) {
  const say = useSay();
  if (problem?.status === 403) return <Forbidden />;
  return (
    <Notice
      role="alert"
      title={problem?.title ?? say('ui.failed.title')}
      hint={
        <>
          {problem?.detail}
          {problem?.requestId ? <small>{say('ui.requestId', { id: problem.requestId })}</small> : null}
        </>
      }
      action={
        retry === undefined ? undefined : (
          <button type="button" className="plain-button" onClick={retry}>
            {say('ui.failed.retry')}
          </button>
        )
      }
    />
  );
}

/** The page exists, the right does not. */
export function Forbidden() {
  const say = useSay();
  return <Notice role="alert" title={say('ui.forbidden.title')} hint={say('ui.forbidden.hint')} />;
}
