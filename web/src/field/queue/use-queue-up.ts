import { programNow, countyZone } from '../../api/program-time.ts';
import { exactTime } from '../../ui/time-words.ts';
import { useLocale } from '../../words/locale.tsx';
import { useSession } from '../app/session.tsx';
import { bySlot, refOf } from '../drafts/draft-store.ts';
import type { Draft } from '../drafts/draft-store.ts';
import { memoryShelf } from '../kept/photos.ts';
import { deliver } from './deliver.ts';
import type { Item, Outcome, Work } from './item.ts';
import { enqueue } from './queue-store.ts';
import { askForSync, sendNow } from './sender.ts';

/** Something done on the spot. */
export interface Taken {
  readonly work: Work;
  /** What it is about, for the list. */
  readonly title: string;
  /** What the form held; absent where a button alone did it. */
  readonly draft?: Draft & { readonly name: string };
  readonly group?: boolean;
}

export type QueuedUp =
  | { readonly kind: 'queued'; readonly item: Item }
  /** The phone has no room: it can still be sent from the page, and told again as often as it takes. */
  | { readonly kind: 'noRoom'; readonly send: () => Promise<Outcome> };

/** Puts what was done into the queue and starts sending. */
export function useQueueUp(): (taken: Taken) => Promise<QueuedUp> {
  const { person } = useSession();
  const { say, locale } = useLocale();
  return async ({ work, title, draft, group = false }) => {
    const at = programNow();
    const photos = Object.values(draft?.photos ?? {}).flat();
    const item: Omit<Item, 'seq'> = {
      id: crypto.randomUUID(),
      owner: person.id,
      at,
      queuedAt: Date.now(),
      work,
      title,
      group,
      values: draft?.values ?? {},
      photos: bySlot(draft?.photos ?? {}, refOf),
      late: say('field.queue.late', { time: exactTime(at, countyZone) }),
      key: draft?.key ?? crypto.randomUUID(),
      state: { name: 'waiting', notBefore: 0 },
      attempts: 0,
      faults: 0,
      uncertain: false,
    };
    try {
      const queued = await enqueue(item, photos, draft?.name);
      sendNow();
      void askForSync();
      void askToStay();
      return { kind: 'queued', item: queued };
    } catch {
      const shelf = memoryShelf(photos);
      let body: string | undefined;
      const send = () =>
        deliver(
          { ...item, seq: 0, ...(body !== undefined && { frozen: body }) },
          {
            shelf,
            locale,
            now: Date.now,
            freeze: async (_item, frozen) => {
              body = frozen;
            },
          },
        );
      return { kind: 'noRoom', send };
    }
  };
}

/** Asks the browser not to clear what waits when room gets short. */
async function askToStay(): Promise<void> {
  try {
    if (!(await navigator.storage.persisted())) await navigator.storage.persist();
  } catch {
    // Unknown here.
  }
}
