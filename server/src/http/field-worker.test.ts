import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openLog } from '../log/log.ts';
import { newId } from '../new-id.ts';
import { testConfig } from '../testing.ts';
import { openApp } from './app.ts';
import { serveWeb } from './web.ts';

it('lets the field app’s service worker answer for /field itself, checked with each use', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gezhi-field-'));
  await mkdir(join(folder, 'field'));
  await writeFile(join(folder, 'field/sw.js'), 'self');
  await writeFile(join(folder, 'field/manifest.webmanifest'), '{}');
  await writeFile(join(folder, 'field.html'), 'page');
  const config = testConfig({ WEB_DIR: folder });
  const app = await openApp({
    config,
    log: openLog('silent'),
    newId,
    identify: () => Promise.resolve({ kind: 'public' }),
  });
  serveWeb(app, config);
  await app.ready();
  const worker = await app.inject('/field/sw.js');
  expect(worker.headers).toMatchObject({
    'service-worker-allowed': '/field',
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'no-cache',
  });
  const manifest = await app.inject('/field/manifest.webmanifest');
  expect(manifest.headers['content-type']).toBe('application/manifest+json; charset=utf-8');
  expect(manifest.headers['service-worker-allowed']).toBeUndefined();
  expect((await app.inject('/field/queue')).body).toBe('page');
  await app.close();
  await rm(folder, { recursive: true });
});
