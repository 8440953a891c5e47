import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync, crc32 } from 'node:zlib';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from '../scripts/chromium.ts';
import { phone as size, watchRequests } from './browser.ts';

/** A phone: a browser with a memory of its own that survives being killed. */
export interface Phone {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Waits until the page has all that it asked for. */
  readonly settled: (most?: number) => Promise<void>;
  /** Ends the browser as a system short of memory does: at once. */
  readonly kill: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A new folder for what a phone remembers. */
export const newMemory = (): string => mkdtempSync(join(tmpdir(), 'gezhi-phone-'));

export const forget = (memory: string): void => rmSync(memory, { recursive: true, force: true });

/** Switches a phone on. */
export async function openPhone(memory: string, colorScheme: 'light' | 'dark' = 'light'): Promise<Phone> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('no Chromium: the browser tests cannot run');
  const context = await chromium.launchPersistentContext(memory, {
    executablePath,
    args: flags,
    viewport: size,
    locale: 'zh-CN',
    colorScheme,
    geolocation: { longitude: 109.6, latitude: 23.1 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(30_000);
  return {
    context,
    page,
    settled: watchRequests(page),
    close: () => context.close(),
    kill: async () => {
      const gone = new Promise<void>((resolve) => context.once('close', () => resolve()));
      for (const pid of processesNaming(memory)) {
        try {
          process.kill(pid, 'SIGKILL');
        } catch {
          // Ended with its parent.
        }
      }
      await gone;
    },
  };
}

/** Processes of exactly this browser: those that name its folder. */
function processesNaming(memory: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`--user-data-dir=${memory}`);
      } catch {
        return false;
      }
    })
    .map(Number);
}

/** Signs a phone in, as the account's owner would on the page. */
export async function signInAs(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录' }).click();
}

/** Waits until the app is on the phone and answers for itself. */
export async function installed(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller !== null) return;
    await new Promise((resolve) => {
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
    });
  });
}

/** A picture unlike any other: coloured noise. */
export function picture(seed: number): Buffer {
  const [width, height] = [240, 180];
  const rows = Buffer.alloc(height * (1 + width * 3));
  let state = seed + 1;
  for (let at = 0; at < rows.length; at += 1) {
    if (at % (1 + width * 3) === 0) continue;
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    rows[at] = state >>> 24;
  }
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Takes a report on the phone, with a photo where `seed` is given. Ends when the phone has it. */
export async function report(page: Page, words: string, seed?: number): Promise<void> {
  await page.getByLabel('说说情况').fill(words);
  if (seed !== undefined) {
    const file = { name: `photo-${seed}.png`, mimeType: 'image/png', buffer: picture(seed) };
    await page.getByLabel('相册').first().setInputFiles(file);
    await page.locator('.photo-sending img').first().waitFor();
  }
  await page.getByRole('button', { name: '上报', exact: true }).click();
  await page.getByRole('button', { name: '再报一件' }).waitFor();
}
