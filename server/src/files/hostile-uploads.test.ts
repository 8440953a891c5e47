import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import type { Actor } from '@gezhi/domain/access/index';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '../refusal.ts';
import { actorHeader, openOnce, openTestServer } from '../testing.ts';
import { registerFiles, takeFiles } from './index.ts';

const county = '450802';
const area = '450802001013';
const clerk: Actor = {
  kind: 'staff',
  county,
  person: 'clerk',
  name: '甲',
  posts: [{ id: 'x', role: 'clerk', area, permissions: [] }],
};

const at = openOnce(() => openTestServer(registerFiles, { clerk }));
let base: string;
beforeAll(async () => {
  base = await at.app.listen({ port: 0, host: '127.0.0.1' });
});

const b64 = (text: string) => Buffer.from(text).toString('base64');
const tus = { 'tus-resumable': '1.0.0' };

function begin(headers: Record<string, string>): Promise<Response> {
  return fetch(`${base}/api/uploads`, {
    method: 'POST',
    headers: { ...tus, 'upload-metadata': `county ${b64(county)}`, ...headers },
  });
}

/** Sends a file whole, under the name and type that the sender claims. */
async function upload(bytes: Uint8Array, name = 'a.jpg', type = 'image/jpeg') {
  const metadata = `county ${b64(county)},filename ${b64(name)},filetype ${b64(type)}`;
  const begun = await begin({ 'upload-length': String(bytes.length), 'upload-metadata': metadata });
  const id = begun.headers.get('location')?.split('/').at(-1) ?? '';
  if (begun.status !== 201) return { id, answer: begun };
  const answer = await fetch(`${base}/api/uploads/${id}`, {
    method: 'PATCH',
    headers: { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' },
    body: bytes as Uint8Array<ArrayBuffer>,
  });
  return { id, answer };
}

const read = (id: string, size = '2048') =>
  at.app.inject({ url: `/files/${id}/${size}`, headers: { [actorHeader]: 'clerk' } });

const give = (id: string, caseId: string) =>
  at.db.transaction({ county }, (trx) => takeFiles(trx, county, [id], { caseId, area, orgs: [] }));

const script = '/*<script>alert(1)</script>*/=1;alert(document.domain)//';
const picture = (format: 'gif' | 'jpeg' | 'png') =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: 'red' } })
    .toFormat(format)
    .toBuffer();

describe('a file that is a picture and something else', () => {
  it.each(['gif', 'jpeg', 'png'] as const)('comes out of a %s as a picture alone, of a fixed type', async (format) => {
    const bytes = Buffer.concat([await picture(format), Buffer.from(script)]);
    const { id, answer } = await upload(bytes, `x.${format}.js`, 'text/html');
    // Taken or refused, never passed on.
    if (answer.status !== 204) {
      expect(answer.status).toBe(422);
      return;
    }
    await give(id, `case-${format}`);
    for (const size of ['480', '2048']) {
      const shown = await read(id, size);
      expect(shown.statusCode).toBe(200);
      expect(shown.headers['content-type']).toBe('image/webp');
      expect(shown.headers['x-content-type-options']).toBe('nosniff');
      expect(shown.headers['content-security-policy']).toContain('sandbox');
      expect(shown.rawPayload.includes('alert(')).toBe(false);
      expect((await sharp(shown.rawPayload).metadata()).format).toBe('webp');
    }
  });

  it('is refused where its head is a GIF and the rest a script', async () => {
    const { id, answer } = await upload(Buffer.from(`GIF89a${script}`), 'a.gif', 'image/gif');
    expect(answer.status).toBe(422);
    expect(isRefusal(await give(id, 'case-head'))).toBe(true);
  });
});

describe('what claims to be a picture', () => {
  it.each([
    ['a page', '<!doctype html><script>alert(1)</script>', 'text/html'],
    [
      'an SVG with a script',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      'image/svg+xml',
    ],
    [
      'an SVG behind a mark of order',
      '\uFEFF<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
      'image/jpeg',
    ],
    ['a PDF', '%PDF-1.7\n1 0 obj', 'image/png'],
    ['one byte', 'a', 'image/jpeg'],
  ])('%s is refused, under any name and type', async (_what, text, type) => {
    const { id, answer } = await upload(Buffer.from(text), 'photo.jpg', type);
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(isRefusal(await give(id, 'case-claim'))).toBe(true);
    expect((await read(id)).statusCode).toBe(404);
  });
});

