import type { Item } from './item.ts';
import type { QueueStore } from './drain.ts';

/** An item for tests; a report unless `caseId` is given. */
export function itemFor(seq: number, part: Partial<Item> = {}, about?: { caseId: string; version: number }): Item {
  return {
    id: `item-${seq}`,
    seq,
    owner: 'me',
    at: seq,
    queuedAt: seq,
    work:
      about === undefined
        ? { kind: 'report', body: { description: `matter ${seq}`, channel: 'field', place: {} } }
        : {
            kind: 'command',
            caseId: about.caseId,
            caseNumber: about.caseId,
            version: about.version,
            body: { type: 'note', text: `note ${seq}`, public: false, photos: [] },
          },
    values: {},
    photos: {},
    title: '',
    late: 'late',
    group: false,
    key: `key-${seq}`,
    state: { name: 'waiting', notBefore: 0 },
    attempts: 0,
    faults: 0,
    uncertain: false,
    ...part,
  };
}

/** A queue in memory, with the transactions of the real one. */
export function memoryStore(items: readonly Item[]): QueueStore & { readonly all: () => readonly Item[] } {
  let kept = new Map(items.map((item) => [item.id, item]));
  return {
    all: () => [...kept.values()].toSorted((a, b) => a.seq - b.seq),
    change: async (work) => {
      await Promise.resolve();
      const { put, drop = [], result } = work([...kept.values()]);
      const next = new Map(kept);
      for (const item of put) next.set(item.id, item);
      for (const id of drop) next.delete(id);
      kept = next;
      return result;
    },
  };
}
