import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  changedColumns,
  type Column,
  columnIndex,
  columnLetters,
  findHeadings,
  guardText,
  indexChoices,
  type RawCell,
  readCell,
  type Reading,
  readRow,
  saidBy,
  tidy,
  unguardText,
  type Value,
  writeCell,
} from './index.ts';

const choices = indexChoices([
  { code: 'branch', name: '党支部' },
  { code: 'team', name: '志愿队' },
  { code: 'a', name: '同名' },
  { code: 'b', name: '同名' },
]);
const reading: Reading = { offsetMinutes: 480, choices };
const column = (type: Column['type'], more: Partial<Column> = {}): Column => ({ key: type, type, ...more });
const value = (type: Column['type'], raw: RawCell, more: Partial<Column> = {}) => {
  const read = readCell(column(type, more), raw, reading);
  return 'value' in read ? read.value : read.code;
};

describe('a cell', () => {
  test.each<[Column['type'], RawCell, Value]>([
    ['text', '\u3000 王芳 \u00A0\u200B', '王芳'],
    ['text', '荷城\r\n社区', '荷城 社区'],
    ['text', 12, '12'],
    ['text', { serial: 46_348 }, '2026-11-22'],
    ['text', '   ', null],
    ['code', '４５０８０２００１', '450802001'],
    ['code', 450_802_001_013, '450802001013'],
    ['integer', '１，２３４', 1234],
    ['integer', '1,234', 1234],
    ['integer', ' 12.0 ', 12],
    ['number', '-3.5', -3.5],
    ['date', '2026-11-22', '2026-11-22'],
    ['date', '2026/1/5', '2026-01-05'],
    ['date', '2026.11.22', '2026-11-22'],
    ['date', '２０２６年１１月２日', '2026-11-02'],
    ['date', '20261122', '2026-11-22'],
    ['date', 20_261_122, '2026-11-22'],
    ['date', 46_348, '2026-11-22'],
    ['date', { serial: 1 }, '1900-01-01'],
    ['date', { serial: 59 }, '1900-02-28'],
    ['date', { serial: 61 }, '1900-03-01'],
    ['instant', '2026-11-22 08:30', '2026-11-22T00:30:00.000Z'],
    ['instant', '2026年11月22日 8时30分', '2026-11-22T00:30:00.000Z'],
    ['instant', '2026-11-22', '2026-11-21T16:00:00.000Z'],
    ['instant', '2026-11-22T08:30:00+08:00', '2026-11-22T00:30:00.000Z'],
    ['instant', { serial: 46_348.5 }, '2026-11-22T04:00:00.000Z'],
    ['choice', '党 支部', 'branch'],
    ['choice', 'TEAM', 'team'],
    ['phone', '１３８ 0013-8000', '+8613800138000'],
    ['phone', 13_800_138_000, '+8613800138000'],
    ['phone', '138****8000', '138****8000'],
  ])('of %s: %j is %j', (type, raw, expected) => {
    expect(value(type, raw)).toEqual(expected);
  });

  test.each<[Column['type'], RawCell, string]>([
    ['text', '\uD800', 'malformed'],
    ['text', 'x'.repeat(201), 'tooLong'],
    ['text', { error: 'formula', text: '' }, 'formula'],
    ['text', { error: 'value', text: '#N/A' }, 'errorValue'],
    ['code', 4.508_02e17, 'lostDigits'],
    ['code', '四五', 'notCode'],
    ['integer', '12.5', 'notInteger'],
    ['integer', 12.5, 'notInteger'],
    ['integer', '十二', 'notInteger'],
    ['integer', true, 'notInteger'],
    ['integer', { serial: 12 }, 'notInteger'],
    ['number', '1e999', 'notNumber'],
    ['date', '2026-02-29', 'notDate'],
    ['date', '2026-13-01', 'notDate'],
    ['date', '2026-11-22 08:00', 'notDate'],
    ['date', { serial: 60 }, 'notDate'],
    ['date', '明天', 'notDate'],
    ['instant', '2026-11-22 25:00', 'notTime'],
    ['choice', '没有', 'notChoice'],
    ['choice', '同名', 'twoChoices'],
    ['phone', '12', 'notPhone'],
  ])('of %s: %j is refused as %s', (type, raw, code) => {
    expect(value(type, raw)).toBe(`sheet.fault.${code}`);
  });

  it('keeps to its bounds, and must be there where it is required', () => {
    expect(value('integer', 3, { least: 4 })).toBe('sheet.fault.tooSmall');
    expect(value('integer', 3, { most: 2 })).toBe('sheet.fault.tooLarge');
    expect(value('text', '\u3000', { required: true })).toBe('sheet.fault.required');
  });
});

const day = fc
  .integer({ min: Date.UTC(1900, 2, 1) / 86_400_000, max: Date.UTC(2199, 11, 31) / 86_400_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const text = fc
  .string({ unit: 'grapheme', maxLength: 100 })
  .filter((one) => one.isWellFormed() && !one.includes('\u0000') && tidy(one) === one && one !== '');
const good: Readonly<Record<Column['type'], fc.Arbitrary<Value>>> = {
  text,
  code: fc.stringMatching(/^[0-9A-Za-z._-]{1,30}$/),
  integer: fc.maxSafeInteger(),
  number: fc
    .double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })
    .map((n) => Math.round(n * 100) / 100 || 0),
  date: day,
  instant: fc
    .integer({ min: Date.UTC(1971, 0), max: Date.UTC(2190, 0) })
    .map((at) => new Date(Math.floor(at / 1_000) * 1_000).toISOString()),
  choice: fc.constantFrom('branch', 'team', 'a', 'b'),
  phone: fc.stringMatching(/^1[3-9]\d{9}$/).map((digits) => `${digits.slice(0, 3)}****${digits.slice(-4)}`),
};
const types = Object.keys(good) as Column['type'][];
const columns: readonly Column[] = types.map((type) => column(type));
const row = fc.record(good);
const at = new Map(types.map((type, i) => [type as string, i]));

