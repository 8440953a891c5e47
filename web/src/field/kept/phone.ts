import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import type { Item, PhotoRef } from '../queue/item.ts';

/** A photo's bytes, and how far they have come. */
export interface StoredPhoto extends PhotoRef {
  readonly file: Blob;
  /** Address of its upload, once begun. */
  readonly url?: string;
  /** Whether the last piece has been sent, answered or not. */
  readonly whole?: boolean;
  /** Once the server has it. */
  readonly id?: string;
}

/** What was typed and taken and is not sent yet. */
export interface StoredDraft {
  readonly values: Readonly<Record<string, unknown>>;
  /** Photos by what they are for. */
  readonly photos: Readonly<Record<string, readonly PhotoRef[]>>;
  /** Idempotency key it will be sent with. */
  readonly key: string;
}

/** An answer of the server, kept to be read without a line. */
export interface StoredAnswer {
  readonly owner: string;
  readonly key: readonly unknown[];
  readonly data: unknown;
  /** Epoch ms on this phone. */
  readonly at: number;
}

interface Schema extends DBSchema {
  drafts: { key: string; value: StoredDraft };
  photos: { key: string; value: StoredPhoto };
  queue: { key: string; value: Item };
  answers: { key: string; value: StoredAnswer };
  /** What another app shared with this one, until a report takes it. */
  shared: { key: string; value: { readonly text: string; readonly photos: readonly StoredPhoto[] } };
}

let opened: Promise<IDBPDatabase<Schema>> | undefined;

/** What this phone keeps. The page and the service worker open the same. */
export function phone(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('gezhi-field', 2, {
    upgrade: (db, from) => {
      // Drafts of the first version held their photos in themselves.
      if (from === 1) db.deleteObjectStore('drafts');
      for (const store of ['drafts', 'photos', 'queue', 'answers', 'shared'] as const) db.createObjectStore(store);
    },
    blocking: (_now, _wanted, event) => {
      // A newer version of the app wants to open it: let go.
      (event.target as IDBDatabase).close();
      opened = undefined;
    },
    terminated: () => {
      opened = undefined;
    },
  }).catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}
