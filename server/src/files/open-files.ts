import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { S3Store } from '@tus/s3-store';
import type { Config, S3Settings } from '../config/index.ts';
import { folderBlobs } from './blobs.ts';
import { removeObjects, s3Blobs, s3ClientConfig } from './s3-blobs.ts';
import { looseMs, type UploadDeps } from './uploads.ts';

type Files = Pick<UploadDeps, 'blobs' | 'uploads' | 'discard'>;

function inFolder(dataDir: string): Files {
  const directory = join(dataDir, 'uploads');
  mkdirSync(directory, { recursive: true });
  const uploads = new FileStore({ directory, expirationPeriodInMilliseconds: looseMs });
  return { blobs: folderBlobs(join(dataDir, 'files')), uploads, discard: (id) => uploads.remove(id) };
}

function inBucket(settings: S3Settings): Files {
  const uploads = new S3Store({
    s3ClientConfig: { ...s3ClientConfig(settings), bucket: settings.bucket },
    expirationPeriodInMilliseconds: looseMs,
    useTags: false,
  });
  // The store removes only what is still open: S3 does not know a completed upload any more.
  return { blobs: s3Blobs(settings), uploads, discard: (id) => removeObjects(settings, [id, `${id}.info`]) };
}

/** Where files lie: checked ones in `files/`, uploads under way beside them, in DATA_DIR or in the bucket. */
export function openFiles({ files, dataDir }: Pick<Config, 'dataDir' | 'files'>): Files {
  return files.kind === 's3' ? inBucket(files) : inFolder(dataDir);
}
