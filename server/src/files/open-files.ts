import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import type { Config } from '../config/index.ts';
import { folderBlobs } from './blobs.ts';
import { looseMs, type UploadDeps } from './uploads.ts';

type Files = Pick<UploadDeps, 'blobs' | 'uploads' | 'discard'>;

function inFolder(dataDir: string): Files {
  const directory = join(dataDir, 'uploads');
  mkdirSync(directory, { recursive: true });
  const uploads = new FileStore({ directory, expirationPeriodInMilliseconds: looseMs });
  return { blobs: folderBlobs(join(dataDir, 'files')), uploads, discard: (id) => uploads.remove(id) };
}

/** Where files lie: checked ones in `files/`, uploads under way beside them, in DATA_DIR or in the bucket. */
export async function openFiles({ files, dataDir }: Pick<Config, 'dataDir' | 'files'>): Promise<Files> {
  // The client of S3 is read only where there is a bucket.
  return files.kind === 's3' ? (await import('./in-bucket.ts')).inBucket(files) : inFolder(dataDir);
}
