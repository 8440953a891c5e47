import { describe, expect, it } from 'vitest';
import { bodyWith, columnsShown, tableOf } from './table.ts';

const clockRules = {
  rows: [
    { id: 'accept.ordinary', stage: 'accept', urgency: 'ordinary', amount: { kind: 'working', amount: 120 } },
    { id: 'judge', stage: 'judge', amount: { kind: 'workingDays', amount: 1 } },
  ],
};
const categories = {
  categories: [
    { code: '01', name: { zh: '市容', en: 'City' } },
    { code: '0101', name: { zh: '垃圾' }, retired: true },
  ],
  everyday: [{ code: '01', name: { zh: '垃圾' }, words: ['脏'] }],
};
const dutyList = { rows: [{ id: 'a', lead: { kind: 'org', org: 'x' }, supporting: [{ kind: 'grid', area: '45' }] }] };

describe('rules as a table', () => {
  it.each([clockRules, categories, dutyList])('comes back as it went in (%#)', (body) => {
    const table = tableOf(body);
    expect(table).toBeDefined();
    if (table !== undefined) expect(bodyWith(body, table)).toEqual(body);
  });

  it('keeps codes text and numbers numbers', () => {
    const table = tableOf(clockRules);
    expect(table?.columns.find(({ name }) => name === 'amount.amount')?.type).toBe('number');
    expect(tableOf(categories)?.columns.find(({ name }) => name === 'code')?.type).toBe('text');
  });

  it('leaves a blank cell out, and hands what cannot be read to the check', () => {
    const table = tableOf(clockRules);
    if (table === undefined) throw new Error('no table');
    const [first = {}] = table.rows;
    const changed = bodyWith(clockRules, { ...table, rows: [{ ...first, urgency: ' ', 'amount.amount': 'many' }] });
    expect(changed['rows']).toEqual([
      { id: 'accept.ordinary', stage: 'accept', amount: { kind: 'working', amount: 'many' } },
    ]);
  });

  it('puts an id last where another column says what the row is for', () => {
    const names = (kind: 'dutyList' | 'clockRules', body: typeof clockRules | typeof dutyList) => {
      const table = tableOf(body);
      return table === undefined ? [] : columnsShown(kind, table).map(({ name }) => name);
    };
    expect(names('dutyList', dutyList).at(-1)).toBe('id');
    expect(names('clockRules', clockRules)[0]).toBe('id');
  });

  it('makes no table of bodies that are no list', () => {
    expect(tableOf({ sampleRate: 0.2 })).toBeUndefined();
    expect(tableOf({ categories: ['01', '02'] })).toBeUndefined();
  });
});
