import { phone } from '../kept/phone.ts';

/** Removes photos that neither a draft nor anything queued names any more: taken out of a form, or of a tab that died. */
export async function sweepPhotos(): Promise<void> {
  try {
    const tx = (await phone()).transaction(['drafts', 'queue', 'photos'], 'readwrite');
    const photos = tx.objectStore('photos');
    const [drafts, queue, keys] = await Promise.all([
      tx.objectStore('drafts').getAll(),
      tx.objectStore('queue').getAll(),
      photos.getAllKeys(),
    ]);
    const named = new Set(
      [...drafts, ...queue].flatMap((one) => Object.values(one.photos).flatMap((some) => some.map(({ key }) => key))),
    );
    await Promise.all([...keys.filter((key) => !named.has(key)).map((key) => photos.delete(key)), tx.done]);
  } catch {
    // Nothing is kept here.
  }
}
