import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityFaults, desktop, keepShot, openBrowser, openWindow } from './browser.ts';
import { type DemoServer, startDemo } from './demo-server.ts';

let server: DemoServer;
let browser: Browser;
let page: Page;
let errors: string[];

beforeAll(async () => {
  server = await startDemo();
  browser = await openBrowser();
  ({ page, errors } = await openWindow(browser, server, desktop, 'jia'));
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const grid = '450802001013001';
const list = () => page.getByRole('grid', { name: '列表' });
/** Rows of cases, the head not counted. */
const rows = () => list().locator('.case-row');
const cursor = () => list().getAttribute('aria-activedescendant');
const idOf = async (row: number) => (await rows().nth(row).getAttribute('id')) ?? '';
const count = () => page.locator('.list-total').innerText();

/** The list under a filter; the map is folded away, for drawing it takes longer than all the rest. */
async function show(search: string, map: '' | '&map=off' = '&map=off'): Promise<void> {
  await page.goto(`${server.url}/desk/cases?${search}${map}`);
  await rows().first().waitFor();
}

/** A resident's report, as it comes from a phone. */
async function report(description: string): Promise<string> {
  const answer = await page.context().request.post(`${server.url}/api/cases`, {
    data: { description, category: '01020401', place: { area: grid }, channel: 'desk' },
    headers: { origin: server.url, 'idempotency-key': crypto.randomUUID() },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()).id as string;
}

async function command(id: string, given: object): Promise<void> {
  const answer = await page.context().request.post(`${server.url}/api/cases/${id}/commands`, {
    data: given,
    headers: { origin: server.url, 'if-match': '*', 'idempotency-key': crypto.randomUUID() },
  });
  expect(answer.status(), await answer.text()).toBe(200);
}

const stateOf = async (id: string): Promise<string> =>
  (await (await page.context().request.get(`${server.url}/api/cases/${id}`)).json()).state;

describe('the work list by keyboard', () => {
  test('j and k move, Enter opens, and what is open stands in the address', async () => {
    await show('open=true', '');
    expect(await cursor()).toBe(await idOf(0));
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(await cursor()).toBe(await idOf(2));
    await page.keyboard.press('k');
    expect(await cursor()).toBe(await idOf(1));
    const outline = await rows()
      .nth(1)
      .evaluate((row) => getComputedStyle(row).outlineWidth);
    expect(outline).toBe('2px');
    await page.keyboard.press('Enter');
    const id = (await idOf(1)).slice('row-'.length);
    await page.waitForURL((url) => url.searchParams.get('id') === id);
    await page.getByRole('article').getByText('下一步').or(page.locator('.sheet-next')).first().waitFor();
  });

  test('the open case says on one screen what, where, who, by when, why this light and what next', async () => {
    for (const part of ['.sheet-head h2', '.sheet-words', '.sheet-facts dd', '.sheet-next', '.sheet-why']) {
      const box = await page.locator(part).first().boundingBox();
      expect(box, part).not.toBeNull();
      expect((box?.y ?? 0) + (box?.height ?? 0), part).toBeLessThan(desktop.height);
    }
    expect(await page.locator('.sheet-why').innerText()).toMatch(/为什么[红黄绿]灯[\s\S]*到期/);
    await keepShot(page, 'desk-list-case');
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('keys rest while somebody types; / searches and ? explains', async () => {
    await page.keyboard.press('Escape');
    await page.waitForURL((url) => !url.searchParams.has('id'));
    const before = await cursor();
    await page.keyboard.press('/');
    await page.keyboard.type('jxd?');
    const box = page.getByPlaceholder('编号、文字或拼音首字母');
    expect(await box.inputValue()).toBe('jxd?');
    expect(await cursor()).toBe(before);
    await box.fill('');
    await list().focus();
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: '键盘操作' });
    await help.waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await help.getByRole('checkbox', { name: '使用单键快捷键' }).uncheck();
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
    await page.keyboard.press('j');
    expect(await cursor()).toBe(before);
    await page.keyboard.press('ArrowDown');
    expect(await cursor()).not.toBe(before);
    await page.getByRole('button', { name: '键盘操作' }).click();
    await help.getByRole('checkbox', { name: '使用单键快捷键' }).check();
    await page.keyboard.press('Escape');
  });

  test('d opens the dispatch form of the case under the cursor, or says that it cannot be dispatched', async () => {
    const id = await report('二单元门口路灯不亮');
    await show('state=%5B"reported"%5D&sort=newest');
    await list().focus();
    expect(await cursor()).toBe(`row-${id}`);
    await page.keyboard.press('d');
    await page.getByText('现在不能派单').waitFor();
    await command(id, { type: 'accept' });
    await show('state=%5B"accepted"%5D&sort=newest');
    await list().focus();
    expect(await cursor()).toBe(`row-${id}`);
    await page.keyboard.press('d');
    const form = page.getByRole('form', { name: '派单' });
    await form.waitFor();
    expect(await form.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await form.getByLabel('说明').fill('写到一半');
    await page.keyboard.press('Escape');
    expect(await form.getByLabel('说明').inputValue()).toBe('写到一半');
    await form.getByLabel('说明').fill('');
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
  });
});

describe('columns and own views', () => {
  test('columns are chosen and ordered, and the server sorts by them', async () => {
    await show('open=true');
    await page.getByRole('button', { name: '列', exact: true }).click();
    await page.getByRole('checkbox', { name: '反映人' }).check();
    await page.getByRole('button', { name: '前移“反映人”' }).click();
    await page.keyboard.press('Escape');
    const heads = await list().getByRole('columnheader').allInnerTexts();
    expect(heads.slice(-2).map((text) => text.trim())).toEqual(['反映人', '剩余时间 ↑']);
    await page.getByRole('button', { name: '列', exact: true }).click();
    await page.getByRole('checkbox', { name: '上报时间' }).check();
    await page.keyboard.press('Escape');
    await list().getByRole('button', { name: '上报时间' }).click();
    await page.waitForURL((url) => url.searchParams.get('sort') === 'newest');
    expect(await list().getByRole('columnheader', { name: '上报时间' }).getAttribute('aria-sort')).toBe('descending');
    await keepShot(page, 'desk-list-columns');
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('a view is saved, opened again, renamed, deleted and brought back; its address shows the same to a colleague', async () => {
    await page.getByRole('button', { name: '存为视图' }).click();
    await page.getByLabel('视图名称').fill('按时间看');
    await page.getByLabel('视图名称').press('Enter');
    const own = page.getByRole('button', { name: '按时间看', exact: true });
    await own.waitFor();
    const address = page.url();
    await page.goto(`${server.url}/desk/cases?light=%5B"red"%5D`);
    await own.click();
    await page.waitForURL((url) => url.searchParams.get('sort') === 'newest');
    expect(await own.getAttribute('aria-pressed')).toBe('true');
    expect(new URL(page.url()).searchParams.get('cols')).toBe(new URL(address).searchParams.get('cols'));

    const colleague = await openWindow(browser, server, desktop, 'yi');
    await colleague.page.goto(address);
    await colleague.page.getByRole('columnheader', { name: '上报时间' }).waitFor();
    expect(await colleague.page.getByRole('button', { name: '按时间看', exact: true }).count()).toBe(0);
    await colleague.context.close();

    const manage = page.getByRole('button', { name: '管理视图' });
    await manage.click();
    await page.getByRole('menuitem', { name: '重命名' }).click();
    await page.getByLabel('视图名称').fill('最新');
    await page.getByLabel('视图名称').press('Enter');
    const renamed = page.getByRole('button', { name: '最新', exact: true });
    await renamed.waitFor();
    await manage.click();
    await page.getByRole('menuitem', { name: '删除' }).click();
    await renamed.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '撤销' }).click();
    await renamed.waitFor();
  });
});

describe('many cases at once', () => {
  test('the preview says for each what will happen or why not, nothing happens before, then it does', async () => {
    const accepted = await report('三单元楼道灯坏了');
    await command(accepted, { type: 'accept' });
    const fresh = [await report('小区南门路灯不亮'), await report('小区北门路灯不亮')];
    await show('open=true&sort=newest');
    await list().focus();
    expect(await cursor()).toBe(`row-${fresh[1]}`);
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Shift+X');
    await page.getByText('已选 3 件').waitFor();
    await page.keyboard.press('b');
    const pane = page.getByRole('article', { name: '批量办理 3 件' });
    await pane.getByRole('radio', { name: '受理' }).check();
    await pane.getByRole('button', { name: '预览' }).click();
    await pane.getByRole('heading', { name: '将办理 2 件' }).waitFor();
    expect(await pane.getByRole('radio', { name: '受理' }).isChecked()).toBe(true);
    await pane.getByRole('heading', { name: '不会办理 1 件' }).waitFor();
    await pane.getByText('现在的状态不能这样操作').waitFor();
    await keepShot(page, 'desk-list-bulk');
    expect(await accessibilityFaults(page)).toEqual([]);
    for (const id of fresh) expect(await stateOf(id)).toBe('reported');
    await pane.getByRole('button', { name: '受理 2 件' }).click();
    await pane.getByRole('heading', { name: '已办理 2 件' }).waitFor();
    await pane.getByRole('heading', { name: '没有办理 1 件' }).waitFor();
    for (const id of fresh) expect(await stateOf(id)).toBe('accepted');
    await pane.getByRole('button', { name: '只留下没有办理的' }).click();
    await page.getByText('已选 1 件').waitFor();
  });
});

describe('what arrives while somebody looks', () => {
  test('a change shows in its row, and a new case waits: nothing moves under the cursor', async () => {
    await show('open=true&sort=newest');
    await list().focus();
    await page.keyboard.press('j');
    await rows().nth(1).hover();
    const under = await cursor();
    const place = async () => (await page.locator(`[id="${under}"]`).boundingBox())?.y;
    const before = await place();
    const counted = await count();
    const id = await report('西门井盖松动');
    await page.getByText('1 件新到').waitFor();
    expect(await place()).toBe(before);
    expect(await cursor()).toBe(under);
    expect(await count()).not.toBe(counted);
    expect(await page.locator(`#row-${id}`).count()).toBe(0);

    const changed = (under ?? '').slice('row-'.length);
    await command(changed, { type: 'assignToDesk' });
    await rows().nth(1).getByText('处置中').waitFor();
    expect(await place()).toBe(before);

    await page.keyboard.press('r');
    await page.locator(`#row-${id}`).waitFor();
    expect(await idOf(0)).toBe(`row-${id}`);
    expect(await cursor()).toBe(under);
  });

  test('what leaves the view stays where it is, marked, until the list is updated', async () => {
    await show('state=%5B"reported"%5D&sort=newest');
    await list().focus();
    await rows().first().hover();
    const id = (await idOf(0)).slice('row-'.length);
    await command(id, { type: 'accept' });
    await page.getByText('1 件已不在本视图').waitFor();
    expect(await idOf(0)).toBe(`row-${id}`);
    expect(await rows().first().getAttribute('title')).toBe('已不在本视图');
    await page.getByRole('button', { name: /更新列表/ }).click();
    await page.locator(`#row-${id}`).waitFor({ state: 'detached' });
  });

  test('where nobody is in the list, a new case comes in by itself', async () => {
    await show('open=true&sort=newest');
    await page.mouse.move(10, 10);
    const id = await report('东门垃圾桶满了');
    await page.locator(`#row-${id}`).waitFor();
    expect(errors).toEqual([]);
  });
});