/** What cannot be read in a column of the type. */
const bad: Readonly<Record<Column['type'], fc.Arbitrary<RawCell>>> = {
  text: fc.constantFrom<RawCell>('\uDC00', 'x'.repeat(500), { error: 'value', text: '#REF!' }),
  code: fc.constantFrom<RawCell>('四', 'a b/c', 1e17),
  integer: fc.constantFrom<RawCell>('1.5', 'x', true, { error: 'formula', text: '' }),
  number: fc.constantFrom<RawCell>('x', false, '1.2.3'),
  date: fc.constantFrom<RawCell>('2026-02-30', 'x', 0.5, '2026-1'),
  instant: fc.constantFrom<RawCell>('2026-01-01 24:01', 'x', -1),
  choice: fc.constantFrom<RawCell>('x', '同名'),
  phone: fc.constantFrom<RawCell>('x', '123456', '138****'),
};

describe('rows', () => {
  it('written and read again are the same, and nothing has changed', () => {
    fc.assert(
      fc.property(row, (values) => {
        const cells = columns.map((one) => writeCell(one, values[one.type], reading));
        const read = readRow(columns, at, cells, () => reading);
        expect(read.faults).toEqual([]);
        expect(changedColumns(columns, saidBy(columns, read.values), values)).toEqual([]);
      }),
    );
  });

  it('say by name every cell that is wrong, and no other', () => {
    const spoiled = fc.subarray(types).chain((wrong) =>
      fc.record({
        values: row,
        wrong: fc.constant(wrong),
        raw: fc.tuple(...wrong.map((type) => bad[type])),
      }),
    );
    fc.assert(
      fc.property(spoiled, ({ values, wrong, raw }) => {
        const cells: RawCell[] = columns.map((one) => writeCell(one, values[one.type], reading));
        for (const [i, type] of wrong.entries()) cells[at.get(type) ?? 0] = raw[i] ?? null;
        const { faults } = readRow(columns, at, cells, () => reading);
        expect(new Set(faults.map((fault) => fault.column))).toEqual(new Set(wrong));
      }),
    );
  });

  it('leave alone what they do not say', () => {
    const was = { text: 'a', phone: '+8613800138000', code: 'c' };
    const kept: readonly Column[] = [
      column('text'),
      column('phone', { blank: 'keeps' }),
      column('code', { shown: true }),
    ];
    expect(changedColumns(kept, { text: 'a', phone: '138****8000', code: 'other' }, was)).toEqual([]);
    expect(changedColumns(kept, { phone: null }, was)).toEqual([]);
    expect(changedColumns(kept, { text: null }, was)).toEqual(['text']);
    expect(saidBy(kept, { text: null, phone: null, code: 'other' })).toEqual({ text: null });
  });
});

describe('texts in CSV', () => {
  it('come back as they were, and none begins a formula', () => {
    const risky = fc.tuple(
      fc.constantFrom('', "'", "''", ' ', '\t'),
      fc.constantFrom('=', '+', '-', '@', '＝', 'x'),
      fc.string(),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          risky.map((parts) => parts.join('')),
        ),
        (original) => {
          const safe = guardText(original);
          expect(unguardText(safe)).toBe(original);
          expect(/^\s*[=+@＝＋－＠]/.test(safe) && safe === original && !/^-?\d/.test(safe)).toBe(false);
        },
      ),
    );
    expect(guardText('-5')).toBe('-5');
    expect(guardText('-5+1')).toBe("'-5+1");
  });
});

describe('headings', () => {
  const known = [
    { key: 'name', names: ['姓名', 'Name of person'], required: true },
    { key: 'phone', names: ['电话', 'Phone'] },
  ];
  it('are found under a title, in either language, with their marks and spaces', () => {
    const rows = [
      { line: 1, cells: ['荷城社区人员名单', null] },
      { line: 3, cells: ['序号', '姓 名 *', 'PHONE（必填）', null] },
      { line: 4, cells: [1, '姓名', '138'] },
    ];
    expect(findHeadings(rows, known)).toEqual({
      line: 3,
      width: 4,
      at: new Map([
        ['name', 1],
        ['phone', 2],
      ]),
      unknown: ['序号'],
      twice: [],
      missing: [],
    });
  });
  it('say what is missing and what stands there twice', () => {
    expect(findHeadings([{ line: 1, cells: ['电话', '电话'] }], known)).toMatchObject({
      missing: ['name'],
      twice: ['phone'],
    });
    expect(findHeadings([{ line: 1, cells: ['甲', 3] }], known)).toBeUndefined();
  });
});

it('counts columns as spreadsheets do', () => {
  expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  fc.assert(fc.property(fc.nat(16_383), (index) => columnIndex(`${columnLetters(index)}7`) === index));
});
