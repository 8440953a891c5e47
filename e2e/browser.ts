import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page, type Request } from 'playwright-core';
import { findChromium } from '../scripts/chromium.ts';
import type { DemoServer } from './demo-server.ts';

export const phone = { width: 390, height: 844 };
export const desktop = { width: 1440, height: 900 };

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Opens the browser. Without it the whole project is left out by the runner, so here it must be there. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('no Chromium: the browser tests cannot run');
  return chromium.launch({ executablePath, args: quiet });
}

/** A window of somebody, signed in unless nobody is named. Errors in its console fail the test that asks for them. */
export async function openWindow(
  browser: Browser,
  server: DemoServer,
  viewport: { width: number; height: number },
  username?: string,
  options: { javaScript?: boolean } = {},
): Promise<{ page: Page; context: BrowserContext; errors: string[] }> {
  const context = await browser.newContext({
    viewport,
    locale: 'zh-CN',
    javaScriptEnabled: options.javaScript ?? true,
  });
  const errors: string[] = [];
  const page = await context.newPage();
  page.setDefaultTimeout(45_000);
  page.on('pageerror', (error) => errors.push(error.message));
  if (username !== undefined) {
    const signedIn = await context.request.post(`${server.url}/api/session`, {
      data: { username, password: server.password(username) },
      headers: { origin: server.url },
    });
    if (!signedIn.ok()) throw new Error(`${username} cannot sign in: ${await signedIn.text()}`);
  }
  return { page, context, errors };
}

/**
 * Watches what a page asks for from now on, and answers how to wait until it has all of it: nothing under way for 300 ms.
 * The live stream never ends and does not count, so Playwright's own `networkidle` would wait in vain.
 */
export function watchRequests(page: Page): (most?: number) => Promise<void> {
  const under = new Set<Request>();
  let last = performance.now();
  page.on('request', (request) => {
    if (request.resourceType() !== 'eventsource') under.add(request);
    last = performance.now();
  });
  const over = (request: Request) => {
    under.delete(request);
    last = performance.now();
  };
  page.on('requestfinished', over).on('requestfailed', over);
  // What a page left behind had asked for says no more.
  page.on('framenavigated', (frame) => frame === page.mainFrame() && under.clear());
  return async (most = 10_000) => {
    await page.waitForLoadState('load');
    const until = performance.now() + most;
    while ((under.size > 0 || performance.now() - last < 300) && performance.now() < until) await wait(50);
  };
}

const shots = join(import.meta.dirname, '../ci-output/screens');

/** Keeps a picture of the page as CI output. */
export async function keepShot(page: Page, name: string): Promise<void> {
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`) });
}

/** What axe finds against WCAG 2.2 A and AA, or by the rules named, as lines. */
export async function accessibilityFaults(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page });
  if (rules === undefined) axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']);
  else axe.withRules([...rules]);
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map((node) => node.target.join(' '))
        .slice(0, 3)
        .join('; ')}`,
  );
}
