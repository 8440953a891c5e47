import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { openOnce } from '../testing.ts';
import { community, county, openSheets, otherStreet, street } from './testing.ts';

const server = openOnce(openSheets);

const csv = (...lines: string[]) => Buffer.from(lines.join('\n'));

/** Checks lines of CSV and, where they are right, has them written. */
async function bring(kind: string, ...lines: string[]) {
  const run = await server.check(kind, csv(...lines), 'administrator', 'sheet.csv');
  expect(run.faults).toEqual([]);
  return server.apply(run.id);
}

async function faults(kind: string, ...lines: string[]) {
  const run = await server.check(kind, csv(...lines), 'administrator', 'sheet.csv');
  return run.faults.map(({ cell, code }) => `${cell ?? ''} ${code.replace('sheet.fault.', '')}`);
}

describe('areas', () => {
  const head = '区域代码,区域类型,区域名称,户数';

  it('come in whatever their order, and what is written is found at once', async () => {
    const run = await bring(
      'areas',
      head,
      `${community}003001,microgrid,荷塘苑1栋,48`,
      `${community}003,grid,第三网格,"1,300"`,
      `${community},community,荷城社区,3200`,
    );
    expect(run).toMatchObject({ state: 'done', counts: { added: 2, changed: 1 } });
    expect(server.places.find(`${community}003001`)).toMatchObject({ name: '荷塘苑1栋', households: 48 });
    expect(server.places.find(community)?.households).toBe(3200);
  });

  it('refuse what the tree refuses, cell by cell', async () => {
    expect(
      await faults(
        'areas',
        head,
        `${community}009001,microgrid,没有上级,`,
        `${community}004,community,放错地方,`,
        `${community},grid,换了类型,`,
        `45080200,street,位数不对,`,
        `450803001,street,别的县,`,
      ),
    ).toEqual(['A2 areaParent', 'B3 areaKind', 'B4 areaKindFixed', 'A5 areaCode', 'A6 areaForbidden']);
  });

  it('leave what was right under a wrong parent out of the good rows', async () => {
    const run = await server.check(
      'areas',
      csv(head, `${community}005,grid,,`, `${community}005001,microgrid,一栋,`, `${community}006,grid,第六网格,`),
    );
    expect(run.counts).toMatchObject({ wrong: 1, added: 2 });
    expect(await server.apply(run.id, 'good')).toMatchObject({ state: 'done', counts: { wrong: 2 } });
    expect(server.places.find(`${community}005001`)).toBeUndefined();
    expect(server.places.find(`${community}006`)?.name).toBe('第六网格');
  });
});

describe('zones', () => {
  const head = '片区用途,片区名称,包含的区域代码';

  it('come in with their areas, go out again the same, and lose what a later sheet leaves out', async () => {
    const own = [`${community}007`, `${community}008`];
    await bring('areas', '区域代码,区域类型,区域名称', ...own.map((code, n) => `${code},grid,片区网格${n}`));
    const line = `police-urban,城区一区,${own.join('；')}`;
    expect(await bring('zones', head, line)).toMatchObject({ counts: { added: 1, changed: 0 } });
    expect(await bring('zones', head, line)).toMatchObject({ counts: { added: 0, changed: 0, unchanged: 1 } });
    expect(await bring('zones', head, `police-urban,城区一区,${own[1]}`)).toMatchObject({ counts: { changed: 1 } });
    const rows = await server.db.transaction({ county, system: true }, (trx) =>
      trx.selectFrom('zone_area').select('area').execute(),
    );
    expect(rows).toEqual([{ area: own[1] }]);
  });

  it('refuse a purpose that is no code, areas that are not there and those of others', async () => {
    expect(
      await faults('zones', head, `POLICE,一区,${community}`, `police,二区,${community}999`, 'police,三区,450803001'),
    ).toEqual(['A2 zonePurpose', 'C3 areaUnknown', 'C4 areaUnknown']);
  });
});

describe('organisations', () => {
  const head = '组织代码,组织名称,组织类别,服务区域代码,上级组织代码,值班电话';

  it('come in with their parents from the same file, below them or above', async () => {
    await bring(
      'organisations',
      head,
      `ZB-01,荷城第一支部,党支部,${community},DW-01,`,
      `DW-01,荷城党委,党委（工委）,${community},GW-01,110`,
      `GW-01,贵城工委,党委（工委）,${street},,`,
      `,城管局,职能部门,${county},,`,
    );
    expect(await faults('organisations', head, `ZB-01,荷城第一支部,党支部,${community},荷城党委,`)).toEqual([]);
  });

  it('are no circle, not even one that only the file as a whole makes', async () => {
    expect(
      await faults(
        'organisations',
        head,
        `GW-01,贵城工委,党委（工委）,${street},ZB-01,`,
        `ZB-02,第二支部,党支部,${community},ZB-03,`,
        `ZB-03,第三支部,党支部,${community},ZB-02,`,
        `ZB-04,第四支部,党支部,${community},没有的,`,
      ),
    ).toEqual(['E2 orgCircle', 'E3 orgCircle', 'E4 orgCircle', 'E5 orgUnknown']);
  });
});

