import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';

/** Bytes by key. Keys are made by the program: letters, digits, `-`, `/` and `.`. */
export interface Blobs {
  /** Keeps the bytes; when it answers they are there whole. */
  put(key: string, bytes: Uint8Array, type: string): Promise<void>;
  get(key: string): Promise<{ readonly stream: Readable; readonly bytes: number } | undefined>;
  remove(key: string): Promise<void>;
  /** Every key, for backup. */
  keys(): AsyncIterable<string>;
}

const safeKey = /^[0-9A-Za-z][0-9A-Za-z-]*(\/[0-9A-Za-z][0-9A-Za-z.-]*)*$/;

function checked(key: string): string {
  if (!safeKey.test(key)) throw new TypeError('not a key of a file');
  return key;
}

/** Files in a folder. */
export function folderBlobs(folder: string): Blobs {
  const pathOf = (key: string) => join(folder, checked(key));
  async function* walk(under: string): AsyncGenerator<string> {
    for (const entry of await readdir(join(folder, under), { withFileTypes: true }).catch(() => [])) {
      const key = under === '' ? entry.name : `${under}/${entry.name}`;
      if (entry.isDirectory()) yield* walk(key);
      else if (!entry.name.endsWith('.part')) yield key;
    }
  }
  return {
    put: async (key, bytes) => {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true });
      // Flushed and then renamed, so that a crash leaves the whole file or none.
      await writeFile(`${path}.part`, bytes, { flush: true });
      await rename(`${path}.part`, path);
    },
    get: async (key) => {
      const path = pathOf(key);
      const found = await stat(path).catch(() => undefined);
      return found && { stream: createReadStream(path), bytes: found.size };
    },
    remove: (key) => rm(pathOf(key), { force: true }),
    keys: () => walk(''),
  };
}
