import type { Item, Outcome } from './item.ts';
import { outlived, settleIn, takeNext } from './machine.ts';

/** Where the queue is kept. `change` is one transaction: what it reads is what it writes over. */
export interface QueueStore {
  change<T>(work: (items: readonly Item[]) => Change<T>): Promise<T>;
}

export interface Change<T> {
  readonly put: readonly Item[];
  readonly drop?: readonly string[];
  readonly result: T;
}

/** How a round of sending ended. */
export type Ended =
  | { readonly kind: 'nothing' | 'signedOut' }
  | { readonly kind: 'busy' | 'later'; readonly at: number };

interface Drain {
  readonly store: QueueStore;
  /** One try; it ends by itself, with an outcome. */
  readonly deliver: (item: Item) => Promise<Outcome>;
  readonly owner: string;
  /** Epoch ms. */
  readonly now: () => number;
}

/** Sends what waits, one after the other, until nothing is left or the line is down. */
export async function drain({ store, deliver, owner, now }: Drain): Promise<Ended> {
  for (;;) {
    const next = await store.change((items) => {
      const taken = takeNext(items, owner, now());
      return { put: taken.changed, drop: outlived(items, now()), result: taken.next };
    });
    if (next.kind === 'nothing') return { kind: 'nothing' };
    if (next.kind === 'busy') return { kind: 'busy', at: next.since };
    if (next.kind === 'later') return { kind: 'later', at: next.at };
    const { id, attempts } = next.item;
    const outcome = await deliver(next.item);
    await store.change((items) => ({ put: settleIn(items, id, attempts, outcome, now()), result: undefined }));
    if (outcome.kind === 'signedOut') return { kind: 'signedOut' };
  }
}
