import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Blobs } from '../files/blobs.ts';
import type { SubjectKey } from '../keys/index.ts';
import type { Part } from './part.ts';

/** The files of one import. */
export interface RunFiles {
  put(part: Part, bytes: Buffer): Promise<void>;
  /** @throws Error where the part is gone */
  get(part: Part): Promise<Buffer>;
  remove(parts: readonly Part[]): Promise<void>;
}

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

function seal(key: SubjectKey, bytes: Buffer, context: string): Buffer {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, key, iv).setAAD(Buffer.from(context));
  return Buffer.concat([iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

function open(key: SubjectKey, sealed: Buffer, context: string): Buffer {
  const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, ivBytes), { authTagLength: tagBytes })
    .setAAD(Buffer.from(context))
    .setAuthTag(sealed.subarray(-tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(ivBytes, -tagBytes)), decipher.final()]);
}

/** The files of an import, each sealed under the key of its row: rows of people are not left lying about. */
export function runFiles(
  blobs: Blobs,
  run: { readonly county: string; readonly id: string },
  key: SubjectKey,
): RunFiles {
  const keyOf = (part: Part) => `${run.county}/sheets/${run.id}/${part}`;
  return {
    put: (part, bytes) => blobs.put(keyOf(part), seal(key, bytes, keyOf(part)), 'application/octet-stream'),
    get: async (part) => {
      const found = await blobs.get(keyOf(part));
      if (found === undefined) throw new Error(`the file ${keyOf(part)} is gone`);
      const pieces: Buffer[] = [];
      for await (const piece of found.stream) pieces.push(piece as Buffer);
      return open(key, Buffer.concat(pieces), keyOf(part));
    },
    remove: async (parts) => {
      for (const part of parts) await blobs.remove(keyOf(part));
    },
  };
}
