import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityFaults, desktop, keepShot, openBrowser, openWindow, phone } from './browser.ts';
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

const grid = '450802001013001';
const description = '楼道的灯坏了。晚上看不见台阶';
// One pixel, so that what comes back is surely the photo and not its absence.
const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Pictures of the page that came and can be seen. */
const seenPhotos = (page: Page): Promise<number> =>
  page
    .locator('#photos img')
    .evaluateAll((all) => all.filter((one) => (one as HTMLImageElement).naturalWidth > 0).length);

async function send(page: Page): Promise<void> {
  await page.locator('section button[value="send"]').click();
  await page.waitForLoadState('networkidle');
  const another = page.getByRole('button', { name: '都不是，继续上报' });
  if (await another.isVisible()) await another.click();
}

/** Reports and answers the follow code. */
async function report(page: Page): Promise<string> {
  await page.goto(`${server.url}/r/${grid}`);
  await page.getByLabel('说说情况').fill(description);
  await send(page);
  await page.getByRole('heading', { name: '已经收到' }).waitFor();
  return /\/f\/([^/?]+)/.exec(page.url())?.[1] ?? '';
}

/** Has a case handled and closed by those who do it. */
async function close(code: string): Promise<void> {
  const follow = await browser.newContext();
  const { number } = (await (await follow.request.get(`${server.url}/api/follow/${code}`)).json()) as {
    number: string;
  };
  await follow.close();
  for (const [who, commands] of [
    ['jia', [{ type: 'accept' }, { type: 'assignToDesk' }, { type: 'finish', note: '换了灯泡' }]],
    ['ding', [{ type: 'verify', pass: true }]],
  ] as const) {
    const { context } = await openWindow(browser, server, desktop, who);
    const found = await context.request.get(`${server.url}/api/cases?q=${number}`);
    const { rows } = (await found.json()) as { rows: { id: string }[] };
    for (const data of commands) {
      const headers = { origin: server.url, 'if-match': '*' };
      const done = await context.request.post(`${server.url}/api/cases/${rows[0]?.id}/commands`, { data, headers });
      expect(done.ok(), await done.text()).toBe(true);
    }
    await context.close();
  }
}

describe('reporting', () => {
  test.each([true, false])(
    'a place typed and not chosen is asked for, the photo stays in sight (script: %s)',
    async (script) => {
      const { page, context, errors } = await openWindow(browser, server, phone, undefined, { javaScript: script });
      await page.goto(`${server.url}/r`);
      await page.getByLabel('说说情况').fill(description);
      await page
        .locator('#photos input[type="file"]')
        .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: photo });
      await page.getByLabel('街道、小区、楼栋或地标的名称').fill('荷塘');
      await send(page);
      await page.getByText('请从下面选一个').first().waitFor();
      await expect.poll(() => seenPhotos(page)).toBe(1);
      const choices = script ? page.locator('.hits button') : page.locator('[data-places] .pick');
      expect(await choices.count()).toBeGreaterThan(1);
      await keepShot(page, `resident-choose-place-${script ? 'script' : 'plain'}`);
      await choices.first().click();
      await send(page);
      await page.getByRole('heading', { name: '已经收到' }).waitFor();
      expect(errors).toEqual([]);
      await context.close();
    },
  );

  test('without a script one place of just that name is taken at once', async () => {
    const { page, context } = await openWindow(browser, server, phone, undefined, { javaScript: false });
    await page.goto(`${server.url}/r`);
    await page.getByLabel('说说情况').fill(description);
    await page.getByLabel('街道、小区、楼栋或地标的名称').fill('荷塘巷');
    await send(page);
    await page.getByRole('heading', { name: '已经收到' }).waitFor();
    expect(page.url()).toMatch(/\/f\/[^/]+\/sent$/);
    await context.close();
  });

  test('the grid worker of a label can be called', async () => {
    const { page, context } = await openWindow(browser, server, phone);
    await page.goto(`${server.url}/r/${grid}`);
    expect(
      await page
        .getByRole('link', { name: /^拨打 1/ })
        .first()
        .getAttribute('href'),
    ).toMatch(/^tel:\+861\d{10}$/);
    await context.close();
  });
});

