import { useEffect, useState } from 'react';
import type { Item } from './item.ts';
import { onQueueChange, readQueue } from './queue-store.ts';

/** Everything on this phone's queue, read again whenever it changes; undefined while it is read first. */
export function useAllQueued(): readonly Item[] | undefined {
  const [items, setItems] = useState<readonly Item[]>();
  useEffect(() => {
    let gone = false;
    const look = () =>
      void readQueue().then((found) => {
        if (!gone) setItems(found);
      });
    look();
    const stop = onQueueChange(look);
    return () => {
      gone = true;
      stop();
    };
  }, []);
  return items;
}
