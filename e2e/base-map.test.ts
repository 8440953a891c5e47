import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { desktop, openBrowser, openWindow, phone } from './browser.ts';
import { type DemoServer, startDemo } from './demo-server.ts';

/** A colour that nothing of the product has: what is near its hue on the screen came from the tiles. */
const violet = { r: 120, g: 0, b: 255 };

let tiles: Server;
let down = false;
const asked: string[] = [];
let server: DemoServer;
let browser: Browser;

beforeAll(async () => {
  const tile = await sharp({ create: { width: 256, height: 256, channels: 3, background: violet } })
    .png()
    .toBuffer();
  tiles = createServer((request, response) => {
    asked.push(request.url ?? '');
    // Another origin, as tile servers are: a picture for the map must be given to it.
    const headers = { 'access-control-allow-origin': '*', 'content-type': 'image/png' };
    if (down) response.writeHead(503, headers).end();
    else response.writeHead(200, headers).end(tile);
  });
  await new Promise<void>((resolve) => tiles.listen(0, '127.0.0.1', resolve));
  const { port } = tiles.address() as AddressInfo;
  server = await startDemo({
    MAP_TILES: `http://127.0.0.1:${port}/{z}/{x}/{y}.png`,
    MAP_TILES_MAX_ZOOM: '15',
    MAP_ATTRIBUTION: '© 试图片',
  });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  tiles?.closeAllConnections();
  tiles?.close();
});

/** What share of a map is of the tiles' colour, paled as it may be, and how many other colours it has. */
async function seen(canvas: Locator): Promise<{ readonly ofTiles: number; readonly colours: number }> {
  const { data } = await sharp(await canvas.screenshot())
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  let ofTiles = 0;
  const colours = new Set<number>();
  for (let at = 0; at < data.length; at += 3) {
    const [r = 0, g = 0, b = 0] = data.subarray(at, at + 3);
    if (b - g > 40 && r - g > 5 && b > r) ofTiles += 1;
    // Of sixteen steps each, so that the edges of letters do not count for much.
    colours.add(((r >> 4) << 8) | ((g >> 4) << 4) | (b >> 4));
  }
  return { ofTiles: (3 * ofTiles) / data.length, colours: colours.size };
}

/** Tile addresses that were asked for since the mark, each as zoom, column, row. */
const askedSince = (mark: number) => asked.slice(mark).map((path) => /^\/(\d+)\/(\d+)\/(\d+)\.png$/.exec(path));

async function openDesk(): Promise<{ page: Page; canvas: Locator; faults: string[] }> {
  const { page, errors } = await openWindow(browser, server, desktop, 'jia');
  await page.goto(`${server.url}/desk/cases`);
  await page.locator('.area-map-canvas[data-ready]').waitFor();
  await expect.poll(() => page.locator('.map-shown').getAttribute('data-shown'), { timeout: 60_000 }).not.toBe(null);
  return { page, canvas: page.locator('.maplibregl-canvas'), faults: errors };
}

async function openPublic(): Promise<{ page: Page; canvas: Locator; faults: string[] }> {
  const { page, errors } = await openWindow(browser, server, phone);
  await page.goto(`${server.url}/map`);
  await page.getByRole('button', { name: '看地图' }).click();
  await page.locator('.map-holder[data-ready]').waitFor();
  return { page, canvas: page.locator('.maplibregl-canvas'), faults: errors };
}

test.each([
  ['the desk', openDesk],
  ['the residents’ map', openPublic],
])('%s asks the tile server for what it shows and draws it, with whom it is owed to', async (_, open) => {
  down = false;
  const mark = asked.length;
  const { page, canvas, faults } = await open();
  await expect.poll(async () => (await seen(canvas)).ofTiles, { timeout: 60_000 }).toBeGreaterThan(0.4);
  const addresses = askedSince(mark);
  expect(addresses).not.toContain(null);
  for (const [, z, x, y] of addresses.map((one) => (one ?? []).map(Number))) {
    expect(z).toBeLessThanOrEqual(15);
    expect(Math.max(x ?? Number.NaN, y ?? Number.NaN)).toBeLessThan(2 ** (z ?? 0));
  }
  await page.getByText('© 试图片').waitFor();
  expect(faults).toEqual([]);
  await page.context().close();
});

test.each([
  ['the desk', openDesk],
  ['the residents’ map', openPublic],
])('%s stays readable while the tile server is down', async (_, open) => {
  down = true;
  const mark = asked.length;
  const { page, canvas, faults } = await open();
  await expect.poll(() => askedSince(mark).length, { timeout: 60_000 }).toBeGreaterThan(0);
  // Borders, names and lights on paper: many colours, none of them the tiles'.
  await expect.poll(async () => (await seen(canvas)).colours, { timeout: 60_000 }).toBeGreaterThan(12);
  expect((await seen(canvas)).ofTiles).toBeLessThan(0.02);
  expect(await page.locator('.area-map-broken').count()).toBe(0);
  expect(faults).toEqual([]);
  await page.context().close();
});
