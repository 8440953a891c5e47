import type { Item } from './item.ts';
import { orphaned, orphanedMs } from './machine.ts';

/** What another tab had before it, and since when it has got none of it done. */
export interface HeldUp {
  /** Epoch ms. */
  readonly since: number;
  readonly before: string;
}

/**
 * Looks at what waits while another tab has the lock.
 * @param known what was seen the last time, where it was told then, too, that another tab sends
 */
export function heldUp(known: HeldUp | undefined, items: readonly Item[], now: number): HeldUp {
  const before = items
    .filter(({ state }) => state.name === 'waiting' || state.name === 'sending')
    .map(({ id, attempts, state }) => `${id} ${attempts} ${state.name}`)
    .join('\n');
  return known?.before === before && known.since <= now ? known : { since: now, before };
}

/** Whether the tab with the lock must have been put to sleep: awake, it would have given up its try, or begun one. */
export const isAsleep = ({ since }: HeldUp, items: readonly Item[], now: number): boolean =>
  now - since > orphanedMs || orphaned(items, now, false).length > 0;
