/** First visit to the residents' form on a slow phone: first paint, usable, layout shift; Chromium at a quarter of the CPU over 400 kbit/s. */
import { spawnSync } from 'node:child_process';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { findChromium, howToGetChromium } from '../scripts/chromium.ts';
import { fillDemonstration, grid } from '../world/src/demonstration/index.ts';
import { buildHecheng, partOfPlace } from '../world/src/hecheng/index.ts';
import { newFolder, startServer } from '../world/src/own-server.ts';

const rounds = Number(process.argv[2] ?? 7);
/** Seconds until it can be used, and how much may move on its way there. */
const bar = { usable: 2, shift: 0.01 };
const line = { kilobits: 400, latencyMs: 150 };
const slower = 4;

interface Visit {
  /** Milliseconds from the click on the link. */
  readonly paint: number;
  /** The form is on the screen, its script has run, and the processor is free for a finger. */
  readonly usable: number;
  /** Cumulative layout shift until a second after that. */
  readonly shift: number;
  readonly bytes: number;
}

/** Runs in the page before it: notes when the script has changed the form and the task that did it is over. */
function watch(): void {
  const seen = { usable: 0, shift: 0 };
  Object.assign(globalThis, { seen });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shift += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
  const look = (): void => {
    if (document.querySelector('#place button[type="button"]') === null) requestAnimationFrame(look);
    else setTimeout(() => (seen.usable = performance.now()));
  };
  requestAnimationFrame(look);
}

/** One visit with an empty cache. */
async function visit(browser: Browser, address: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });
  const page = await context.newPage();
  const tools = await context.newCDPSession(page);
  const throughput = (line.kilobits * 1000) / 8;
  await tools.send('Network.enable');
  await tools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: line.latencyMs,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  });
  await tools.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await page.addInitScript(watch);
  await page.goto(address);
  await page.waitForFunction(() => (globalThis as unknown as { seen: { usable: number } }).seen.usable > 0);
  await page.waitForTimeout(1000);
  const found = await page.evaluate(() => ({
    ...(globalThis as unknown as { seen: { usable: number; shift: number } }).seen,
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity,
    bytes: performance
      .getEntries()
      .reduce((sum, entry) => sum + (entry instanceof PerformanceResourceTiming ? entry.transferSize : 0), 0),
  }));
  await context.close();
  return found;
}

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const seconds = (ms: number): number => Number((ms / 1000).toFixed(2));

const executablePath = findChromium();
if (executablePath === undefined) throw new Error(howToGetChromium);
const prepare = fileURLToPath(new URL('../scripts/prepare.js', import.meta.url));
if (spawnSync(process.execPath, [prepare, '--web'], { stdio: 'inherit' }).status !== 0) throw new Error('no web');

const folder = newFolder();
const server = await startServer(folder.path);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });
try {
  const password = 'a-password-of-a-passing-server';
  const place = partOfPlace(buildHecheng(), grid);
  await fillDemonstration({ url: server.url, setupToken: await server.setUpToken(), password, place, scene: false });
  console.log(
    `${availableParallelism()} cores ${cpus()[0]?.model ?? ''}, Node ${process.versions.node}, Chromium ${browser.version()}, load ${loadavg()[0]?.toFixed(1)}`,
  );
  console.log(
    `${slower}× slower CPU, ${line.kilobits} kbit/s, ${line.latencyMs} ms to the first byte, empty cache, 390 px`,
  );
  const pages: Record<string, Visit> = {};
  for (const address of ['/r', `/r/${grid}`]) {
    const visits: Visit[] = [];
    for (let round = 0; round < rounds; round += 1) visits.push(await visit(browser, server.url + address));
    const of = (part: keyof Visit) => visits.map((one) => one[part]);
    pages[address] = {
      paint: middle(of('paint')),
      usable: middle(of('usable')),
      shift: Math.max(...of('shift')),
      bytes: middle(of('bytes')),
    };
    const { paint, usable, shift, bytes } = pages[address];
    console.log(
      `${address}: painted after ${seconds(paint)} s, usable after ${seconds(usable)} s (slowest ${seconds(Math.max(...of('usable')))} s), shift ${shift.toFixed(3)}, ${(bytes / 1000).toFixed(1)} kB`,
    );
  }
  const slowest = Math.max(...Object.values(pages).map(({ usable }) => usable));
  const shift = Math.max(...Object.values(pages).map((page) => page.shift));
  const reached = slowest <= bar.usable * 1000 && shift <= bar.shift;
  console.log(
    JSON.stringify({
      figure: 'residents’ form usable on a slow phone, seconds',
      value: seconds(slowest),
      firstPaint: seconds(Math.max(...Object.values(pages).map(({ paint }) => paint))),
      layoutShift: Number(shift.toFixed(3)),
      bar: bar.usable,
      barShift: bar.shift,
      verdict: reached ? 'reached' : 'missed',
    }),
  );
  process.exitCode = reached ? 0 : 1;
} finally {
  await browser.close();
  await server.stop();
  folder.remove();
}
