import { phone } from '../kept/phone.ts';
import type { StoredPhoto } from '../kept/phone.ts';
import type { PhotoRef } from '../queue/item.ts';

/** A draft with the bytes of its photos at hand. */
export interface Draft {
  readonly values: Readonly<Record<string, unknown>>;
  /** Photos by what they are for. */
  readonly photos: Readonly<Record<string, readonly StoredPhoto[]>>;
  /** Idempotency key it will be sent with. */
  readonly key: string;
}

/** What of a photo is written into a draft or a queued thing. */
export const refOf = ({ key, name, taken }: StoredPhoto): PhotoRef => ({ key, name, taken });

/** Writes something of each photo, slot by slot. */
export function bySlot<From, To>(
  photos: Readonly<Record<string, readonly From[]>>,
  each: (photo: From) => To,
): Readonly<Record<string, readonly To[]>> {
  return Object.fromEntries(Object.entries(photos).map(([slot, some]) => [slot, some.map(each)]));
}

/** The draft of that name; undefined where there is none, or where this browser keeps nothing. */
export async function loadDraft(name: string): Promise<Draft | undefined> {
  try {
    const db = await phone();
    const kept = await db.get('drafts', name);
    if (kept === undefined) return undefined;
    const keys = Object.values(kept.photos).flatMap((some) => some.map(({ key }) => key));
    const found = await Promise.all(keys.map((key) => db.get('photos', key)));
    const byKey = new Map(found.flatMap((photo) => (photo === undefined ? [] : [[photo.key, photo]])));
    const photos = Object.entries(kept.photos).map(
      ([slot, some]) => [slot, some.flatMap(({ key }) => byKey.get(key) ?? [])] as const,
    );
    return { ...kept, photos: Object.fromEntries(photos) };
  } catch {
    return undefined;
  }
}

/** Keeps a draft. Answers whether it was kept: a full disk must not stop anybody from sending. */
export async function saveDraft(name: string, draft: Draft): Promise<boolean> {
  try {
    const tx = (await phone()).transaction(['drafts', 'photos'], 'readwrite');
    const photos = tx.objectStore('photos');
    const writes: Promise<unknown>[] = [];
    for (const photo of Object.values(draft.photos).flat()) {
      // Bytes are written once; every later change of the words would write them again.
      if ((await photos.getKey(photo.key)) === undefined) writes.push(photos.put(photo, photo.key));
    }
    writes.push(tx.objectStore('drafts').put({ ...draft, photos: bySlot(draft.photos, refOf) }, name), tx.done);
    await Promise.all(writes);
    return true;
  } catch {
    return false;
  }
}

/** Forgets a draft, and its photos too unless something queued has them now. */
export async function dropDraft(name: string, photos: readonly StoredPhoto[]): Promise<void> {
  try {
    const tx = (await phone()).transaction(['drafts', 'photos'], 'readwrite');
    await Promise.all([
      tx.objectStore('drafts').delete(name),
      ...photos.map(({ key }) => tx.objectStore('photos').delete(key)),
      tx.done,
    ]);
  } catch {
    // Nothing is kept here, so nothing has to go.
  }
}
