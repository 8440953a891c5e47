import { Component } from 'react';
import type { ReactNode } from 'react';
import { useSay } from '../words/locale.tsx';
import { Notice } from './states.tsx';

interface Props {
  readonly children: ReactNode;
}

/** Keeps a broken piece from taking the whole page with it. React offers this to classes only. */
export class ErrorBoundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <Crashed /> : this.props.children;
  }
}

function Crashed() {
  const say = useSay();
  return (
    <Notice
      role="alert"
      title={say('ui.crashed.title')}
      hint={say('ui.crashed.hint')}
      action={
        <button type="button" className="plain-button" onClick={() => location.reload()}>
          {say('ui.crashed.reload')}
        </button>
      }
    />
  );
}
