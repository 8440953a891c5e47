/** A newcomer's report on a phone at a person's pace, by a resident from a label and by a grid worker: taps and seconds. */
import { spawnSync } from 'node:child_process';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { openBrowser, phone } from '../e2e/browser.ts';
import { startDemo } from '../e2e/demo-server.ts';
import { picture } from '../e2e/field-phone.ts';

/** What a person takes: to find the next thing on the page, to type a character, to take a picture with the phone's camera. */
const pace = { lookMs: 1500, characterMs: 330, cameraMs: 4000 };
const bar = 30;
const words = '3栋门口路灯不亮，看不清台阶';
const photo = { name: 'lamp.png', mimeType: 'image/png', buffer: picture(3) };

interface Filed {
  readonly taps: number;
  readonly seconds: number;
}

/** A finger on the page that counts, and looks before it taps. */
function finger(page: Page) {
  let taps = 0;
  const tap = async (target: Locator): Promise<void> => {
    await page.waitForTimeout(pace.lookMs);
    await target.first().click();
    taps += 1;
  };
  return {
    tap,
    taps: () => taps,
    type: (selector: string) => page.locator(selector).first().pressSequentially(words, { delay: pace.characterMs }),
    shoot: async (selector: string): Promise<void> => {
      await page.waitForTimeout(pace.lookMs);
      taps += 1;
      await page.waitForTimeout(pace.cameraMs);
      await page.locator(selector).first().setInputFiles(photo);
    },
  };
}

/** From the page of the label on the stairwell to the receipt. */
async function asResident(page: Page, address: string): Promise<Filed> {
  const begun = performance.now();
  await page.goto(address);
  const { tap, type, shoot, taps } = finger(page);
  await shoot('#photos input[type="file"]');
  await tap(page.locator('#description'));
  await type('#description');
  await tap(page.locator('label.pick:has-text("路灯不亮")'));
  await tap(page.locator('section button[value="send"]'));
  const another = page.getByRole('button', { name: '都不是，继续上报' });
  const receipt = page.getByRole('heading', { name: '已经收到' });
  await receipt.or(another).first().waitFor();
  if (await another.isVisible()) {
    await tap(another);
    await receipt.waitFor();
  }
  return { taps: taps(), seconds: (performance.now() - begun) / 1000 };
}

/** From today's list to the number. */
async function asWorker(page: Page, url: string): Promise<Filed> {
  await page.goto(`${url}/field`);
  await page.locator('.work-row').first().waitFor();
  const begun = performance.now();
  const { tap, type, shoot, taps } = finger(page);
  await tap(page.locator('.tab-report'));
  await shoot('.page input[type="file"]');
  await tap(page.locator('textarea'));
  await type('textarea');
  await tap(page.locator('label:has-text("路灯不亮"), button:has-text("路灯不亮")'));
  await tap(page.getByRole('button', { name: '上报', exact: true }));
  await page.getByRole('heading', { name: '已上报' }).waitFor();
  return { taps: taps(), seconds: (performance.now() - begun) / 1000 };
}

const prepare = fileURLToPath(new URL('../scripts/prepare.js', import.meta.url));
if (spawnSync(process.execPath, [prepare, '--web'], { stdio: 'inherit' }).status !== 0) throw new Error('no web');
const server = await startDemo();
const browser = await openBrowser();
try {
  const at = { longitude: 109.6, latitude: 23.1 };
  const context = await browser.newContext({
    viewport: phone,
    locale: 'zh-CN',
    geolocation: at,
    permissions: ['geolocation'],
  });
  console.log(
    `${availableParallelism()} cores ${cpus()[0]?.model ?? ''}, Chromium ${browser.version()}, load ${loadavg()[0]?.toFixed(1)}`,
  );
  console.log(
    `${pace.lookMs} ms to look before a tap, ${pace.characterMs} ms a character, ${pace.cameraMs} ms for the camera`,
  );
  const resident = await asResident(await context.newPage(), `${server.url}/r/450802001013001`);
  console.log(`resident: ${resident.taps} taps, ${resident.seconds.toFixed(1)} s with the page's own loading`);
  const data = { username: 'worker', password: server.password('worker') };
  await context.request.post(`${server.url}/api/session`, { data, headers: { origin: server.url } });
  const worker = await asWorker(await context.newPage(), server.url);
  console.log(`grid worker: ${worker.taps} taps, ${worker.seconds.toFixed(1)} s`);
  const slowest = Math.max(resident.seconds, worker.seconds);
  console.log(
    JSON.stringify({
      figure: 'a newcomer’s report on a phone, seconds',
      value: Number(slowest.toFixed(1)),
      taps: { resident: resident.taps, worker: worker.taps },
      bar,
      verdict: slowest < bar ? 'reached' : 'missed',
    }),
  );
  process.exitCode = slowest < bar ? 0 : 1;
} finally {
  await browser.close();
  await server.stop();
}
