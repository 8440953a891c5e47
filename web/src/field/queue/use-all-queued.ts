import { useSyncExternalStore } from 'react';
import type { Item } from './item.ts';
import { onQueueChange, readQueue } from './queue-store.ts';

let seen: readonly Item[] | undefined;
let asked = 0;
let stop: (() => void) | undefined;
const watchers = new Set<() => void>();

/** Reads it once for all who show it. The newest reading stands, whichever ends last. */
function look(): void {
  asked += 1;
  const mine = asked;
  void readQueue().then((found) => {
    if (mine !== asked) return;
    seen = found;
    for (const watcher of watchers) watcher();
  });
}

function lookWhenSeen(): void {
  if (document.visibilityState === 'visible') look();
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  if (stop === undefined) {
    stop = onQueueChange(look);
    document.addEventListener('visibilitychange', lookWhenSeen);
    look();
  }
  return () => {
    watchers.delete(watcher);
    if (watchers.size > 0) return;
    stop?.();
    stop = undefined;
    document.removeEventListener('visibilitychange', lookWhenSeen);
  };
}

/** Everything on this phone's queue, read again whenever it changes; undefined while it is read first. */
export const useAllQueued = (): readonly Item[] | undefined => useSyncExternalStore(watch, () => seen);