describe('names', () => {
  it.each([
    '../../../etc/passwd',
    '..\\..\\a.jpg',
    '/etc/passwd',
    'a\u0000.jpg',
    'a'.repeat(3_000),
    '\u202Egpj.exe',
    '.',
  ])('a file called %j goes where every other goes', async (name) => {
    const { id, answer } = await upload(await picture('jpeg'), name);
    expect(answer.status).toBe(204);
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(await readdir(join(at.deps.config.dataDir, 'uploads'))).toEqual([]);
    expect(existsSync(join(at.deps.config.dataDir, 'passwd'))).toBe(false);
  });

  it.each([
    '/files/..%2f..%2fkeys/480',
    '/files/%2e%2e/480',
    '/files/..%5c..%5ckeys/480',
    '/files/a%00b/480',
    '/files/01900000-0000-7000-8000-00000000abcd/..%2f..%2fkeys',
    '/api/uploads/..%2f..%2fkeys%2fmaster',
    '/api/uploads/%2e%2e%2f%2e%2e%2fkeys',
    '/api/uploads/...',
  ])('%s reads nothing beside the pictures', async (url) => {
    for (const method of ['GET', 'HEAD', 'PATCH', 'DELETE'] as const) {
      const status = await statusOf(method, url);
      expect(status, `${method} ${url}`).toBeGreaterThanOrEqual(400);
      expect(status, `${method} ${url}`).toBeLessThan(500);
    }
  });
});

/** Sends an address as it is written: `fetch` would tidy it. */
function statusOf(method: string, path: string): Promise<number> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    request(
      {
        hostname,
        port,
        method,
        path,
        headers: { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
      },
      (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      },
    )
      .on('error', reject)
      .end();
  });
}

describe('lengths', () => {
  it.each(['-1', 'NaN', '', '1e3', '0x10', '99999999999999999999', '1.5', '1, 2'])(
    'Upload-Length %j is refused',
    async (length) => {
      const answer = await begin({ 'upload-length': length });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    },
  );

  it('nothing at all is no picture', async () => {
    const begun = await begin({ 'upload-length': '0' });
    expect(begun.status).toBeGreaterThanOrEqual(400);
    expect(begun.status).toBeLessThan(500);
    const id = begun.headers.get('location')?.split('/').at(-1) ?? '01900000-0000-7000-8000-00000000abcd';
    expect(isRefusal(await give(id, 'case-empty'))).toBe(true);
  });

  it('more than was said is not taken', async () => {
    const begun = await begin({ 'upload-length': '10' });
    const id = begun.headers.get('location')?.split('/').at(-1) ?? '';
    const answer = await fetch(`${base}/api/uploads/${id}`, {
      method: 'PATCH',
      headers: { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' },
      body: new Uint8Array(100_000),
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(isRefusal(await give(id, 'case-more'))).toBe(true);
  });

  it.each([
    ['no metadata', { 'upload-metadata': '' }],
    ['metadata that is none', { 'upload-metadata': ',,, ===,county !!!' }],
    ['a county that is none', { 'upload-metadata': `county ${b64("450802' or 1=1")}` }],
    ['a length to come', { 'upload-defer-length': '1' }],
    ['another version', { 'tus-resumable': '0.2.2', 'upload-length': '10' }],
    ['a piece to be joined', { 'upload-concat': 'partial', 'upload-length': '10' }],
  ])('%s does no harm', async (_what, headers) => {
    const answer = await begin({ 'upload-length': '10', ...headers });
    expect(answer.status).toBeLessThan(500);
  });

  it('no page of another site may send or read them', async () => {
    const answer = await begin({ 'upload-length': '10', origin: 'https://evil.example' });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
  });
});
