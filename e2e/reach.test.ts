import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { desktop, openBrowser, phone, watchRequests } from './browser.ts';
import { type DemoServer, startDemo } from './demo-server.ts';

/** Who cannot see well, cannot use a pointer, or is made dizzy by what moves. */
let server: DemoServer;
let browser: Browser;
let context: BrowserContext | undefined;

beforeAll(async () => {
  server = await startDemo();
  browser = await openBrowser();
});
afterEach(() => context?.close());
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const grid = '450802001013001';
type Opened = readonly [path: string, username: string | undefined, ready: string];
const label = [`/r/${grid}`, undefined, 'main h1'] as const;
const pages: readonly Opened[] = [
  ['/', undefined, 'main h1'],
  label,
  ['/map', undefined, 'main h1'],
  ['/field', 'worker', '.work-row'],
  ['/field/report', 'worker', 'textarea'],
  ['/field/me', 'worker', '.me-ways'],
  ['/desk/cases', 'jia', 'nav a'],
];

/** Opens a page for somebody who asked the system for less motion. */
async function open([path, username, ready]: Opened): Promise<Page> {
  context = await browser.newContext({ viewport: phone, locale: 'zh-CN', reducedMotion: 'reduce' });
  if (username !== undefined) {
    const data = { username, password: server.password(username) };
    const signedIn = await context.request.post(`${server.url}/api/session`, { data, headers: { origin: server.url } });
    expect(signedIn.ok()).toBe(true);
  }
  const page = await context.newPage();
  page.setDefaultTimeout(45_000);
  const settled = watchRequests(page);
  await page.goto(server.url + path);
  await page.locator(ready).first().waitFor();
  await settled();
  return page;
}

/** Elements that move for longer than anybody sees. */
const moving = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { transitionDuration, animationDuration, animationName } = getComputedStyle(element);
        const longest = (text: string) => Math.max(...text.split(',').map((part) => Number.parseFloat(part)));
        return longest(transitionDuration) > 0.01 || (animationName !== 'none' && longest(animationDuration) > 0.01);
      })
      .map((element) => element.outerHTML.slice(0, 90)),
  );

/** What has the focus: its name, whether that can be seen, and whether any of it is on the screen. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const one = document.activeElement;
    if (one === null || one === document.body) return undefined;
    const shows = (element: Element | null): boolean => {
      if (element === null) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
    };
    const box = one.getBoundingClientRect();
    return {
      name: one.outerHTML.slice(0, 90),
      // A box that is drawn by its label shows it there.
      marked: shows(one) || shows(one.nextElementSibling) || shows(one.parentElement),
      inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    };
  });

test.each(pages)('%s stands still, reads at twice the size, and shows the focus at every step', async (...one) => {
  const page = await open(one);
  expect(await moving(page)).toEqual([]);

  const isDesk = one[0].startsWith('/desk');
  // 200 % of 1440 for the desk; 400 % of 1280 for what is one column (WCAG 1.4.10).
  await page.setViewportSize(isDesk ? { width: 720, height: 450 } : { width: 320, height: 568 });
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth))
    .toBeLessThanOrEqual(0);

  await page.setViewportSize(isDesk ? desktop : phone);
  const seen: string[] = [];
  for (let step = 0; step < 15; step += 1) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    // Past the last one the focus leaves the page.
    if (now === undefined) break;
    expect(now.marked, `no sign of the focus on ${now.name}`).toBe(true);
    expect(now.inView, `the focus is out of sight on ${now.name}`).toBe(true);
    seen.push(now.name);
  }
  expect(new Set(seen).size, 'the focus goes round in a small circle').toBeGreaterThan(4);
});

test('a resident reports by keyboard alone', async () => {
  const page = await open(label);
  const tabTo = async (selector: string) => {
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
    }
    throw new Error(`Tab never came to ${selector}`);
  };
  await tabTo('#description');
  await page.keyboard.type('门口的路灯坏了');
  await tabTo('[name="category"]');
  await page.keyboard.press('Space');
  await tabTo('section button[value="send"]');
  await page.keyboard.press('Enter');
  await page.waitForLoadState('networkidle');
  const another = page.getByRole('button', { name: '都不是，继续上报' });
  if (await another.isVisible()) {
    await another.focus();
    await page.keyboard.press('Enter');
  }
  await page.getByRole('heading', { name: '已经收到' }).waitFor();
  expect(page.url()).toMatch(/\/f\/[^/]+\/sent$/);
});

/** Pixels by which one reaches over the beginning of the other. */
async function overlap(one: Locator, other: Locator): Promise<number> {
  const [left, right] = [await one.boundingBox(), await other.boundingBox()];
  return (left?.x ?? Infinity) + (left?.width ?? 0) - (right?.x ?? 0);
}

test('on a phone the account and what is unread stay in sight beside however many pages of the desk', async () => {
  const page = await open(['/desk/cases', 'admin', 'nav a']);
  const own = page.locator('.rail-own a');
  expect(await own.count()).toBe(2);
  for (const link of await own.all()) {
    const box = await link.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? phone.width)).toBeLessThanOrEqual(phone.width);
  }
  const last = page.locator('.rail > a').last();
  await last.scrollIntoViewIfNeeded();
  await last.click();
  await page.waitForURL(/\/desk\/outbox/);
  // The page that is open is not under the two that stay, also where it is opened by its address.
  await page.reload();
  const here = page.locator('.rail-here');
  await here.waitFor();
  await expect.poll(() => overlap(here, own.first())).toBeLessThanOrEqual(0);
  await own.last().click();
  await page.waitForURL(/\/desk\/account/);
});
