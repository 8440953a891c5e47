import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { makeQueryClient } from '../api/query.ts';
import { LocaleProvider } from '../words/locale.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import './tokens.css';
import './base.css';

/** Starts a face in `#root` with what all faces need: language, cache, and something to show when it breaks. */
export function mountFace(face: ReactNode): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no #root');
  createRoot(root).render(
    <StrictMode>
      <LocaleProvider>
        <ErrorBoundary>
          <QueryClientProvider client={makeQueryClient()}>{face}</QueryClientProvider>
        </ErrorBoundary>
      </LocaleProvider>
    </StrictMode>,
  );
}

/** The nonce of this response, for style tags a component kit makes at run time (`<meta name="csp-nonce">`). */
export function cspNonce(): string | undefined {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
}
