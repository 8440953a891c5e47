import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLog } from '../log/log.ts';
import { newId } from '../new-id.ts';
import { testConfig } from '../testing.ts';
import { serveApiPage } from './api-page.ts';
import { openApp } from './app.ts';
import { serveHealth } from './health.ts';
import { serveWeb } from './web.ts';
import { encodingFor } from './web-files.ts';

const script = `console.log(${JSON.stringify('格'.repeat(2000))})`;

let folder: string;
let app: FastifyInstance;
let answers = true;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gezhi-web-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'desk.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">desk');
  await writeFile(join(folder, 'assets/desk-1234.js'), script);
  await writeFile(join(folder, 'mark.svg'), '<svg/>');
  await writeFile(join(folder, '.secret'), 'x');
  const config = testConfig({ WEB_DIR: folder, RATE_LIMIT: '5' });
  app = await openApp({ config, log: openLog('silent'), newId, identify: () => Promise.resolve({ kind: 'public' }) });
  serveHealth(app, { ping: () => Promise.resolve(answers) });
  serveApiPage(app);
  app.get('/api/limited', () => ({ ok: true }));
  serveWeb(app, config);
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

describe('the built web', () => {
  it('gives a face at every address below it, with the nonce of the answer', async () => {
    for (const url of ['/desk', '/desk/cases/1?tab=history']) {
      const page = await app.inject(url);
      expect(page.statusCode).toBe(200);
      const nonce = /'nonce-([^']+)'/.exec(String(page.headers['content-security-policy']))?.[1] ?? 'none';
      expect(page.body).toContain(`content="${nonce}"`);
      expect(page.headers['cache-control']).toBe('no-store');
    }
  });

  it('gives hashed files for ever, others with a check, and each as small as the asker takes', async () => {
    const packed = await app.inject({ url: '/assets/desk-1234.js', headers: { 'accept-encoding': 'gzip, br' } });
    expect(packed.headers).toMatchObject({
      'content-encoding': 'br',
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(brotliDecompressSync(packed.rawPayload).toString()).toBe(script);
    const older = await app.inject({ url: '/assets/desk-1234.js', headers: { 'accept-encoding': 'gzip' } });
    expect(gunzipSync(older.rawPayload).toString()).toBe(script);
    const plain = await app.inject('/mark.svg');
    expect(plain.headers).toMatchObject({ 'content-type': 'image/svg+xml', 'cache-control': 'no-cache' });
    const again = await app.inject({ url: '/mark.svg', headers: { 'if-none-match': String(plain.headers['etag']) } });
    expect(again.statusCode).toBe(304);
  });

  it.each(['/nothing', '/.secret', '/../package.json', '/%2e%2e/package.json', '/desk.html', '/assets'])(
    'has nothing at %s',
    async (url) => {
      expect((await app.inject(url)).statusCode).toBe(404);
    },
  );

  it('says what to do when it was not built', async () => {
    expect((await app.inject('/field')).json()).toMatchObject({ status: 503, code: 'web.notBuilt' });
  });

  it('reads the encodings a browser takes', () => {
    expect(encodingFor('gzip, deflate, br', true)).toBe('br');
    expect(encodingFor('br;q=0, gzip', true)).toBe('gzip');
    expect(encodingFor('gzip', false)).toBe('identity');
    expect(encodingFor(undefined, true)).toBe('identity');
  });
});

describe('the page of the API', () => {
  it('loads its program from here and keeps inline scripts out', async () => {
    const page = await app.inject('/api/docs');
    expect(page.body).toContain('src="/api/docs/scalar.js"');
    expect(String(page.headers['content-security-policy'])).toMatch(/script-src 'self' 'nonce-[^']+';/);
    const program = await app.inject('/api/docs/scalar.js');
    expect(program.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(program.body.length).toBeGreaterThan(1_000_000);
  });
});

describe('health', () => {
  it('lives, and is ready while the database answers', async () => {
    expect((await app.inject('/healthz')).json()).toEqual({ status: 'ok' });
    expect((await app.inject('/readyz')).statusCode).toBe(200);
    answers = false;
    expect((await app.inject('/readyz')).statusCode).toBe(503);
    answers = true;
  });

  it('counts requests by route and never shows an address', async () => {
    await app.inject('/assets/SECRET-FOLLOW-CODE');
    const metrics = await app.inject('/metrics');
    expect(metrics.body).toMatch(/gezhi_http_request_seconds_count\{method="GET",route="\/\*",status="404"\}/);
    expect(metrics.body).not.toContain('SECRET');
  });
});

describe('the limit by address', () => {
  it('refuses with a problem document, and not the health', async () => {
    const statuses: number[] = [];
    for (let count = 0; count < 7; count += 1) statuses.push((await app.inject('/api/limited')).statusCode);
    expect(statuses).toContain(200);
    const refused = await app.inject('/api/limited');
    expect(refused.json()).toMatchObject({ status: 429, code: 'http.tooMany' });
    expect(refused.headers['retry-after']).toBeDefined();
    expect((await app.inject('/healthz')).statusCode).toBe(200);
  });
});
