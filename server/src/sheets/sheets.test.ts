import ExcelJS from 'exceljs';
import { beforeEach, describe, expect, it } from 'vitest';
import { openOnce } from '../testing.ts';
import { community, openSheets, otherStreet, street } from './testing.ts';

const server = openOnce(openSheets);

type Cell = string | number | Date | null | ExcelJS.CellValue;

/** A workbook made by another program than the one that reads it. */
async function workbook(rows: readonly (readonly Cell[])[], more: (page: ExcelJS.Worksheet) => void = () => undefined) {
  const book = new ExcelJS.Workbook();
  const page = book.addWorksheet('Sheet1');
  for (const row of rows) page.addRow([...row]);
  more(page);
  return Buffer.from(await book.xlsx.writeBuffer());
}

async function open(bytes: Buffer): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  const page = book.worksheets[0];
  if (page === undefined) throw new Error('no sheet');
  return page;
}

const head = ['姓名', '所属区域代码', '电话'];
const people = async (name?: string) => {
  const rows = await server.db.transaction({ county: '450802', system: true }, (trx) =>
    trx.selectFrom('person').selectAll().orderBy('name').execute(),
  );
  return name === undefined ? rows : rows.filter((row) => row.name === name);
};

beforeEach(async () => {
  await server.db.asOwner(async (owner) => {
    await owner.query('delete from post');
    await owner.query('delete from person');
    await owner.query('delete from subject');
    await owner.query('delete from organisation');
    await owner.query('delete from sheet_run');
  });
});

