import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

const keyless = { DATA_DIR: '/tmp/x' };

describe('the settings', () => {
  it('have defaults', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ port: 8080, demo: true, clock: 'real', publicUrl: 'http://localhost:8080' });
    expect(config.files).toEqual({ kind: 'folder' });
    expect(config.dataDir).toMatch(/\/data$/);
  });

  it('count an empty value as absent', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' }).port).toBe(8080);
  });

  it('name every wrong value in one message', () => {
    const read = () => readConfig({ PORT: 'abc', DATABASE_URL: 'mysql://x', DEMO: 'yes', DEFAULT_COUNTY: '45' });
    expect(read).toThrow(/PORT: must be a whole number/);
    expect(read).toThrow(/DATABASE_URL: must be postgres/);
    expect(read).toThrow(/DEMO: must be 0 or 1/);
    expect(read).toThrow(/DEFAULT_COUNTY: must be the six digits/);
  });

  it.each([
    [{ PORT: '65536' }, /PORT/],
    [{ PORT: '-1' }, /PORT/],
    [{ GEZHI_CLOCK: 'settable', DEMO: '0' }, /GEZHI_CLOCK: settable is for the demonstration/],
    [{ DATABASE_APP_URL: 'postgres://a@b/c' }, /DATABASE_APP_URL: needs DATABASE_URL/],
    [{ S3_BUCKET: 'b' }, /go together/],
    [{ SMTP_URL: 'smtp://mail' }, /go together/],
    [{ SMS_BODY: '{"to":"{to}"}' }, /SMS_BODY/],
    [{ SMS_URL: 'ftp://sms' }, /SMS_URL/],
    [{ PUBLIC_URL: 'gezhi.example' }, /PUBLIC_URL/],
    [{ TRUST_PROXY: 'yes' }, /TRUST_PROXY/],
    [{ MAP_TILES: 'https://tiles.example/{z}/{x}.png' }, /MAP_TILES: must hold \{z\}, \{x\} and \{y\}/],
    [{ MAP_TILES: 'ftp://tiles.example/{z}/{x}/{y}' }, /MAP_TILES/],
    [{ MAP_TILES: 'https://{s}.example/{z}/{x}/{y}.png' }, /MAP_TILES: must name its host in full/],
    [{ MAP_TILES: 'https://a.example/{z}/{x}/{y}', MAP_PMTILES: '/x' }, /MAP_PMTILES: take either/],
    [{ MAP_TILES_KIND: 'both' }, /MAP_TILES_KIND: must be raster or vector/],
    [{ MAP_TILES_MAX_ZOOM: '23' }, /MAP_TILES_MAX_ZOOM/],
  ])('refuse %j', (environment, message) => {
    expect(() => readConfig({ ...keyless, ...environment })).toThrow(message);
  });

  it('take the demonstration county only in the demonstration', () => {
    expect(readConfig({}).defaultCounty).toBe('450802');
    expect(readConfig({ DEMO: '0' }).defaultCounty).toBeUndefined();
  });

  it('tell shapes from pictures by the name of the tiles, unless told', () => {
    const tiles = (address: string, more = {}) => readConfig({ MAP_TILES: address, ...more }).map.tileKind;
    expect(readConfig({}).map).toMatchObject({ archive: undefined, tiles: undefined });
    expect(tiles('https://a.example/{z}/{x}/{y}.png')).toBe('raster');
    expect(tiles('https://a.example/{z}/{x}/{y}.pbf?key=1')).toBe('vector');
    expect(tiles('https://a.example/{z}/{x}/{y}', { MAP_TILES_KIND: 'vector' })).toBe('vector');
  });

  it('trust no proxy unless told', () => {
    expect(readConfig({}).trustProxy).toEqual([]);
    expect(readConfig({ TRUST_PROXY: '127.0.0.1, 10.0.0.0/8' }).trustProxy).toEqual(['127.0.0.1', '10.0.0.0/8']);
  });
});
