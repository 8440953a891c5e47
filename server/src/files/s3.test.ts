import { buffer } from 'node:stream/consumers';
import type { Actor } from '@gezhi/domain/access/index';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../database/testing.ts';
import { openApp } from '../http/app.ts';
import { actorHeader, testConfig, testDeps } from '../testing.ts';
import { type FakeS3, startFakeS3 } from './fake-s3.ts';
import { registerFiles, takeFiles } from './index.ts';
import { s3Blobs } from './s3-blobs.ts';

const county = '450802';
const clerk: Actor = {
  kind: 'staff',
  county,
  person: 'p1',
  name: '甲',
  posts: [{ id: 'x', role: 'clerk', area: '450802001', permissions: [] }],
};

let s3: FakeS3;
let db: TestDatabase;
beforeAll(async () => {
  s3 = await startFakeS3('gezhi');
  db = await openTestDatabase();
});
afterAll(async () => {
  await db.close();
  await s3.close();
});

const settings = () => ({
  S3_BUCKET: 'gezhi',
  S3_ENDPOINT: s3.endpoint,
  S3_ACCESS_KEY_ID: 'id',
  S3_SECRET_ACCESS_KEY: 'secret',
});

describe('a bucket', () => {
  it('keeps, gives, lists and forgets files', async () => {
    const { files } = testConfig(settings());
    if (files.kind !== 's3') throw new Error('the settings did not name the bucket');
    const blobs = s3Blobs(files);
    for (const key of ['450802/aa/a-480.webp', '450802/bb/b-480.webp', '450802/cc/c-480.webp']) {
      await blobs.put(key, Buffer.from(key), 'image/webp');
    }
    const found = await blobs.get('450802/aa/a-480.webp');
    expect(found && (await buffer(found.stream)).toString()).toBe('450802/aa/a-480.webp');
    expect(await blobs.get('450802/aa/none-480.webp')).toBeUndefined();
    await blobs.remove('450802/aa/a-480.webp');
    const keys: string[] = [];
    for await (const key of blobs.keys()) keys.push(key);
    expect(keys).toEqual(['450802/bb/b-480.webp', '450802/cc/c-480.webp']);
  });

  it('takes an upload in two parts, and holds only what was checked', async () => {
    const deps = await testDeps(db, { clerk }, testConfig(settings()));
    const app = await openApp(deps);
    await registerFiles(app, deps);
    const base = await app.listen({ port: 0, host: '127.0.0.1' });
    const bytes = await sharp({ create: { width: 900, height: 300, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer();
    const tus = { 'tus-resumable': '1.0.0' };
    const begun = await fetch(`${base}/api/uploads`, {
      method: 'POST',
      headers: { ...tus, 'upload-length': String(bytes.length), 'upload-metadata': `county ${btoa(county)}` },
    });
    const id = begun.headers.get('location')?.split('/').at(-1) ?? '';
    for (const [from, to] of [
      [0, 1000],
      [1000, bytes.length],
    ] as const) {
      const answer = await fetch(`${base}/api/uploads/${id}`, {
        method: 'PATCH',
        headers: { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(from) },
        body: new Uint8Array(bytes.subarray(from, to)),
      });
      expect(answer.status).toBe(204);
    }
    const owner = { caseId: 'case-1', area: '450802001013', orgs: [] };
    expect(await db.transaction({ county }, (trx) => takeFiles(trx, county, [id], owner))).toBeUndefined();
    const shown = await app.inject({ url: `/files/${id}/480`, headers: { [actorHeader]: 'clerk' } });
    expect(await sharp(shown.rawPayload).metadata()).toMatchObject({ format: 'webp', width: 480, height: 160 });
    expect([...s3.objects.keys()].filter((key) => key.includes(id)).every((key) => key.startsWith('files/'))).toBe(
      true,
    );
    await app.close();
    await deps.live.stop();
  });
});
