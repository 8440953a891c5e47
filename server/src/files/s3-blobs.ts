import type { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
} from '@aws-sdk/client-s3';
import type { S3Settings } from '../config/index.ts';
import type { Blobs } from './blobs.ts';

/** How to reach the bucket. A server of one's own (MinIO, Ceph) is reached by path instead of by host name. */
export function s3ClientConfig(settings: S3Settings): S3ClientConfig {
  const { region, endpoint, accessKeyId, secretAccessKey } = settings;
  const own = endpoint === undefined ? {} : { endpoint, forcePathStyle: true };
  return { region, credentials: { accessKeyId, secretAccessKey }, requestChecksumCalculation: 'WHEN_REQUIRED', ...own };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && ['NoSuchKey', 'NotFound'].includes(error.name);
}

/** Removes objects by their whole keys. */
export async function removeObjects(settings: S3Settings, keys: readonly string[]): Promise<void> {
  const client = new S3Client(s3ClientConfig(settings));
  for (const Key of keys) await client.send(new DeleteObjectCommand({ Bucket: settings.bucket, Key }));
  client.destroy();
}

/** Files in an S3 bucket, under `files/`. */
export function s3Blobs(settings: S3Settings): Blobs {
  const client = new S3Client(s3ClientConfig(settings));
  const at = (key: string) => ({ Bucket: settings.bucket, Key: `files/${key}` });
  return {
    put: async (key, bytes, type) => {
      await client.send(new PutObjectCommand({ ...at(key), Body: bytes, ContentType: type }));
    },
    get: async (key) => {
      try {
        const found = await client.send(new GetObjectCommand(at(key)));
        return { stream: found.Body as Readable, bytes: found.ContentLength ?? 0 };
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    remove: async (key) => {
      await client.send(new DeleteObjectCommand(at(key)));
    },
    keys: async function* () {
      for (let token: string | undefined, more = true; more; more = token !== undefined) {
        const page = await client.send(
          new ListObjectsV2Command({ Bucket: settings.bucket, Prefix: 'files/', ContinuationToken: token }),
        );
        for (const { Key = '' } of page.Contents ?? []) yield Key.slice('files/'.length);
        token = page.NextContinuationToken;
      }
    },
  };
}
