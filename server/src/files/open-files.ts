import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { S3Store } from '@tus/s3-store';
import type { Config } from '../config/index.ts';
import { type Blobs, folderBlobs } from './blobs.ts';
import { s3Blobs, s3ClientConfig } from './s3-blobs.ts';
import { looseMs, type UploadStore } from './uploads.ts';

/** Where files lie: checked ones in `files/`, uploads under way in `uploads/`, of DATA_DIR or of the bucket. */
export function openFiles(config: Pick<Config, 'dataDir' | 'files'>): {
  readonly blobs: Blobs;
  readonly uploads: UploadStore;
} {
  const { files, dataDir } = config;
  if (files.kind === 's3') {
    const s3ClientConfigOf = { ...s3ClientConfig(files), bucket: files.bucket };
    return {
      blobs: s3Blobs(files),
      uploads: new S3Store({
        s3ClientConfig: s3ClientConfigOf,
        expirationPeriodInMilliseconds: looseMs,
        useTags: false,
      }),
    };
  }
  const directory = join(dataDir, 'uploads');
  mkdirSync(directory, { recursive: true });
  return {
    blobs: folderBlobs(join(dataDir, 'files')),
    uploads: new FileStore({ directory, expirationPeriodInMilliseconds: looseMs }),
  };
}
