import type { ReactNode } from 'react';
import { When } from './clock.tsx';
import './timeline.css';

/** One thing that happened. */
export interface TimelineItem {
  readonly key: string;
  /** ISO time. */
  readonly at: string;
  /** The sentence: who did what. */
  readonly text: ReactNode;
  /** What was said or given with it: words, photos. */
  readonly more?: ReactNode;
  /** Whether it was a step of the case (bold dot) or only something beside it. */
  readonly step: boolean;
}

/** The history, newest first: a line of dots, steps heavier than remarks. */
export function Timeline({ items, label }: { readonly items: readonly TimelineItem[]; readonly label: string }) {
  return (
    <ol className="timeline" aria-label={label}>
      {items.map(({ key, at, text, more, step }) => (
        <li key={key} className={step ? 'timeline-item timeline-step' : 'timeline-item'}>
          <div className="timeline-text">{text}</div>
          <div className="timeline-when">
            <When at={at} exact />
          </div>
          {more === undefined ? null : <div className="timeline-more">{more}</div>}
        </li>
      ))}
    </ol>
  );
}