describe('following', () => {
  test('three taps rate it, then a word more; asking to reopen leaves its trace', async () => {
    const { page, context, errors } = await openWindow(browser, server, phone);
    const code = await report(page);
    await close(code);
    await page.goto(`${server.url}/f/${code}`);
    await page.getByRole('heading', { name: '楼道的灯坏了', exact: true }).waitFor();
    await page.getByRole('radio', { name: '有', exact: true }).check();
    await page.getByRole('radio', { name: '部分解决' }).check();
    await page.getByRole('radio', { name: '不满意' }).click();
    await page.getByText('您的评价：有人答复，部分解决，不满意').waitFor();
    await page.getByText('修改评价').click();
    expect(await page.getByRole('radio', { name: '部分解决' }).isChecked()).toBe(true);
    await page.getByLabel('有想说的话吗？').fill('还差一盏');
    await page.getByRole('button', { name: '提交这句话' }).click();
    await page.getByText('您说：还差一盏').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByText('没有解决，申请重新办理').click();
    await page.getByLabel('为什么要重新办').fill('又灭了');
    await page.getByRole('button', { name: '申请重办' }).click();
    await page.getByText(/已申请重新办理，等贵城街道答复，最晚/).waitFor();
    await page.getByText('您申请重新办理，由贵城街道答复').waitFor();
    expect(await page.locator('.steps .is-now').count()).toBe(1);
    await keepShot(page, 'resident-reopening-asked');
    expect(errors).toEqual([]);
    await context.close();
  });
});

describe('for those who see badly or pay for each byte', () => {
  test('one tap gives large text with targets of 60 pixels, remembered, and read aloud', async () => {
    const { page, context } = await openWindow(browser, server, phone);
    await page.addInitScript(() => {
      Object.assign(window, { spoken: [] });
      speechSynthesis.speak = ({ text, lang }) =>
        (window as unknown as { spoken: string[] }).spoken.push(`${lang} ${text}`);
    });
    await page.goto(`${server.url}/r`);
    await page.getByRole('button', { name: '大字版' }).click();
    await page.goto(`${server.url}/r/${grid}`);
    expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('22px');
    await page.getByRole('button', { name: '大一点' }).click();
    expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('26px');
    const small = await page
      .locator(
        'button, .button, summary, .pick, .tick, .top a, textarea, input:not([type="radio"], [type="checkbox"], [type="file"], [type="hidden"])',
      )
      .evaluateAll((all) =>
        all
          .filter(
            (one) =>
              one.checkVisibility() && one.closest('.unseen') === null && one.getBoundingClientRect().height < 60,
          )
          .map((one) => one.outerHTML.slice(0, 80)),
      );
    expect(small).toEqual([]);
    await page.getByRole('button', { name: '读给我听' }).click();
    await page.getByRole('button', { name: '停下' }).waitFor();
    const spoken = await page.evaluate(() => (window as unknown as { spoken: string[] }).spoken);
    expect(spoken[0]).toBe('zh-CN 反映问题');
    await page.getByRole('button', { name: '退出大字' }).click();
    expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('18px');
    await context.close();
  });

  test('the form weighs less than 60 KB before the map', async () => {
    const { page, context } = await openWindow(browser, server, phone);
    await page.goto(`${server.url}/r/${grid}`, { waitUntil: 'networkidle' });
    const bytes = await page.evaluate(() =>
      performance
        .getEntries()
        .reduce((sum, entry) => sum + (entry instanceof PerformanceResourceTiming ? entry.transferSize : 0), 0),
    );
    expect(bytes).toBeGreaterThan(5_000);
    expect(bytes).toBeLessThan(60_000);
    await context.close();
  });
});

test('staff on a phone sign in to the field', async () => {
  const context = await browser.newContext({
    viewport: phone,
    userAgent:
      'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36',
  });
  const page = await context.newPage();
  await page.goto(`${server.url}/sign-in`);
  await page.locator('#username').fill('jia');
  await page.locator('#password').fill(server.password('jia'));
  await page.locator('#password').press('Enter');
  await page.waitForURL('**/field**');
  expect(new URL(page.url()).pathname).toMatch(/^\/field/);
  await context.close();
});
