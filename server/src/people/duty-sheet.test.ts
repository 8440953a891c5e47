import { describe, expect, it } from 'vitest';
import { community, openSheets, otherStreet } from '../sheets/testing.ts';

const csv = (...lines: string[]) => Buffer.from(lines.join('\n'));
const head = '姓名,区域代码,组织,自,至';

describe('the roster as a sheet', () => {
  it('comes in, changes its ends, doubles nothing and names what is wrong', async () => {
    const server = await openSheets();
    try {
      const bring = async (kind: string, ...lines: string[]) => {
        const run = await server.check(kind, csv(...lines), 'administrator', 'sheet.csv');
        expect(run.faults).toEqual([]);
        return server.apply(run.id);
      };
      await bring('people', '姓名,所属区域代码', `覃小明,${community}`, `韦大力,${community}`);
      const night = `覃小明,${community},,2026-11-20 18:00,2026-11-21 08:00`;
      expect((await bring('duty', head, night)).counts).toMatchObject({ added: 1 });
      expect((await server.check('duty', csv(head, night))).counts).toMatchObject({ added: 0, unchanged: 1 });
      const longer = `覃小明,${community},,2026-11-20 18:00,2026-11-21 09:00`;
      expect((await bring('duty', head, longer)).counts).toMatchObject({ added: 0, changed: 1 });
      const wrong = await server.check(
        'duty',
        csv(
          head,
          `没有此人,${community},,2026-11-20 18:00,2026-11-21 08:00`,
          `韦大力,,,2026-11-20 18:00,2026-11-21 08:00`,
          `韦大力,${community},,2026-11-20 18:00,2026-11-20 08:00`,
          `韦大力,,没有这个组织,2026-11-20 18:00,2026-11-21 08:00`,
        ),
        'administrator',
        'sheet.csv',
      );
      expect(wrong.faults.map(({ cell, code }) => `${cell} ${code}`)).toEqual([
        'A2 problem.person.unknown',
        'B3 people.fault.oneDesk',
        'E4 problem.duty.endsBeforeItBegins',
        'C5 sheet.fault.orgUnknown',
      ]);
      const elsewhere = `韦大力,${otherStreet},,2026-11-20 18:00,2026-11-21 08:00`;
      const foreign = await server.check('duty', csv(head, elsewhere), 'streetAdministrator', 'sheet.csv');
      expect(foreign.faults.map(({ code }) => code)).toContain('sheet.fault.areaForbidden');
    } finally {
      await server.close();
    }
  });
});
