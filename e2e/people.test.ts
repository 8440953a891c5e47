import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityFaults, desktop, keepShot, openBrowser, openWindow, phone } from './browser.ts';
import { type DemoServer, startDemo } from './demo-server.ts';

let server: DemoServer;
let browser: Browser;
let page: Page;
let errors: string[];

const community = '450802001013';
const grid = `${community}001`;

async function call(method: 'GET' | 'POST', path: string, data?: object): Promise<Record<string, unknown>> {
  const answer = await page.context().request.fetch(`${server.url}${path}`, {
    method,
    headers: { origin: server.url, 'idempotency-key': crypto.randomUUID() },
    ...(data === undefined ? {} : { data }),
  });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${await answer.text()}`);
  return (await answer.json()) as Record<string, unknown>;
}

const open = (path: string) => page.goto(`${server.url}/desk${path}`);
const row = (of: Page | Locator, text: string | RegExp) => of.getByRole('row', { name: text }).first();

beforeAll(async () => {
  server = await startDemo();
  browser = await openBrowser();
  ({ page, errors } = await openWindow(browser, server, desktop, 'admin'));
  const body = { kind: 'propertyCompany', name: '翠湖物业服务有限公司', code: 'WY-07', area: community };
  await call('POST', '/api/organisations', body);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe('organisations', () => {
  test.each([
    ['a part of the name', '翠湖'],
    ['the code', 'WY-07'],
    ['the initials', 'chwy'],
  ])('are found by %s', async (_by, typed) => {
    await open('/people?tab=organisations');
    await page.getByRole('searchbox', { name: '名称、代码或拼音首字母' }).fill(typed);
    await page.getByRole('button', { name: /^翠湖物业服务有限公司/ }).click();
    await page.getByRole('heading', { name: '翠湖物业服务有限公司' }).waitFor();
    expect(page.url()).toContain('org=');
  });

  test('open step by step as a tree, with a chart of each', async () => {
    await open('/people?tab=organisations');
    const tree = page.getByRole('tree', { name: '组织' });
    await tree.getByRole('button', { name: '展开贵城街道大工委' }).click();
    await tree.getByRole('button', { name: /^荷城社区大党委/ }).click();
    const chart = page.getByRole('group', { name: '组织架构' });
    await chart.getByText('贵城街道大工委').waitFor();
    await chart.getByText('荷塘苑网格功能型党支部').waitFor();
    await page.getByText('市图书馆').first().waitFor();
    await keepShot(page, 'people-organisations');
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});

describe('a person', () => {
  test('stands with posts over time, training and hours', async () => {
    const people = (await call('GET', `/api/people?q=${encodeURIComponent('丁建国')}`))['rows'] as { id: string }[];
    const person = people[0]?.id ?? '';
    const entry = (kind: string, fields: object) =>
      call('POST', '/api/registers', { kind, area: grid, person, fields });
    await entry('training', { occasion: 'rotation', course: '防汛演练', hours: 6, passed: true });
    await entry('serviceHours', { hours: 2.5, what: '清洁楼道', as: 'dual' });
    await open('/people');
    await page.getByRole('searchbox', { name: '姓名或拼音首字母' }).fill('djg');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '丁建国' }).click();
    const panel = page.getByRole('complementary', { name: '丁建国' });
    await panel.getByText('小网格长').first().waitFor();
    await panel.getByText('任职经历').waitFor();
    await row(panel, /防汛演练/).waitFor();
    await row(panel, /清洁楼道/).waitFor();
    await panel.getByText(/2\.5/).first().waitFor();
    await keepShot(page, 'people-person');
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('who leaves is named the posts still held', async () => {
    const people = (await call('GET', `/api/people?q=${encodeURIComponent('丁建国')}`))['rows'] as { id: string }[];
    const answer = await page.context().request.post(`${server.url}/api/registers`, {
      headers: { origin: server.url, 'accept-language': 'zh-CN', 'idempotency-key': crypto.randomUUID() },
      data: { kind: 'exit', area: grid, person: people[0]?.id, fields: { reason: 'resigned' } },
    });
    expect(answer.status()).toBe(422);
    expect(await answer.text()).toContain('小网格长');
  });
});

describe('staffing', () => {
  test('names the gaps, on the map too, and who is on duty here now', async () => {
    await open('/people?tab=staffing');
    await page.getByRole('table', { name: '配备情况' }).waitFor();
    await page.getByText('此刻值班').first().waitFor();
    await page.locator('.staffing-map canvas').waitFor();
    await page
      .locator('.staffing-areas')
      .getByText(/缺 \d+/)
      .first()
      .waitFor();
    await page.getByRole('table', { name: '缺员清单' }).getByRole('row').nth(1).waitFor();
    await keepShot(page, 'people-staffing');
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('rules are written in a form, without JSON', async () => {
    await open('/rules?kind=staffing');
    await page.getByRole('button', { name: '写新版本' }).click();
    await page.getByRole('button', { name: '加一条规则' }).click();
    const form = page.getByRole('region', { name: '写新版本' });
    await form.getByLabel('中文名').last().fill('每个社区两名专职网格员');
    await form.getByLabel('配备什么').fill('专职网格员');
    await form.getByLabel('哪些岗位或职务算数').fill('专职网格员');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await form.getByLabel('人数').fill('2');
    await form.getByLabel('为什么改').fill('按文件要求');
    await keepShot(page, 'rules-staffing');
    expect(await accessibilityFaults(page)).toEqual([]);
    await form.getByRole('button', { name: '发布新版本' }).click();
    await page.getByText(/第 \d+ 版已写入/).waitFor();
    const rules = (await call('GET', '/api/rules/staffing/current')) as {
      body?: { rows: { name: { zh: string }; needs: { min: number; roles: string[] }[] }[] };
    };
    expect(rules.body?.rows.at(-1)).toMatchObject({
      name: { zh: '每个社区两名专职网格员' },
      needs: [{ min: 2, roles: ['grid-worker'] }],
    });
  });

  test('days of the working calendar are added in a form', async () => {
    await open('/rules?kind=calendar');
    await page.getByRole('button', { name: '写新版本' }).click();
    const form = page.getByRole('region', { name: '写新版本' });
    await form.getByRole('button', { name: '加一年' }).click();
    await form.getByLabel('日期').fill('2027-01-01');
    await form.getByRole('button', { name: '加一天' }).click();
    await form.getByRole('cell', { name: '2027-01-01', exact: true }).waitFor();
    await keepShot(page, 'rules-calendar');
    expect(await accessibilityFaults(page)).toEqual([]);
    await form.getByLabel('为什么改').fill('国务院公布 2027 年放假安排');
    await form.getByRole('button', { name: '发布新版本' }).click();
    await page.getByText(/第 \d+ 版已写入/).waitFor();
  });
});

describe('registers', () => {
  test.each(['households', 'groups', 'training', 'expiring'])('%s stand in order', async (part) => {
    await open(`/registers?part=${part}`);
    await page.locator('.registers-body table tbody tr, .registers-body .notice').first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('the responsibility chart is a page to print', async () => {
    await open('/registers?part=responsibility');
    const link = page.getByRole('link', { name: '打印责任分工图' });
    await page.goto(`${server.url}${(await link.getAttribute('href')) ?? ''}`);
    await page.getByRole('heading', { name: /责任分工图/ }).waitFor();
    await page.getByText('第一责任人').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    await keepShot(page, 'registers-chart');
    await page.emulateMedia({ media: 'screen' });
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('a list takes its sheet on its own page', async () => {
    await open('/registers?part=places');
    await row(page, /荷塘苑议事角/).waitFor();
    await page.getByRole('button', { name: '导入导出' }).click();
    const drawer = page.getByRole('dialog');
    const lines = [
      '区域代码,类别,名称,开放时间,房间',
      `${community},爱心驿站,东门爱心驿站,1-7 06:00-22:00,休息室(8)`,
      `${community},没有这一类,西门驿站,全天,`,
    ];
    await drawer.locator('input[type=file]').setInputFiles({
      name: '场所.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(lines.join('\n')),
    });
    await drawer.getByText('B3', { exact: true }).waitFor();
    await drawer.getByText('D3', { exact: true }).waitFor();
    await keepShot(page, 'registers-sheet');
    expect(await accessibilityFaults(page)).toEqual([]);
    await drawer.getByRole('button', { name: '只写入正确的 1 行' }).click();
    await drawer.getByText('已写入：新增 1 行，修改 0 行。').waitFor();
    await page.keyboard.press('Escape');
    await row(page, /东门爱心驿站.*休息室/).waitFor();
  });

  test('stand on a phone too, and nothing failed on the way', async () => {
    await page.setViewportSize(phone);
    for (const path of ['/people', '/people?tab=staffing', '/people?tab=organisations', '/registers', '/duty']) {
      await open(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect([path, wide <= 0]).toEqual([path, true]);
    }
    expect(errors).toEqual([]);
  });
});
