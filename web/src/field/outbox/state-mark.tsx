import type { Item } from '../queue/item.ts';

/** A shape beside the word: dots for waiting, an arrow on its way, a tick, a mark for what needs somebody. */
export function StateMark({ name }: { readonly name: Item['state']['name'] }) {
  const path = {
    waiting: 'M5 12h.01M12 12h.01M19 12h.01',
    sending: 'M12 19V5M6 11l6-6 6 6',
    sent: 'M5 13l4 4L19 7',
    refused: 'M12 5v9M12 19h.01',
  }[name];
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className="state-mark">
      <path d={path} />
    </svg>
  );
}
