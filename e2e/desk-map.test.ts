import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { halfWaterTile, tinyArchive } from '../server/src/places/tiny-archive.ts';
import { accessibilityFaults, keepShot, openBrowser, openWindow, phone } from './browser.ts';
import { type DemoServer, startDemo } from './demo-server.ts';

const community = '450802001013';
const grid = `${community}001`;
/** Small: without a graphics card the machine draws every pixel itself. */
const desktop = { width: 1100, height: 700 };
const folder = mkdtempSync(join(tmpdir(), 'gezhi-base-'));

let server: DemoServer;
let browser: Browser;
let page: Page;
let errors: string[];

beforeAll(async () => {
  const archive = join(folder, 'base.pmtiles');
  writeFileSync(archive, tinyArchive(halfWaterTile(), 1));
  // The server is started with this environment.
  process.env['MAP_PMTILES'] = archive;
  process.env['MAP_ATTRIBUTION'] = '© 试绘';
  server = await startDemo();
  browser = await openBrowser();
  ({ page, errors } = await openWindow(browser, server, desktop, 'admin'));
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const mapReady = () => page.locator('.area-map-canvas[data-ready]').waitFor();

/** Shares of a map's pixels that are near a colour. */
async function shareOf(colour: readonly [number, number, number], within = 14): Promise<number> {
  const { data, info } = await sharp(await page.locator('.maplibregl-canvas').screenshot())
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  let near = 0;
  for (let i = 0; i < data.length; i += 3) {
    const far = colour.map((value, c) => Math.abs(value - (data[i + c] ?? 0)));
    if (Math.max(...far) <= within) near++;
  }
  return near / (info.width * info.height);
}

describe('the map of cases', () => {
  let jia: Page;
  beforeAll(async () => {
    ({ page: jia } = await openWindow(browser, server, desktop, 'jia'));
    // A matter without a place: it is told by telephone, of the whole community.
    const filed = await jia.request.post(`${server.url}/api/cases`, {
      data: { description: '社区公告栏内容过期', place: { area: community }, channel: 'hotline' },
      headers: { origin: server.url, 'idempotency-key': crypto.randomUUID() },
    });
    if (!filed.ok()) throw new Error(await filed.text());
  });

  const numbers = async () => {
    const shown = jia.locator('.map-shown');
    const total = (await jia.locator('.map-head [role=status]').innerText()).match(/\d+/g)?.map(Number) ?? [];
    const lights = (await jia.locator('.light-legend .figures').allInnerTexts()).map(Number);
    return {
      total: total[0] ?? -1,
      without: total[1] ?? 0,
      lights: lights.reduce((sum, n) => sum + n, 0),
      shown: Number(await shown.getAttribute('data-shown')),
    };
  };
  const listed = async (query: string) => {
    const answer = await jia.request.get(`${server.url}/api/cases?limit=1${query}`);
    return ((await answer.json()) as { total: number }).total;
  };

  test.each([
    ['', ''],
    [`?light=${encodeURIComponent('["yellow"]')}`, '&light=yellow'],
    ['?open=true', '&open=true'],
  ])('its numbers add up to the list’s: %s', async (address, query) => {
    await jia.goto(`${server.url}/desk/cases${address}`);
    const total = await listed(query);
    await expect.poll(async () => (await numbers()).shown, { timeout: 90_000 }).toBeGreaterThan(0);
    await expect
      .poll(
        async () => {
          const { shown, without } = await numbers();
          return shown + without;
        },
        { timeout: 30_000 },
      )
      .toBe(total);
    const { lights, without, total: said } = await numbers();
    expect({ said, sum: lights + without }).toEqual({ said: total, sum: total });
    if (query === '') expect(without).toBeGreaterThan(0);
  });

  test('it shows warmth instead, and is sound for axe', async () => {
    await jia.goto(`${server.url}/desk/cases`);
    await jia.locator('.area-map-canvas[data-ready]').waitFor();
    await expect.poll(async () => (await numbers()).shown, { timeout: 90_000 }).toBeGreaterThan(0);
    await keepShot(jia, 'desk-map-cases');
    await jia.getByText('热力', { exact: true }).click();
    await expect.poll(() => jia.locator('.map-shown').count()).toBe(0);
    await jia.waitForTimeout(500);
    await keepShot(jia, 'desk-map-heat');
    expect(await accessibilityFaults(jia)).toEqual([]);
  });

  test('an area to filter by is found on a map as well as in the tree', async () => {
    await jia.goto(`${server.url}/desk/cases`);
    await jia.getByRole('button', { name: '筛选' }).click();
    await jia.getByRole('button', { name: '选择区域' }).click();
    await jia.locator('.area-select-tree').getByText('地图', { exact: true }).click();
    const small = jia.locator('.area-by-map');
    await small.locator('.area-map-canvas[data-ready]').waitFor();
    await small.locator('canvas').click();
    const take = small.getByRole('button', { name: /^选“/ });
    const name = (await take.innerText()).replaceAll(/^选“|”$/g, '');
    expect(await accessibilityFaults(jia)).toEqual([]);
    await take.click();
    await expect.poll(() => new URL(jia.url()).searchParams.get('area') ?? '').toContain(community);
    await jia.getByRole('button', { name, exact: true }).waitFor();
  });

  test('it turns dark with the page, and stays readable', async () => {
    await jia.emulateMedia({ colorScheme: 'dark' });
    await jia.getByText('亮灯', { exact: true }).click();
    await jia.waitForTimeout(1_500);
    await keepShot(jia, 'desk-map-dark');
    const picture = await sharp(await jia.locator('.maplibregl-canvas').screenshot()).stats();
    expect(Math.max(...picture.channels.slice(0, 3).map(({ mean }) => mean))).toBeLessThan(90);
    expect(await accessibilityFaults(jia)).toEqual([]);
  });
});

describe('the base map of the settings', () => {
  test('is drawn under the areas, and says whom it is owed to', async () => {
    await page.goto(`${server.url}/desk/places?area=${community}`);
    await mapReady();
    await page.getByText('© 试绘').waitFor();
    // The tile is half water.
    await expect.poll(() => shareOf([230, 237, 245]), { timeout: 90_000 }).toBeGreaterThan(0.1);
    await keepShot(page, 'desk-map-base');
  });
});

describe('drawing a boundary', () => {
  const draw = async () => {
    await page.goto(`${server.url}/desk/places?area=${grid}&tool=boundary`);
    await mapReady();
  };
  const text = () => page.getByLabel('每行一点：经度, 纬度（WGS 84）');
  const says = (words: string | RegExp) => page.locator('.boundary-fit h3').filter({ hasText: words }).waitFor();
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const versions = async () => {
    const answer = await page.request.get(`${server.url}/api/areas/${grid}/boundaries`);
    const { rows } = (await answer.json()) as { rows: { reason?: string; drawnBy?: string; squareMetres: number }[] };
    return { rows, etag: answer.headers()['etag'] ?? '' };
  };

  test('a point dragged with the mouse leaves a gap or an overlap, told at once; undo takes it back', async () => {
    await draw();
    await says('严丝合缝');
    const [first] = (await cornersOnScreen()).toSorted((a, b) => a.x + a.y - (b.x + b.y));
    const { x, y } = first ?? { x: 0, y: 0 };
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 60, y + 60, { steps: 4 });
    await says(/处问题/);
    await page.mouse.up();
    await page.locator('.places-faults').getByText('空白').first().waitFor();
    await keepShot(page, 'desk-boundary-fault');
    expect(await accessibilityFaults(page)).toEqual([]);
    await press('撤销');
    await says('严丝合缝');
    await press('重做');
    await says(/处问题/);
    await press('填满空位');
    await says('严丝合缝');
  });

  test('the keyboard moves a point, and the coordinates can be written', async () => {
    await draw();
    await page.locator('.maplibregl-canvas').focus();
    await page.keyboard.press('n');
    for (let i = 0; i < 4; i++) await page.keyboard.press('Shift+ArrowRight');
    await says(/处问题/);
    await page.keyboard.press('Control+z');
    await page.getByText(/坐标文本/).click();
    const points = (await text().inputValue()).split('\n');
    await text().fill(`${points.slice(0, -1).join('\n')}\n109.5, x`);
    await page.getByText(`第 ${points.length} 行读不懂`).waitFor();
    // A ring that crosses itself: two opposite points first, then the two between them.
    const quarter = (share: number) => points[Math.floor((points.length * share) / 4)] ?? '';
    await text().fill([0, 2, 1, 3].map(quarter).join('\n'));
    await press('用这些坐标');
    await page.locator('.places-faults').getByText('图形有误').first().waitFor();
    expect(await page.getByRole('button', { name: '保存为新版本' }).isDisabled()).toBe(true);
    await press('撤销');
  });

  test('what is not saved is there again after the page was closed', async () => {
    await draw();
    await page.getByText('接着上次没有保存的绘制').waitFor();
    await press('放弃绘制');
    await draw();
    expect(await page.getByText('接着上次没有保存的绘制').count()).toBe(0);
  });

  test('it is saved with its reason; what somebody drew meanwhile is told first', async () => {
    const before = await versions();
    await draw();
    await page.getByText(/坐标文本/).click();
    const points = (await text().inputValue()).split('\n');
    await text().fill(points.slice(0, -1).join('\n'));
    await press('用这些坐标');
    await page.getByLabel('调整理由').fill('街道会议纪要〔2026〕3号');

    const ring = points.map((line) => line.split(', ').map(Number));
    const geometry = { type: 'Polygon', coordinates: [[...ring.slice(1), ring[1]]] };
    const theirs = await page.request.put(`${server.url}/api/areas/${grid}/boundary`, {
      data: { geometry, reason: '别人的改动' },
      headers: { origin: server.url, 'if-match': before.etag },
    });
    expect(theirs.status(), await theirs.text()).toBe(200);

    await press('保存为新版本');
    await page.getByText('有人改了这条边界').waitFor();
    await press('对照新边界');
    await keepShot(page, 'desk-boundary-stale');
    await press('仍保存我的');
    await page.locator('.places-map').waitFor();
    const { rows } = await versions();
    expect(rows.map(({ reason }) => reason)).toContain('别人的改动');
    expect(rows.at(-1)).toMatchObject({ reason: '街道会议纪要〔2026〕3号', drawnBy: expect.any(String) });
  });

  test('it stands on a phone', async () => {
    await page.setViewportSize(phone);
    await draw();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await keepShot(page, 'desk-boundary-phone');
    expect(errors).toEqual([]);
  });

  /** Where the points of the grid stand on the screen: the map has brought its box into view with 48 pixels around it. */
  async function cornersOnScreen(): Promise<{ x: number; y: number }[]> {
    const answer = await page.request.get(`${server.url}/api/areas/${grid}/boundary`);
    const { geometry } = (await answer.json()) as { geometry: { coordinates: [number, number][][][] } };
    const flat = (geometry.coordinates[0]?.[0] ?? []).map(([lon, lat]) => ({
      x: lon / 360,
      y: -Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI),
    }));
    const [xs, ys] = [flat.map(({ x }) => x), flat.map(({ y }) => y)];
    const [west, east, north, south] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const box = await page.locator('.maplibregl-canvas').boundingBox();
    if (box === null) throw new Error('there is no map');
    const scale = Math.min((box.width - 96) / (east - west), (box.height - 96) / (south - north), 512 * 2 ** 18);
    return flat.map(({ x, y }) => ({
      x: box.x + box.width / 2 + (x - (west + east) / 2) * scale,
      y: box.y + box.height / 2 + (y - (north + south) / 2) * scale,
    }));
  }
});
