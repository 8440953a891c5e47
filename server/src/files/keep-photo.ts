import { Readable } from 'node:stream';
import { Upload } from '@tus/server';
import type { Deps } from '../deps.ts';
import type { Refusal } from '../refusal.ts';
import { openFiles } from './open-files.ts';
import { insertFile } from './store.ts';
import { finishUpload } from './uploads.ts';

/** Keeps one photo of a county and answers its id, or says why it cannot be used. */
export type KeepPhoto = (county: string, bytes: Buffer) => Promise<string | Refusal>;

/**
 * Keeps photos that came with a plain form. They go the way of a resumable upload that arrives whole, so that they are
 * checked alike and a server that dies in between is made good alike.
 */
export async function photoKeeper(deps: Pick<Deps, 'db' | 'clock' | 'config' | 'newId'>): Promise<KeepPhoto> {
  const files = { ...(await openFiles(deps.config)), db: deps.db };
  return async (county, bytes) => {
    const id = deps.newId();
    const at = new Date(deps.clock.now()).toISOString();
    await deps.db.transaction({ county, system: true }, (trx) =>
      insertFile(trx, { county, id, bytes: bytes.length, person: null, at }),
    );
    await files.uploads.create(new Upload({ id, size: bytes.length, offset: 0 }));
    await files.uploads.write(Readable.from([bytes]), id, 0);
    return (await finishUpload(files, id)) ?? id;
  };
}