describe('posts', () => {
  const head = '姓名,电话后四位,岗位角色,区域代码,组织名称,任职时间,离任时间,专兼职';

  it('are given to people by name, told apart by their numbers, and only their end changes', async () => {
    await bring(
      'people',
      '姓名,所属区域代码,电话',
      `王芳,${community},13800138001`,
      `王芳,${community},13800138002`,
      `李伟,${otherStreet},`,
    );
    const lines = [`王芳,8002,专职网格员,${community}001,,2026-11-01 08:00,,专职`, `李伟,,部门经办人,,城管局,,,兼职`];
    expect(await bring('posts', head, ...lines)).toMatchObject({ counts: { added: 2 } });
    expect(await server.check('posts', csv(head, ...lines))).toMatchObject({ counts: { unchanged: 2, added: 0 } });
    const ending = `王芳,8002,专职网格员,${community}001,,,2026-12-31,`;
    expect(await bring('posts', head, ending)).toMatchObject({ counts: { changed: 1 } });
    expect(
      await faults(
        'posts',
        head,
        `王芳,,专职网格员,${community}001,,,,`,
        `无此人,,专职网格员,${community}001,,,,`,
        `李伟,,专职网格员,,,,,`,
        `王芳,8001,皇帝,${community},,,,`,
        `王芳,8002,专职网格员,${community}001,,,2026-11-01,`,
        `李伟,,部门经办人,,城管局,,,专职`,
      ),
    ).toEqual([
      'A2 personSeveral',
      'A3 personUnknown',
      'D4 postNowhere',
      'C5 notChoice',
      'G6 postEnds',
      'H7 postFixed',
    ]);
  });
});

describe('every kind', () => {
  it.each(['areas', 'organisations', 'people', 'posts'])('of %s goes out and comes back unchanged', async (kind) => {
    for (const format of ['xlsx', 'csv']) {
      const file = await server.download(`/api/sheets/${kind}/export?format=${format}`);
      const run = await server.check(kind, file, 'administrator', `sheet.${format}`);
      expect(run).toMatchObject({ state: 'checked', faults: [], counts: { wrong: 0, added: 0, changed: 0 } });
      expect(run.counts.unchanged).toBeGreaterThan(1);
    }
  });

  it('keeps to an area where one is named, and to what the asker may read', async () => {
    const all = (await server.download('/api/sheets/areas/export?format=csv')).toString();
    const some = (await server.download(`/api/sheets/areas/export?format=csv&under=${otherStreet}`)).toString();
    expect(all).toContain(community);
    expect(some.trim().split('\n')).toHaveLength(2);
    const theirs = (await server.download('/api/sheets/people/export?format=csv', 'clerk')).toString();
    expect(theirs).toContain('王芳');
    expect(theirs).not.toContain('李伟');
    expect(theirs).not.toContain('13800138001');
  });

  it('has a template with its drop-downs, in both languages', async () => {
    const answer = await server.send('administrator', 'GET', '/api/sheets/organisations/template', undefined, {
      'accept-language': 'en',
    });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(answer.bytes as unknown as ArrayBuffer);
    const [rows, notes, lists] = book.worksheets;
    expect(rows?.getCell('B1').text).toBe('Organisation *');
    expect(rows?.getCell('C20001').dataValidation).toMatchObject({ type: 'list', formulae: ['lists!$A$1:$A$19'] });
    expect(notes?.getCell('B3').text).toContain('Letters, digits');
    expect(lists?.state).toBe('veryHidden');
  });

  it('writes no text that a spreadsheet would run', async () => {
    await bring('people', '姓名,所属区域代码', `"=HYPERLINK(""x"")",${street}`);
    const text = (await server.download('/api/sheets/people/export?format=csv')).toString();
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await server.download('/api/sheets/people/export')) as unknown as ArrayBuffer);
    const cells = book.worksheets[0]?.getColumn(1).values ?? [];
    expect(cells).toContain('=HYPERLINK("x")');
    expect(cells.every((cell) => typeof cell !== 'object')).toBe(true);
  });
});
