import { describe, expect, it } from 'vitest';
import { readCalendarSheet } from './index.ts';

describe('a sheet of holidays', () => {
  it('gives the years it names, in order', () => {
    const sheet =
      '\uFEFF日期,名称,休或班\r\n2027-01-03,元旦,班\r\n2027/1/1,元旦,休\r\n2027年10月1日,国庆节,放假\r\n\r\n';
    expect(readCalendarSheet(sheet)).toEqual({
      years: { 2027: { holidays: ['2027-01-01', '2027-10-01'], makeUpWorkdays: ['2027-01-03'] } },
      faults: [],
    });
  });

  it('takes tabs, English words and no heading', () => {
    expect(readCalendarSheet('2027-01-01\tNew Year\toff\n2028-01-02\t\twork')).toMatchObject({
      years: { 2027: { holidays: ['2027-01-01'] }, 2028: { makeUpWorkdays: ['2028-01-02'] } },
      faults: [],
    });
  });

  it('names each wrong line', () => {
    const sheet = 'date,name,what\n2027-02-30,x,off\n2027-01-01,x,free\n2027-01-02,x,off\n2027-01-02,x,work';
    expect(readCalendarSheet(sheet).faults.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'sheet.2 rules.sheetDate',
      'sheet.3 rules.sheetOffOrWork',
      'sheet.5 rules.doubled',
    ]);
  });

  it('without a line is none', () => {
    expect(readCalendarSheet('date,name,what\n').faults).toEqual([{ path: 'sheet', code: 'rules.empty' }]);
  });
});
