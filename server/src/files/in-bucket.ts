import { S3Store } from '@tus/s3-store';
import type { S3Settings } from '../config/index.ts';
import { removeObjects, s3Blobs, s3ClientConfig } from './s3-blobs.ts';
import { looseMs, type UploadDeps } from './uploads.ts';

/** Files and uploads in a bucket. */
export function inBucket(settings: S3Settings): Pick<UploadDeps, 'blobs' | 'uploads' | 'discard'> {
  const uploads = new S3Store({
    s3ClientConfig: { ...s3ClientConfig(settings), bucket: settings.bucket },
    expirationPeriodInMilliseconds: looseMs,
    useTags: false,
  });
  // The store removes only what is still open: S3 does not know a completed upload any more.
  return { blobs: s3Blobs(settings), uploads, discard: (id) => removeObjects(settings, [id, `${id}.info`]) };
}
