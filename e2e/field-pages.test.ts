import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityFaults, keepShot, openBrowser, phone } from './browser.ts';
import { type DemoServer, startDemo } from './demo-server.ts';

let server: DemoServer;
let browser: Browser;

beforeAll(async () => {
  server = await startDemo();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const pages = {
  today: '/field',
  map: '/field/map',
  report: '/field/report',
  people: '/field/people',
  me: '/field/me',
  queue: '/field/queue',
  unread: '/field/unread',
} as const;

async function look(page: Page, name: string): Promise<void> {
  await page.locator('main').waitFor();
  await page.waitForLoadState('networkidle', { timeout: 5000 }).catch(() => undefined);
  await keepShot(page, name);
  expect(await accessibilityFaults(page), name).toEqual([]);
  // Nothing stands out to the side of a phone.
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), name).toBeLessThanOrEqual(0);
}

describe.each(['zh-CN', 'en'] as const)('the field app in %s', (locale) => {
  test.each(['light', 'dark'] as const)('stands at 390 px, %s', async (colorScheme) => {
    const context = await browser.newContext({ viewport: phone, locale, colorScheme });
    const page = await context.newPage();
    page.setDefaultTimeout(45_000);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    const name = (what: string) => `field-${what}-${locale === 'en' ? 'en' : 'zh'}-${colorScheme}`;
    await page.goto(`${server.url}/field`);
    await look(page, name('sign-in'));
    await context.request.post(`${server.url}/api/session`, {
      data: { username: 'worker', password: server.password('worker') },
      headers: { origin: server.url },
    });
    for (const [what, address] of Object.entries(pages)) {
      await page.goto(`${server.url}${address}`);
      if (what === 'map') {
        await page.locator('[data-ready="true"]').waitFor();
        // Labels and lights are drawn a frame or two after the map says that it can take them.
        await page.waitForTimeout(1500);
      }
      await look(page, name(what));
    }
    await page.goto(`${server.url}/field`);
    await page.locator('.work-link').first().click();
    await look(page, name('case'));
    await page.locator('.commands button').first().waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });
});

test('a report is filed with three touches and some words', async () => {
  const context = await browser.newContext({ viewport: phone, locale: 'zh-CN' });
  const page = await context.newPage();
  await context.request.post(`${server.url}/api/session`, {
    data: { username: 'worker', password: server.password('worker') },
    headers: { origin: server.url },
  });
  await page.goto(`${server.url}/field`);
  await page.getByRole('link', { name: '上报' }).click();
  await page.getByLabel('说说情况').fill('井盖松动');
  await page.getByRole('button', { name: '上报', exact: true }).click();
  const told = page.getByRole('heading', { name: '已上报' });
  await told.waitFor();
  expect(await told.innerText()).toMatch(/\d{8}-[0-9A-Z]{6}/);
  await context.close();
});
