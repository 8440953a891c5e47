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

interface Look {
  readonly locale: 'zh-CN' | 'en';
  readonly colorScheme: 'light' | 'dark';
}

const looks: readonly Look[] = (['zh-CN', 'en'] as const).flatMap((locale) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ locale, colorScheme })),
);
const out = fileURLToPath(new URL('../ci-output/screens/', import.meta.url));
const wanted = process.argv.slice(2);

const isWanted = ({ face, name }: Shown): boolean =>
  wanted.length === 0 || wanted.some((start) => `${face}/${name}`.startsWith(start));

/** The browser of somebody who sees a page, in one look. */
async function openFor(browser: Browser, server: DemoServer, look: Look, shown: Shown): Promise<BrowserContext> {
  const viewport = (shown.face === 'desk') === (shown.other !== true) ? desktop : phone;
  const context = await browser.newContext({ ...look, viewport });
  const cookies = { gezhi_locale: look.locale, ...(shown.large === true && { gezhi_size: '30' }) };
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

/** Looks at one page and says what is wrong with it. */
async function lookAt(
  context: BrowserContext,
  server: DemoServer,
  look: Look,
  shown: Shown,
): Promise<readonly string[]> {
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`breaks: ${error.message}`));
  try {
    const settled = watchRequests(page);
    await page.goto(server.url + shown.path);
    await shows(page, shown, settled);
    const folder = join(out, shown.face);
    mkdirSync(folder, { recursive: true });
    const name = `${shown.name}-${look.locale === 'en' ? 'en' : 'zh'}-${look.colorScheme}.png`;
    // The whole length of what is read from top to bottom; the desk fills its window.
    await page.screenshot({ path: join(folder, name), fullPage: shown.face === 'resident' });
    faults.push(...(await accessibilityFaults(page)));
    const beside = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (beside > 0) faults.push(`stands out ${beside} px to the side`);
  } catch (error) {
    faults.push(`did not show: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
  }
  await page.close();
  return faults;
}

async function lookAtAll(): Promise<{ readonly passed: number; readonly failed: number }> {
  const server = await startDemo();
  const browser = await openBrowser();
  const pages = (await everyPage(server)).filter(isWanted);
  let [passed, failed] = [0, 0];
  const inLook = async (look: Look): Promise<void> => {
    // One browser for each who looks: what is the same on all their pages is read once.
    const whose = ({ face, as, other, large }: Shown) => [face, as, other, large].join();
    for (const group of Map.groupBy(pages, whose).values()) {
      const [first] = group;
      if (first === undefined) continue;
      const context = await openFor(browser, server, look, first);
      for (const shown of group) {
        const faults = await lookAt(context, server, look, shown);
        if (faults.length === 0) passed += 1;
        else {
          failed += 1;
          console.log([`${shown.face}/${shown.name}, ${look.locale}, ${look.colorScheme}:`, ...faults].join('\n  '));
        }
      }
      await context.close();
    }
  };
  // Two at a time: most of it is waiting.
  const [zhLight, zhDark, enLight, enDark] = looks.map((look) => () => inLook(look));
  await Promise.all([zhLight?.().then(zhDark), enLight?.().then(enDark)]);
  await browser.close();
  await server.stop();
  return { passed, failed };
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