describe('an import', () => {
  it('is checked first and writes nothing, then writes all', async () => {
    const run = await server.check(
      'people',
      await workbook([head, ['王芳', community, 13800138000], ['李伟', street, '0775-4567890']]),
    );
    expect(run).toMatchObject({ state: 'checked', counts: { rows: 2, wrong: 0, added: 2, changed: 0, unchanged: 0 } });
    expect(run.preview.added[0]).toMatchObject({ line: 2, cells: { name: '王芳', phone: '138****8000' } });
    expect(await people()).toHaveLength(0);
    expect(await server.apply(run.id)).toMatchObject({ state: 'done' });
    expect((await people()).map(({ name, area }) => [name, area])).toEqual([
      ['李伟', street],
      ['王芳', community],
    ]);
  });

  it('sent again doubles nothing, and a changed row is told from the others', async () => {
    const file = await workbook([head, ['王芳', community, '13800138000'], ['李伟', street, null]]);
    await server.apply((await server.check('people', file)).id);
    expect(await server.check('people', file)).toMatchObject({ counts: { added: 0, changed: 0, unchanged: 2 } });
    const moved = await workbook([head, ['王芳', street, '13800138000'], ['李伟', street, '13900139000']]);
    const run = await server.check('people', moved);
    expect(run).toMatchObject({ counts: { added: 0, changed: 2, unchanged: 0 } });
    expect(run.preview.changed[0]).toMatchObject({ cells: { area: street }, was: { area: community } });
    await server.apply(run.id);
    expect(await people('王芳')).toMatchObject([{ area: street, version: 2 }]);
    expect(await server.check('people', moved)).toMatchObject({ counts: { unchanged: 2 } });
  });

  it('marks every wrong cell in the file, says why, and takes the corrected file', async () => {
    const rows = [
      head,
      ['王芳', community, '13800138000'],
      ['李伟', '450802999', '12'],
      [null, street, '13900139000'],
      ['赵敏', street, { formula: '1/0', result: { error: '#DIV/0!' } } as ExcelJS.CellValue],
    ];
    const run = await server.check('people', await workbook(rows), 'administrator', '名单.xlsx');
    expect(run.counts).toMatchObject({ rows: 4, wrong: 3, added: 1 });
    expect(run.faults.map(({ cell, code }) => [cell, code])).toEqual([
      ['C3', 'sheet.fault.notPhone'],
      ['B3', 'sheet.fault.areaUnknown'],
      ['A4', 'sheet.fault.required'],
      ['C5', 'sheet.fault.errorValue'],
    ]);
    const answer = await server.send('administrator', 'GET', `/api/sheet-runs/${run.id}/marked`);
    expect(answer.headers['content-disposition']).toContain(encodeURIComponent('名单-marked.xlsx'));
    const page = await open(answer.bytes);
    expect(page.getCell('B3').fill).toMatchObject({ fgColor: { argb: 'FFF6E3EF' } });
    expect(page.getCell('B2').fill).toEqual({ type: 'pattern', pattern: 'none' });
    expect(JSON.stringify(page.getCell('C3').note)).toContain('手机号');
    expect(page.getCell('D3').text).toBe('C3 B3');
    expect(page.getCell('E4').text).toBe('姓名: 必填，不能为空');

    const refused = await server.send('administrator', 'POST', `/api/sheet-runs/${run.id}/apply`, { rows: 'all' });
    expect(refused).toMatchObject({ status: 409, run: { code: 'sheet.run.hasFaults' } });

    // The marked file itself is corrected and sent again; what was explained is passed over.
    page.getCell('B3').value = street;
    page.getCell('C3').value = '13700137000';
    page.getCell('A4').value = '陈强';
    page.getCell('C5').value = null;
    const corrected = Buffer.from(await page.workbook.xlsx.writeBuffer());
    const second = await server.check('people', corrected);
    expect(second).toMatchObject({ counts: { rows: 4, wrong: 0, added: 4 }, unknown: [] });
    expect(await server.apply(second.id)).toMatchObject({ state: 'done' });
    expect(await people()).toHaveLength(4);
  });

  it('writes the good rows where that is asked', async () => {
    const run = await server.check(
      'people',
      await workbook([head, ['王芳', community, null], ['李伟', 'nowhere', null]]),
    );
    expect(await server.apply(run.id, 'good')).toMatchObject({ state: 'done' });
    expect((await people()).map(({ name }) => name)).toEqual(['王芳']);
  });

  it('finds rows of one file that say the same', async () => {
    const run = await server.check(
      'people',
      await workbook([head, ['王芳', community, '13800138000'], ['王芳', street, '+86 138 0013 8000']]),
    );
    expect(run.faults).toMatchObject([{ line: 3, code: 'sheet.fault.twiceInFile', message: '与第 2 行重复' }]);
  });

  it('writes nothing where somebody changed a row after the preview', async () => {
    await server.apply((await server.check('people', await workbook([head, ['王芳', community, '13800138000']]))).id);
    const run = await server.check(
      'people',
      await workbook([head, ['新人', community, null], ['王芳', street, '13800138000']]),
    );
    await server.db.transaction({ county: '450802', system: true }, (trx) =>
      trx.updateTable('person').set({ version: 9 }).where('name', '=', '王芳').execute(),
    );
    expect(await server.apply(run.id)).toMatchObject({
      state: 'failed',
      problem: { code: 'sheet.run.changedSince', message: expect.stringContaining('第 3 行') as string },
    });
    expect(await people('新人')).toEqual([]);
  });

  it('is cancelled, and then cannot be written', async () => {
    const run = await server.check('people', await workbook([head, ['王芳', community, null]]));
    const cancel = () => server.send('administrator', 'POST', `/api/sheet-runs/${run.id}/cancel`);
    expect(await cancel()).toMatchObject({ status: 200, run: { state: 'cancelled' } });
    expect(await cancel()).toMatchObject({ status: 200 });
    expect(await server.apply(run.id)).toMatchObject({ code: 'sheet.run.notChecked' });
    expect(await people()).toEqual([]);
  });

  it('cancelled while it waits for its turn is not even checked', async () => {
    const file = await workbook([head, ['王芳', community, null]]);
    const { run } = await server.send('administrator', 'POST', '/api/sheets/people/runs', file);
    expect(run.state).toBe('checking');
    await server.send('administrator', 'POST', `/api/sheet-runs/${run.id}/cancel`);
    await server.deps.jobs.drain();
    expect(await server.look(run.id)).toMatchObject({ state: 'cancelled', counts: { rows: 0 } });
  });

  it('sent twice under one key is one import', async () => {
    const file = await workbook([head, ['王芳', community, null]]);
    const key = { 'idempotency-key': 'key-of-this-file' };
    const first = await server.send('administrator', 'POST', '/api/sheets/people/runs', file, key);
    const second = await server.send('administrator', 'POST', '/api/sheets/people/runs', file, key);
    expect(second.run.id).toBe(first.run.id);
    const other = await workbook([head, ['李伟', community, null]]);
    expect(await server.send('administrator', 'POST', '/api/sheets/people/runs', other, key)).toMatchObject({
      status: 422,
    });
  });

  it('written twice writes once', async () => {
    const run = await server.check('people', await workbook([head, ['王芳', community, null]]));
    await server.apply(run.id);
    // The same job again, as after a crash just behind the commit.
    await server.db.transaction({ county: '450802', system: true }, (trx) =>
      server.deps.jobs.enqueue(trx, 'sheets', { county: '450802', id: run.id }),
    );
    await server.deps.jobs.drain();
    expect(await people()).toHaveLength(1);
  });

  it('is taken up again when its server died over it', async () => {
    const { run } = await server.send(
      'administrator',
      'POST',
      '/api/sheets/people/runs',
      await workbook([head, ['王芳', community, null]]),
    );
    await server.db.asOwner((owner) =>
      owner.query("update sheet_run set lease_until = now() - interval '1 second', tries = 1"),
    );
    await server.db.asOwner((owner) => owner.query("delete from pgboss.job where name = 'sheets'"));
    await server.work.tidy();
    await server.deps.jobs.drain();
    expect(await server.look(run.id)).toMatchObject({ state: 'checked', counts: { added: 1 } });
  });

  it('is forgotten after a day, with its files', async () => {
    const run = await server.check('people', await workbook([head, ['王芳', community, null]]));
    await server.deps.clock.set(Date.parse('2026-11-21T09:00:01+08:00'), false);
    await server.work.tidy();
    expect(await server.look(run.id)).toMatchObject({ code: 'sheet.run.notFound' });
    await server.deps.clock.set(Date.parse('2026-11-20T09:00:00+08:00'), false);
  });
});

