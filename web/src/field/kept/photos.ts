import { phone } from './phone.ts';
import type { StoredPhoto } from './phone.ts';

/** Where photos are on their way: the phone's store, or memory where the phone has no room. */
export interface PhotoShelf {
  readonly get: (key: string) => Promise<StoredPhoto | undefined>;
  readonly put: (photo: StoredPhoto) => Promise<void>;
}

export const phoneShelf: PhotoShelf = {
  get: async (key) => (await phone()).get('photos', key),
  put: async (photo) => {
    await (await phone()).put('photos', photo, photo.key);
  },
};

/** Photos of a report that could not be kept, sent from the page itself. */
export function memoryShelf(photos: readonly StoredPhoto[]): PhotoShelf {
  const shelf = new Map(photos.map((photo) => [photo.key, photo]));
  return {
    get: (key) => Promise.resolve(shelf.get(key)),
    put: (photo) => {
      shelf.set(photo.key, photo);
      return Promise.resolve();
    },
  };
}
