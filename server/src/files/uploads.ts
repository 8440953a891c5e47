import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Server } from '@tus/server';
import type { Database, Scope } from '../database/index.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import type { Blobs } from './blobs.ts';
import { checkPicture, pictureType, type SizeName, sizes } from './picture.ts';
import { deleteFile, findFile, listLoose, markReady, markRefused } from './store.ts';

/** The part of a tus store that reads: both the folder's and the bucket's have it. */
export type UploadStore = ConstructorParameters<typeof Server>[0]['datastore'] & {
  read(id: string): Readable | Promise<Readable>;
};

export interface UploadDeps {
  readonly db: Database;
  readonly blobs: Blobs;
  readonly uploads: UploadStore;
  /** Removes an upload that has been checked. */
  readonly discard: (id: string) => Promise<void>;
}

const everywhere: Scope = { county: '*', system: true };

/** Key of one size of a file. The last digits of an id differ most, so folders fill evenly. */
export function blobKey(county: string, id: string, size: SizeName): string {
  return `${county}/${id.slice(-2)}/${id}-${size}.webp`;
}

async function readAll(store: UploadStore, id: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of await store.read(id)) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

let turn: Promise<unknown> = Promise.resolve();

/** One picture at a time: a large one takes half a gigabyte while it is being turned. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = turn.then(work);
  turn = mine.catch(() => undefined);
  return mine;
}

/**
 * Checks a whole upload and keeps what it becomes: first the files, then the note in the database, then the upload
 * goes. A server that dies in between does it again (`tidyUploads`), with the same result.
 */
export async function finishUpload(deps: UploadDeps, id: string): Promise<Refusal | undefined> {
  const { db, blobs, uploads } = deps;
  const file = await db.transaction(everywhere, (trx) => findFile(trx, id));
  if (file === undefined) return refuse('file.unknown');
  if (file.state !== 'waiting') return undefined;
  const bytes = await readAll(uploads, id);
  const picture = await inTurn(() => checkPicture(bytes));
  const scope: Scope = { county: file.county, system: true };
  if (isRefusal(picture)) {
    await db.transaction(scope, (trx) => markRefused(trx, file.county, id, picture.code));
  } else {
    const { format, width, height, sized } = picture;
    for (const name of Object.keys(sizes) as SizeName[])
      await blobs.put(blobKey(file.county, id, name), sized[name], pictureType);
    const sha256 = createHash('sha256').update(sized['2048']).digest('hex');
    await db.transaction(scope, (trx) => markReady(trx, file.county, id, { format, width, height, sha256 }));
  }
  await deps.discard(id);
  return isRefusal(picture) ? picture : undefined;
}

async function isWhole(uploads: UploadStore, id: string): Promise<boolean> {
  try {
    const { offset, size } = await uploads.getUpload(id);
    return size !== undefined && offset === size;
  } catch {
    return false;
  }
}

/** How long an upload may take, and a finished file may wait for its case: an offline phone comes back within days. */
export const looseMs = 7 * 24 * 3_600_000;
const settleMs = 60_000;
const batch = 200;

/** Finishes uploads whose server died over them, and forgets files that no case took. */
export async function tidyUploads(deps: UploadDeps, nowMs: number): Promise<void> {
  const before = (age: number) => new Date(nowMs - age).toISOString();
  const waiting = await deps.db.transaction(everywhere, (trx) => listLoose(trx, before(settleMs), batch));
  for (const file of waiting) {
    if (file.state === 'waiting' && (await isWhole(deps.uploads, file.id))) await finishUpload(deps, file.id);
  }
  const forgotten = await deps.db.transaction(everywhere, (trx) => listLoose(trx, before(looseMs), batch));
  for (const { county, id } of forgotten) {
    for (const name of Object.keys(sizes) as SizeName[]) await deps.blobs.remove(blobKey(county, id, name));
    await deps.db.transaction({ county, system: true }, (trx) => deleteFile(trx, county, id));
  }
  await deps.uploads.deleteExpired();
}