describe('rights', () => {
  it('another person does not see an import, whoever manages the county does, and only its sender has it written', async () => {
    const run = await server.check('people', await workbook([head, ['王芳', community, null]]), 'streetAdministrator');
    expect(run.counts.added).toBe(1);
    for (const path of ['', '/marked']) {
      expect(await server.send('otherAdministrator', 'GET', `/api/sheet-runs/${run.id}${path}`)).toMatchObject({
        status: 404,
      });
    }
    expect(await server.send('assessor', 'GET', `/api/sheet-runs/${run.id}`)).toMatchObject({ status: 404 });
    expect(await server.send('administrator', 'GET', `/api/sheet-runs/${run.id}`)).toMatchObject({ status: 200 });
    expect(await server.apply(run.id, 'all', 'administrator')).toMatchObject({ code: 'sheet.forbidden' });
  });

  it('rows outside one’s areas are faults', async () => {
    const run = await server.check(
      'people',
      await workbook([head, ['王芳', community, null], ['李伟', otherStreet, null]]),
      'streetAdministrator',
    );
    expect(run.faults).toMatchObject([{ cell: 'B3', code: 'sheet.fault.areaForbidden' }]);
  });

  it('nobody without the right sends or takes a sheet', async () => {
    const file = await workbook([head, ['王芳', community, null]]);
    expect(await server.send('clerk', 'POST', '/api/sheets/people/runs', file)).toMatchObject({ status: 403 });
    expect(await server.send('assessor', 'GET', '/api/sheets/people/export')).toMatchObject({ status: 403 });
    expect(await server.send('nobody', 'GET', '/api/sheets')).toMatchObject({ status: 401 });
    expect(await server.send('administrator', 'GET', '/api/sheets/nothing/export')).toMatchObject({ status: 404 });
  });
});
