import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WrongSettings } from '../config/index.ts';
import { openApp } from '../http/app.ts';
import { openLog } from '../log/log.ts';
import { newId } from '../new-id.ts';
import { testConfig } from '../testing.ts';
import { baseMapOf } from './base-map.ts';
import { serveArchive, spanOf } from './serve-archive.ts';
import { halfWaterTile, tinyArchive } from './tiny-archive.ts';

let folder: string;
let path: string;
const archive = tinyArchive(halfWaterTile(), 1);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gezhi-map-'));
  path = join(folder, 'base.pmtiles');
  await writeFile(path, archive);
});
afterAll(() => rm(folder, { recursive: true }));

const setTo = (settings: Readonly<Record<string, string>>) => baseMapOf(testConfig(settings));

describe('the base map of the settings', () => {
  it('is none by default', () => {
    expect(setTo({})).toEqual({ kind: 'none' });
  });

  it('is the archive, with what its header says', async () => {
    expect(setTo({ MAP_PMTILES: path, MAP_ATTRIBUTION: '© OpenStreetMap' })).toEqual({
      kind: 'vector',
      from: 'archive',
      address: '/map/base.pmtiles',
      minZoom: 0,
      maxZoom: 14,
      attribution: '© OpenStreetMap',
    });
    const pictures = join(folder, 'pictures.pmtiles');
    await writeFile(pictures, tinyArchive(Uint8Array.of(1), 2, 9));
    expect(setTo({ MAP_PMTILES: pictures })).toMatchObject({ kind: 'raster', maxZoom: 9 });
  });

  it('is the tile server', () => {
    const address = 'https://tiles.example/{z}/{x}/{y}.png';
    const expected = { kind: 'raster', from: 'server', address, minZoom: 0, maxZoom: 17 };
    expect(setTo({ MAP_TILES: address, MAP_TILES_MAX_ZOOM: '17' })).toEqual(expected);
  });

  it('stops the start with a clear message where the file is missing or something else', async () => {
    const other = join(folder, 'other.pmtiles');
    await writeFile(other, 'not a map at all');
    expect(() => setTo({ MAP_PMTILES: join(folder, 'none') })).toThrow(/MAP_PMTILES: .* cannot be read: ENOENT/);
    expect(() => setTo({ MAP_PMTILES: folder })).toThrow(/MAP_PMTILES: .* it is no file/);
    expect(() => setTo({ MAP_PMTILES: other })).toThrow(/is no PMTiles file of version 3/);
    expect(() => setTo({ MAP_PMTILES: other })).toThrow(WrongSettings);
  });
});

describe('parts of a file', () => {
  it.each([
    [undefined, undefined],
    ['bytes=0-9', { from: 0, to: 9 }],
    ['bytes=90-', { from: 90, to: 99 }],
    ['bytes=-10', { from: 90, to: 99 }],
    ['bytes=-1000', { from: 0, to: 99 }],
    ['bytes=50-1000', { from: 50, to: 99 }],
    ['bytes=100-200', 'none'],
    ['bytes=9-1', 'none'],
    ['bytes=0-1,5-6', undefined],
    ['pages=1-2', undefined],
    ['bytes=-', undefined],
  ])('%s', (range, expected) => {
    expect(spanOf(range, 100)).toEqual(expected);
  });
});

describe('the archive over HTTP', () => {
  let app: FastifyInstance;
  beforeAll(async () => {
    const config = testConfig({ MAP_TILES: 'https://tiles.example:8443/a/{z}/{x}/{y}.png' });
    app = await openApp({ config, log: openLog('silent'), newId, identify: () => Promise.resolve({ kind: 'public' }) });
    serveArchive(app, path);
    await app.ready();
  });
  afterAll(() => app.close());
  const get = (headers: Record<string, string> = {}) => app.inject({ url: '/map/base.pmtiles', headers });

  it('gives the part asked for, and the same tag with each', async () => {
    const whole = await get();
    expect(whole.statusCode).toBe(200);
    expect(whole.rawPayload.equals(archive)).toBe(true);
    const part = await get({ range: 'bytes=7-107' });
    expect(part.statusCode).toBe(206);
    expect(part.headers).toMatchObject({
      'content-range': `bytes 7-107/${archive.length}`,
      'content-length': '101',
      'accept-ranges': 'bytes',
      etag: whole.headers.etag,
    });
    expect(part.rawPayload.equals(archive.subarray(7, 108))).toBe(true);
    expect(await get({ range: 'bytes=9999-' })).toMatchObject({ statusCode: 416 });
  });

  it('says so when the file has gone', async () => {
    await rm(path);
    expect((await get()).statusCode).toBe(404);
    await writeFile(path, archive);
  });

  it('opens the policy of a page for the origin of the tiles and for nothing else', async () => {
    const policy = String((await get()).headers['content-security-policy']);
    expect(policy).toContain("img-src 'self' data: blob: https://tiles.example:8443;");
    expect(policy).toContain("connect-src 'self' https://tiles.example:8443;");
    expect(policy.match(/https?:/g)).toHaveLength(2);
  });
});
