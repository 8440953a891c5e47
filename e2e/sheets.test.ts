import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadExcel } from '../server/src/sheets/writing/xlsx.ts';
import { accessibilityFaults, desktop, keepShot, openBrowser, openWindow, phone } from './browser.ts';
import { type DemoServer, startDemo } from './demo-server.ts';

type Excel = Awaited<ReturnType<typeof loadExcel>>;
type Workbook = InstanceType<Excel['Workbook']>;
type Worksheet = ReturnType<Workbook['addWorksheet']>;

let excel: Excel;
let server: DemoServer;
let browser: Browser;
let page: Page;
let errors: string[];

beforeAll(async () => {
  excel = await loadExcel();
  server = await startDemo();
  browser = await openBrowser();
  ({ page, errors } = await openWindow(browser, server, desktop, 'admin'));
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const community = '450802001013';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Gives a workbook to the page as somebody who chooses it. */
async function give(book: Workbook): Promise<void> {
  const buffer = Buffer.from(await book.xlsx.writeBuffer());
  await page.locator('input[type=file]').setInputFiles({ name: '新到岗人员.xlsx', mimeType: type, buffer });
}

async function load(path: string): Promise<{ book: Workbook; rows: Worksheet }> {
  const answer = await page.context().request.get(path);
  expect(answer.status()).toBe(200);
  const book = new excel.Workbook();
  await book.xlsx.load((await answer.body()) as unknown as ArrayBuffer);
  const [rows] = book.worksheets;
  if (rows === undefined) throw new Error('the file has no sheet');
  return { book, rows };
}

const counts = () => page.locator('.sheet-counts dd').allInnerTexts();

describe('people from a spreadsheet', () => {
  let marked = '';

  test('the template has its headings and its drop-downs', async () => {
    await page.goto(`${server.url}/desk/sheets?kind=posts`);
    const link = page.getByRole('link', { name: '下载模板' });
    const { book, rows } = await load(`${server.url}${(await link.getAttribute('href')) ?? ''}`);
    expect(rows.getCell('A1').text).toBe('姓名 *');
    expect(rows.getCell('C2').dataValidation.formulae).toEqual([expect.stringMatching(/^lists!\$A\$1:\$A\$\d+$/)]);
    expect(book.getWorksheet('lists')?.getColumn(1).values).toContain('专职网格员');
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('wrong cells are named on the page, and nothing is written', async () => {
    await page.goto(`${server.url}/desk/sheets?kind=people`);
    const book = new excel.Workbook();
    const rows = book.addWorksheet('人员');
    rows.addRow(['贵城街道新到岗人员名单']);
    rows.mergeCells('A1:C1');
    rows.addRow(['姓 名', '所属区域代码', '电话（必填）']);
    rows.addRow([' 覃小明　', community, 13_877_510_001]);
    rows.addRow(['韦大力', '４５０８０２００１０１３', '138-7751-0002']);
    rows.addRow(['梁红', '450802999', '12345']);
    rows.addRow([null, community, '13877510004']);
    await give(book);
    await page.getByRole('button', { name: '只写入正确的 2 行' }).waitFor();
    expect(await counts()).toEqual(['4', '2', '2', '0', '0']);
    const faults = page.getByRole('table', { name: '错误' });
    for (const cell of ['B5', 'C5', 'A6']) await faults.getByText(cell, { exact: true }).waitFor();
    await faults.getByText('没有这个区域，或者已停用').waitFor();
    await keepShot(page, 'sheets-faults');
    expect(await accessibilityFaults(page)).toEqual([]);
    const link = page.getByRole('link', { name: '下载标错文件' });
    marked = `${server.url}${(await link.getAttribute('href')) ?? ''}`;
  });

  test('the marked file, corrected and sent again, is written', async () => {
    const { book, rows } = await load(marked);
    expect(rows.getCell('B5').fill).toMatchObject({ pattern: 'solid' });
    expect(rows.getCell('E5').text).toContain('没有这个区域');
    rows.getCell('B5').value = `${community}001`;
    rows.getCell('C5').value = '13877510003';
    rows.getCell('A6').value = '黄秀英';
    await page.getByRole('button', { name: '导入另一个文件' }).click();
    await give(book);
    await page.getByRole('button', { name: '全部写入' }).waitFor();
    expect(await counts()).toEqual(['4', '0', '4', '0', '0']);
    await page.getByRole('table', { name: '新增' }).getByText('138****0003').waitFor();
    await keepShot(page, 'sheets-preview');
    await page.getByRole('button', { name: '全部写入' }).click();
    await page.getByText('已写入：新增 4 行，修改 0 行。').waitFor();

    await page.getByRole('button', { name: '导入另一个文件' }).click();
    await give(book);
    await page.getByText('与现有数据完全一致').waitFor();
    expect(await counts()).toEqual(['4', '0', '0', '0', '4']);
  });

  test('what is exported and sent back changes nothing', async () => {
    await page.goto(`${server.url}/desk/sheets?kind=people`);
    const link = page.getByRole('link', { name: '导出 XLSX' });
    const { book, rows } = await load(`${server.url}${(await link.getAttribute('href')) ?? ''}`);
    expect(rows.rowCount).toBeGreaterThan(5);
    await give(book);
    await page.getByText('与现有数据完全一致').waitFor();
  });

  test('it stands on a phone too', async () => {
    await page.setViewportSize(phone);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await keepShot(page, 'sheets-phone');
    expect(errors).toEqual([]);
  });
});
