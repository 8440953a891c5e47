import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor } from '@gezhi/domain/access/index';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '../refusal.ts';
import { actorHeader, openOnce, openTestServer } from '../testing.ts';
import { openFiles } from './open-files.ts';
import { registerFiles, takeFiles } from './index.ts';
import { finishUpload, looseMs, tidyUploads } from './uploads.ts';

const county = '450802';
const clerkOf = (area: string): Actor => ({
  kind: 'staff',
  county,
  person: `clerk ${area}`.replace(' ', '-'),
  name: '甲',
  posts: [{ id: 'x', role: 'clerk', area, permissions: [] }],
});

const at = openOnce(() => openTestServer(registerFiles, { near: clerkOf('450802001'), far: clerkOf('450802002') }));
let base: string;
beforeAll(async () => {
  base = await at.app.listen({ port: 0, host: '127.0.0.1' });
});

const tus = { 'tus-resumable': '1.0.0' };
const metadata = `county ${Buffer.from(county).toString('base64')}`;

async function begin(length: number): Promise<Response> {
  return fetch(`${base}/api/uploads`, {
    method: 'POST',
    headers: { ...tus, 'upload-length': String(length), 'upload-metadata': metadata },
  });
}

function send(id: string, bytes: Uint8Array, offset: number): Promise<Response> {
  return fetch(`${base}/api/uploads/${id}`, {
    method: 'PATCH',
    headers: { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) },
    body: bytes as Uint8Array<ArrayBuffer>,
  });
}

/** Uploads in one go; answers the id and the answer to the last part. */
async function upload(bytes: Uint8Array): Promise<{ id: string; answer: Response }> {
  const begun = await begin(bytes.length);
  const id = begun.headers.get('location')?.split('/').at(-1) ?? '';
  return { id, answer: await send(id, bytes, 0) };
}

