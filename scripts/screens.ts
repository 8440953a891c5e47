/**
 * `npm run screens [-- NAME…]`: opens every page of every face in both languages, light and dark, keeps a picture of each in
 * ci-output/screens, and ends with `N passed, N failed`: a page that breaks, fails WCAG 2.2 AA by axe or stands out to the
 * side of its window has failed. NAME: only pages whose face/name begins so.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { accessibilityFaults, desktop, openBrowser, phone, watchRequests } from '../e2e/browser.ts';
import { type DemoServer, startDemo } from '../e2e/demo-server.ts';
import { everyPage, type Shown } from '../e2e/pages.ts';
import { findChromium, howToGetChromium } from './chromium.ts';
import { runBeside } from './run-beside.ts';

type ColorScheme = 'light' | 'dark';

/** In which language a page is read, in which colours it opens and to which the device changes after it. */
interface Look {
  readonly locale: 'zh-CN' | 'en';
  readonly colorSchemes: readonly [ColorScheme, ColorScheme];
}

const looks: readonly Look[] = [
  { locale: 'zh-CN', colorSchemes: ['light', 'dark'] },
  { locale: 'en', colorSchemes: ['dark', 'light'] },
];
/** What axe finds in other colours only; all else of the page is as it was. */
const colourRules = ['color-contrast', 'link-in-text-block'];
const out = fileURLToPath(new URL('../ci-output/screens/', import.meta.url));
const wanted = process.argv.slice(2);

const isWanted = ({ face, name }: Shown): boolean =>
  wanted.length === 0 || wanted.some((start) => `${face}/${name}`.startsWith(start));

/** The browser of somebody who sees a page, in one look. */
async function openFor(
  browser: Browser,
  server: DemoServer,
  { locale, colorSchemes: [colorScheme] }: Look,
  shown: Shown,
): Promise<BrowserContext> {
  const viewport = (shown.face === 'desk') === (shown.other !== true) ? desktop : phone;
  const context = await browser.newContext({ locale, colorScheme, viewport });
  const cookies = { gezhi_locale: locale, ...(shown.large === true && { gezhi_size: '30' }) };
  await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: server.url })));
  if (shown.as === undefined) return context;
  const data = { username: shown.as, password: server.password(shown.as) };
  const signedIn = await context.request.post(`${server.url}/api/session`, { data, headers: { origin: server.url } });
  if (!signedIn.ok()) throw new Error(`${shown.as} cannot sign in`);
  return context;
}

/** The page has what it shows: its mark is there, nothing is asked for any more, the map has drawn. */
async function shows(page: Page, { ready }: Shown, settled: () => Promise<void>): Promise<void> {
  await page.locator(ready).first().waitFor({ timeout: 20_000 });
  await settled();
  // Labels and lights are drawn a frame or two after the map says that it can take them.
  if (await page.locator('[data-ready]').first().isVisible()) await page.waitForTimeout(1200);
}

/** Takes the picture and says what is wrong with the page as it stands. */
async function check(page: Page, shown: Shown, name: string, rules?: readonly string[]): Promise<readonly string[]> {
  const folder = join(out, shown.face);
  mkdirSync(folder, { recursive: true });
  // The whole length of what is read from top to bottom; the desk fills its window.
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: shown.face === 'resident' });
  const faults = [...(await accessibilityFaults(page, rules))];
  const beside = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (beside > 0) faults.push(`stands out ${beside} px to the side`);
  return faults;
}

/** Watches a page from now on, and answers how to tell what stands on it in place of what it should show, and why. */
function watchForWhy(page: Page): (picture: string) => Promise<readonly string[]> {
  const open = new Set<string>();
  const failed: string[] = [];
  page.on('request', (request) => open.add(request.url()));
  page.on('requestfinished', (request) => open.delete(request.url()));
  page.on('requestfailed', (request) => {
    open.delete(request.url());
    failed.push(`${request.url()} ${request.failure()?.errorText ?? ''}`);
  });
  page.on('console', (said) => said.type() === 'error' && failed.push(said.text().slice(0, 500)));
  page.on('response', (answer) => answer.status() >= 400 && failed.push(`${answer.url()} ${answer.status()}`));
  return async (picture) => {
    await page.screenshot({ path: picture });
    const text = await page.locator('body').innerText();
    return [
      `there stands: ${JSON.stringify(text.slice(0, 300))}`,
      ...failed.splice(0).map((one) => `failed: ${one}`),
      ...[...open].map((url) => `without an answer: ${url}`),
    ];
  };
}

/** Looks at one page in the colours it opens in, then in the others, and counts the looks that found nothing wrong. */
async function lookAt(context: BrowserContext, server: DemoServer, look: Look, shown: Shown): Promise<number> {
  const page = await context.newPage();
  const broken: string[] = [];
  page.on('pageerror', (error) => broken.push(`breaks: ${error.message}`));
  const why = watchForWhy(page);
  let passed = 0;
  for (const [at, colorScheme] of look.colorSchemes.entries()) {
    const faults: string[] = [];
    const name = `${shown.name}-${look.locale === 'en' ? 'en' : 'zh'}-${colorScheme}`;
    try {
      const settled = watchRequests(page);
      if (at === 0) await page.goto(server.url + shown.path);
      else {
        await page.emulateMedia({ colorScheme });
        // Colours may take a moment to change.
        await page.waitForTimeout(500);
      }
      await shows(page, shown, settled);
      faults.push(...(await check(page, shown, name, at === 0 ? undefined : colourRules)));
    } catch (error) {
      faults.push(`did not show: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
      faults.push(...(await why(join(out, shown.face, `${name}-broken.png`))));
    }
    faults.push(...broken.splice(0));
    if (faults.length === 0) passed += 1;
    else console.log([`${shown.face}/${shown.name}, ${look.locale}, ${colorScheme}:`, ...faults].join('\n  '));
  }
  await page.close();
  return passed;
}

async function lookAtAll(): Promise<{ readonly passed: number; readonly failed: number }> {
  const server = await startDemo();
  const browser = await openBrowser();
  const pages = (await everyPage(server)).filter(isWanted);
  let passed = 0;
  const inLook = async (look: Look): Promise<void> => {
    // One browser for each who looks: what is the same on all their pages is read once.
    const whose = ({ face, as, other, large }: Shown) => [face, as, other, large].join();
    for (const group of Map.groupBy(pages, whose).values()) {
      const [first] = group;
      if (first === undefined) continue;
      const context = await openFor(browser, server, look, first);
      for (const shown of group) {
        const found = await lookAt(context, server, look, shown);
        passed += found;
      }
      await context.close();
    }
  };
  // Two at a time: most of it is waiting.
  await Promise.all(looks.map(inLook));
  await browser.close();
  await server.stop();
  const all = pages.length * looks.length * 2;
  return { passed, failed: all - passed };
}

if (findChromium() === undefined) {
  console.error(howToGetChromium);
  process.exit(1);
}
if ((await runBeside([process.execPath, fileURLToPath(new URL('prepare.js', import.meta.url)), '--start'], {})) !== 0) {
  process.exit(1);
}
process.env['GEZHI_JOINED'] = fileURLToPath(new URL('../node_modules/.gezhi-server', import.meta.url));
const { passed, failed } = await lookAtAll();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
