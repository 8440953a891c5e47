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
const words = '三栋和四栋之间的路灯都不亮，老人晚上摔了一跤';

/** Gives a command on the open case by its button and, if it asks something, its form. */
async function give(
  page: Page,
  command: string,
  fill: (form: ReturnType<Page['getByRole']>) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await page.getByRole('button', { name: command, exact: true }).first().click();
  const form = page.getByRole('form', { name: command });
  if (await form.isVisible().catch(() => false)) {
    await fill(form);
    await form.getByRole('button', { name: command, exact: true }).click();
    await form.waitFor({ state: 'detached' });
  }
}

async function openCase(page: Page, number: string): Promise<void> {
  // Without the map, which the tests of the map draw.
  await page.goto(`${server.url}/desk/cases?map=off`);
  await page.getByText('全部', { exact: true }).click();
  await page.getByPlaceholder('编号、文字或拼音首字母').fill(number);
  await page.keyboard.press('Enter');
  await page.getByText(number).first().click();
}

const stateOn = (page: Page, state: string) => page.getByText(state).first().waitFor();

describe('the loop, by the people who walk it', () => {
  let number = '';
  let code = '';

  test('a resident reports from the code on the stairwell, with JavaScript off', async () => {
    const { page, context } = await openWindow(browser, server, phone, undefined, { javaScript: false });
    await page.goto(`${server.url}/r/${grid}`);
    await page.getByLabel('说说情况').fill(words);
    await page.getByRole('radio', { name: '路灯不亮' }).check();
    await page.getByText('留下联系方式').click();
    await page.getByLabel('手机号').fill('13800138000');
    await keepShot(page, 'resident-report');
    await page.getByRole('button', { name: '上报', exact: true }).click();
    const another = page.getByRole('button', { name: '都不是，继续上报' });
    if (await another.isVisible().catch(() => false)) await another.click();
    await page.getByRole('heading', { name: '已经收到' }).waitFor();
    const text = await page.locator('main').innerText();
    number = /\d{8}-[0-9A-Z]{6}/.exec(text)?.[0] ?? '';
    code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z*~$=]{5}/.exec(text)?.[0] ?? '';
    expect(number).not.toBe('');
    expect(code).not.toBe('');
    await keepShot(page, 'resident-sent');
    await context.close();
  });

  test('the desk accepts it and dispatches it to whom the duty list names', async () => {
    const { page, context, errors } = await openWindow(browser, server, desktop, 'jia');
    await openCase(page, number);
    await page.getByText(words).first().waitFor();
    await give(page, '受理');
    await stateOn(page, '待派单');
    await page.getByRole('button', { name: '派单', exact: true }).first().click();
    const form = page.getByRole('form', { name: '派单' });
    await form.getByText('城管局').first().waitFor();
    await keepShot(page, 'desk-dispatch');
    await form.getByRole('button', { name: '派单', exact: true }).click();
    await stateOn(page, '待签收');
    await keepShot(page, 'desk-case');
    expect(errors).toEqual([]);
    await context.close();
  });

  test('the body acknowledges, tells the reporter and finishes', async () => {
    const { page, context } = await openWindow(browser, server, desktop, 'chengguan');
    await openCase(page, number);
    await give(page, '签收');
    await stateOn(page, '处置中');
    await give(page, '办结', (form) => form.getByLabel('说明').fill('更换两盏灯，已亮'));
    await stateOn(page, '待核查');
    expect(await page.getByRole('button', { name: '办结', exact: true }).count()).toBe(0);
    await context.close();
  });

  test('whoever dispatched it has no button to verify; the grid chief has, and passes it', async () => {
    const desk = await openWindow(browser, server, desktop, 'jia');
    await openCase(desk.page, number);
    await stateOn(desk.page, '待核查');
    expect(await desk.page.getByRole('button', { name: '核查', exact: true }).count()).toBe(0);
    await desk.page.getByText('您派的单，须由他人核查').waitFor();
    await desk.context.close();
    const { page, context } = await openWindow(browser, server, desktop, 'ding');
    await openCase(page, number);
    await give(page, '核查', async (form) => {
      await form.getByText('核查通过').click();
      await form.getByLabel('说明').fill('晚上去看过，两盏都亮');
    });
    await stateOn(page, '已结案');
    await context.close();
  });

  test('the reporter follows it and says that it was solved', async () => {
    const { page, context } = await openWindow(browser, server, phone);
    await page.goto(`${server.url}/f/${code}`);
    await page.getByText('已结案').first().waitFor();
    await keepShot(page, 'resident-follow');
    const answer = await context.request.get(`${server.url}/api/follow/${code}`);
    expect(await answer.json()).toMatchObject({ number, state: 'closed', commands: expect.arrayContaining(['rate']) });
    expect(await accessibilityFaults(page)).toEqual([]);
    await context.close();
  });
});

test('a grid worker files a report with three touches and some words', async () => {
  const { page, context } = await openWindow(browser, server, phone, 'worker');
  await page.goto(`${server.url}/field`);
  await page.getByRole('link', { name: '上报' }).click();
  await page.getByLabel('说说情况').fill('井盖松动');
  await page.getByRole('button', { name: '上报', exact: true }).click();
  const told = page.getByRole('heading', { name: '已上报' });
  await told.waitFor();
  expect(await told.innerText()).toMatch(/\d{8}-[0-9A-Z]{6}/);
  await context.close();
});