/** A picture of 1200 × 600 lying on its side, with a position in its metadata. */
const phonePicture = () =>
  sharp(randomBytes(1200 * 600 * 3), { raw: { width: 1200, height: 600, channels: 3 } })
    .withExif({ IFD0: { Make: 'SecretPhone' }, IFD3: { GPSLatitude: '23/1 6/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 60 })
    .toBuffer();

const give = (ids: string[], caseId: string, area = '450802001013') =>
  at.db.transaction({ county }, (trx) => takeFiles(trx, county, ids, { caseId, area, orgs: [] }));

const read = (id: string, size: string, as = 'near', query = '') =>
  at.app.inject({ url: `/files/${id}/${size}${query}`, headers: { [actorHeader]: as } });

it('a picture sent whole with its creation is answered with its id', async () => {
  const bytes = await phonePicture();
  const answer = await fetch(`${base}/api/uploads`, {
    method: 'POST',
    headers: {
      ...tus,
      'upload-length': String(bytes.length),
      'upload-metadata': metadata,
      'content-type': 'application/offset+octet-stream',
    },
    body: new Uint8Array(bytes),
  });
  expect(answer.status, await answer.text()).toBe(201);
  const id = answer.headers.get('location')?.split('/').at(-1) ?? '';
  expect(isRefusal(await give([id], 'case-whole'))).toBe(false);
});

describe('a picture', () => {
  it('goes on after a break, is checked, loses its metadata, stands upright and is sized', async () => {
    const bytes = await phonePicture();
    const begun = await begin(bytes.length);
    expect(begun.status).toBe(201);
    const id = begun.headers.get('location')?.split('/').at(-1) ?? '';
    expect((await send(id, bytes.subarray(0, 1000), 0)).status).toBe(204);
    const asked = await fetch(`${base}/api/uploads/${id}`, { method: 'HEAD', headers: tus });
    expect(asked.headers.get('upload-offset')).toBe('1000');
    expect((await send(id, bytes.subarray(1000), 1000)).status).toBe(204);

    expect(await give([id], 'case-1')).toBeUndefined();
    const large = await read(id, '2048');
    expect(large.statusCode).toBe(200);
    expect(large.headers['content-type']).toBe('image/webp');
    expect(large.headers['x-content-type-options']).toBe('nosniff');
    expect(large.headers['content-security-policy']).toContain('sandbox');
    expect(large.headers['cache-control']).toContain('private');
    const found = await sharp(large.rawPayload).metadata();
    expect(found).toMatchObject({ format: 'webp', width: 600, height: 1200 });
    expect(found.exif).toBeUndefined();
    expect(large.rawPayload.includes('SecretPhone')).toBe(false);
    expect(await sharp((await read(id, '480')).rawPayload).metadata()).toMatchObject({ width: 240, height: 480 });
    // The picture as it came is kept nowhere.
    expect(await readdir(join(at.deps.config.dataDir, 'uploads'))).toEqual([]);
    // A phone that missed the last answer hears that all arrived.
    const again = await fetch(`${base}/api/uploads/${id}`, { method: 'HEAD', headers: tus });
    expect(again.headers.get('upload-offset')).toBe(String(bytes.length));
  });

  it('is seen by those who see its case only', async () => {
    const { id } = await upload(await phonePicture());
    expect((await read(id, '480')).json()).toMatchObject({ status: 404, code: 'file.notFound' });
    await give([id], 'case-2');
    expect((await read(id, '480')).statusCode).toBe(200);
    expect((await read(id, '480', 'far')).statusCode).toBe(404);
    expect((await read(id, '480', 'nobody')).statusCode).toBe(404);
    expect((await read(id, '999')).statusCode).toBe(422);
  });

  it('belongs to one case', async () => {
    const { id } = await upload(await phonePicture());
    expect(await give([id], 'case-3')).toBeUndefined();
    expect(await give([id], 'case-3')).toBeUndefined();
    const other = await give([id], 'case-4');
    expect(isRefusal(other) && other.code).toBe('file.unknown');
    expect(isRefusal(await give(['00000000-0000-7000-8000-000000000000'], 'case-3'))).toBe(true);
  });
});

describe('what is not a picture we take', () => {
  const png = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: 'red' } })
      .png()
      .toBuffer();

  it.each([
    ['text', async () => Buffer.from('hello, this is no picture'), 'file.notPicture.invalid'],
    [
      'an SVG',
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
      'file.notPicture.invalid',
    ],
    [
      'a page that begins like a picture',
      async () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('<script>')]),
      'file.broken.invalid',
    ],
    ['half a picture', async () => (await phonePicture()).subarray(0, 5000), 'file.broken.invalid'],
    [
      'HEIC',
      async () => Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), randomBytes(100)]),
      'file.heic.invalid',
    ],
    ['a bomb', async () => bomb(await png(10, 10)), 'file.tooManyPixels.invalid'],
  ])('%s is refused with a sentence', async (_what, make, code) => {
    const { id, answer } = await upload(await make());
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(await answer.json()).toMatchObject({ code, title: '填写的内容有误' });
    expect(isRefusal(await give([id], 'case-5'))).toBe(true);
  });

  it('is refused before it is sent when it is too large', async () => {
    const answer = await begin(100 * 1_048_576);
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ code: 'http.tooLarge' });
  });

  it('gets the protocol in a problem document too', async () => {
    const unknown = await send('nothing-here', randomBytes(3), 0);
    expect(unknown.status).toBe(404);
    expect(await unknown.json()).toMatchObject({ code: 'upload.notFound', status: 404 });
    const begun = await begin(10);
    const id = begun.headers.get('location')?.split('/').at(-1) ?? '';
    expect(await (await send(id, randomBytes(3), 5)).json()).toMatchObject({ code: 'upload.offset', status: 409 });
    expect((await fetch(`${base}/api/uploads/${id}`)).status).toBe(404);
  });
});

describe('tidying', () => {
  it('finishes what a server died over, and forgets what no case took', async () => {
    const files = { ...(await openFiles(at.deps.config)), db: at.db };
    const bytes = await phonePicture();
    const begun = await begin(bytes.length);
    const id = begun.headers.get('location')?.split('/').at(-1) ?? '';
    await files.uploads.write((await import('node:stream')).Readable.from([bytes]), id, 0);
    await tidyUploads(files, at.deps.clock.now() + 120_000);
    expect(await give([id], 'case-6')).toBeUndefined();
    expect(await finishUpload(files, id)).toBeUndefined();

    const loose = await upload(bytes);
    expect(loose.answer.status).toBe(204);
    await tidyUploads(files, at.deps.clock.now() + looseMs + 1);
    expect(isRefusal(await give([loose.id], 'case-7'))).toBe(true);
    expect((await read(id, '480')).statusCode).toBe(200);
  });
});

/** The picture with a header that claims 60,000 × 60,000 pixels. */
function bomb(png: Buffer): Buffer {
  const changed = Buffer.from(png);
  changed.writeUInt32BE(60_000, 16);
  changed.writeUInt32BE(60_000, 20);
  changed.writeUInt32BE(crc32(changed.subarray(12, 29)), 29);
  return changed;
}

function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
