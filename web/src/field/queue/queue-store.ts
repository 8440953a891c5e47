import { phone } from '../kept/phone.ts';
import type { StoredPhoto } from '../kept/phone.ts';
import type { QueueStore } from './drain.ts';
import type { Item, PhotoRef } from './item.ts';

const channel = 'gezhi-field-queue';

const listeners = new Set<() => void>();
let line: BroadcastChannel | undefined;

const tellHere = (): void => {
  for (const listener of listeners) listener();
};

/** One channel for as long as the tab lives: what is said on one that is closed at once need not arrive. */
function channelOf(): BroadcastChannel {
  if (line === undefined) {
    line = new BroadcastChannel(channel);
    line.addEventListener('message', tellHere);
  }
  return line;
}

/** Tells every tab, and this one without a way around, that the queue has changed. */
function announce(): void {
  // A channel has no origin to name, unlike a window's message.
  const others = channelOf();
  others.postMessage.call(others, 'changed');
  tellHere();
}

/** Calls when the queue has changed, here or in another tab. Answers how to stop. */
export function onQueueChange(listener: () => void): () => void {
  channelOf();
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

const keysOf = (item: Item): readonly string[] =>
  Object.values(item.photos).flatMap((some: readonly PhotoRef[]) => some.map(({ key }) => key));

/** The queue in the phone's store. Photos of what has arrived go at once: room is short. */
export const phoneQueue: QueueStore = {
  change: async (work) => {
    const tx = (await phone()).transaction(['queue', 'photos'], 'readwrite');
    const queue = tx.objectStore('queue');
    const items = await queue.getAll();
    const { put, drop = [], result } = work(items);
    const dropped = items.filter(({ id }) => drop.includes(id));
    const spent = [...put.filter(({ state }) => state.name === 'sent'), ...dropped].flatMap(keysOf);
    await Promise.all([
      ...put.map((item) => queue.put(item, item.id)),
      ...drop.map((id) => queue.delete(id)),
      ...spent.map((key) => tx.objectStore('photos').delete(key)),
      tx.done,
    ]);
    if (put.length > 0 || drop.length > 0) announce();
    return result;
  },
};

/** Everything queued, in the order of taking; nothing where this browser keeps nothing. */
export async function readQueue(): Promise<readonly Item[]> {
  try {
    return (await (await phone()).getAll('queue')).toSorted((a, b) => a.seq - b.seq);
  } catch {
    return [];
  }
}

/**
 * Puts something into the queue and forgets the draft it was, in one step: at no moment is it in neither or in both.
 * Throws where the phone has no room; then the draft is as it was.
 */
export async function enqueue(item: Omit<Item, 'seq'>, photos: readonly StoredPhoto[], draft?: string): Promise<Item> {
  const tx = (await phone()).transaction(['queue', 'photos', 'drafts'], 'readwrite');
  const queue = tx.objectStore('queue');
  const shelf = tx.objectStore('photos');
  const known = await queue.getAll();
  const seq = known.reduce((most, { seq: other }) => Math.max(most, other), 0) + 1;
  const placed: Item = { ...item, seq };
  const missing: StoredPhoto[] = [];
  for (const photo of photos) if ((await shelf.getKey(photo.key)) === undefined) missing.push(photo);
  await Promise.all([
    ...missing.map((photo) => shelf.put(photo, photo.key)),
    queue.put(placed, placed.id),
    ...(draft === undefined ? [] : [tx.objectStore('drafts').delete(draft)]),
    tx.done,
  ]);
  announce();
  return placed;
}

/**
 * Takes something that waits, or was refused, back into its form: the draft is there and the queue has it no more.
 * `taken` where it is on its way or gone, `occupied` where another draft of the same form would be lost.
 */
export async function backToDraft(
  id: string,
  draft: string,
  isFree: (item: Item) => boolean,
): Promise<'done' | 'taken' | 'occupied'> {
  const tx = (await phone()).transaction(['queue', 'drafts'], 'readwrite');
  const queue = tx.objectStore('queue');
  const drafts = tx.objectStore('drafts');
  const [item, other] = await Promise.all([queue.get(id), drafts.getKey(draft)]);
  const ended = item === undefined || !isFree(item) ? 'taken' : other === undefined ? 'done' : 'occupied';
  if (item !== undefined && ended === 'done') {
    const { values, photos, key, uncertain } = item;
    await drafts.put({ values, photos, key: uncertain ? key : crypto.randomUUID() }, draft);
    await queue.delete(id);
  }
  await tx.done;
  if (ended === 'done') announce();
  return ended;
}
