import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';

/** A photo of a draft: the bytes stay on the phone until the report they belong to has arrived. */
export interface KeptPhoto {
  readonly key: string;
  readonly name: string;
  readonly file: Blob;
  /** When it was taken, epoch ms on this phone: by it an upload that was broken off is found again. */
  readonly taken: number;
  /** Once the server has it. */
  readonly id?: string;
}

/** What was typed and taken and is not sent yet. */
export interface Draft {
  readonly values: Readonly<Record<string, unknown>>;
  /** Photos by what they are for. */
  readonly photos: Readonly<Record<string, readonly KeptPhoto[]>>;
  /** Idempotency key: the same until it has arrived, so that a second try does not double it. */
  readonly key: string;
}

interface Schema extends DBSchema {
  drafts: { key: string; value: Draft };
}

let opened: Promise<IDBPDatabase<Schema>> | undefined;

function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('gezhi-field', 1, {
    upgrade: (db) => {
      db.createObjectStore('drafts');
    },
  });
  return opened;
}

/** The draft of that name; undefined where there is none, or where this browser keeps nothing. */
export async function loadDraft(name: string): Promise<Draft | undefined> {
  try {
    return await (await database()).get('drafts', name);
  } catch {
    return undefined;
  }
}

/** Keeps a draft. Answers whether it was kept: a full disk must not stop anybody from sending. */
export async function saveDraft(name: string, draft: Draft): Promise<boolean> {
  try {
    await (await database()).put('drafts', draft, name);
    return true;
  } catch {
    return false;
  }
}

export async function dropDraft(name: string): Promise<void> {
  try {
    await (await database()).delete('drafts', name);
  } catch {
    // Nothing is kept here, so nothing has to go.
  }
}
