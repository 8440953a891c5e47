import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Nouns, openNouns } from '../../open-nouns.ts';
import { openTestDatabase } from '../../database/testing.ts';
import { type Base } from '../../open-deps.ts';
import { openOnce, testDeps } from '../../testing.ts';
import { importCases, importMapping, type Row } from './index.ts';

const mapping = importMapping.parse({
  source: 'Elsewhere',
  zone: 'America/New_York',
  county: { code: '990101', name: 'Elsewhere', street: { code: '990101001', name: 'City' } },
  columns: {
    number: 'no',
    category: 'type',
    status: 'status',
    createdAt: 'created',
    dueAt: 'due',
    closedAt: 'closed',
    area: 'area',
    org: 'agency',
    address: 'address',
    latitude: 'lat',
    longitude: 'lon',
  },
  categoryGroup: '-',
  noPlace: [[-77, 39]],
  states: {
    Open: { state: 'handling' },
    New: { state: 'reported' },
    Closed: { state: 'closed' },
    Duplicate: { state: 'merged', reason: 'Duplicate' },
    Transferred: { state: 'rejected', reason: 'Transferred' },
  },
});

const row = (no: string, more: Row = {}): Row => ({
  no,
  type: 'SW-Dirty Alley',
  status: 'Open',
  created: '04/16/2018 05:30:13 AM',
  due: '04/23/2018 05:30:13 AM',
  closed: '',
  area: 'Hollins Market',
  agency: 'Solid Waste',
  address: '12 S STOCKTON ST',
  lat: '39.2879',
  lon: '-76.6361',
  ...more,
});
const closed = { status: 'Closed', closed: '04/20/2018 06:25:33 AM' };

const db = openOnce(openTestDatabase);
let base: Base;
let nouns: Nouns;
beforeEach(async () => {
  await db.clear();
  const deps = await testDeps(db);
  base = { ...deps, close: () => Promise.all([deps.live.stop(), deps.clock.stop()]).then(() => undefined) };
  nouns = await openNouns(base);
});
afterEach(async () => {
  await base.close();
  await nouns.close();
});

const bring = (rows: readonly Row[]) =>
  importCases({ ...nouns.cases, areaDeps: { ...base, ...nouns.areas }, changed: nouns.access.changed }, mapping, rows);

const cases = () =>
  db.transaction({ county: '990101', system: true }, (trx) =>
    trx
      .selectFrom('case_file')
      .select(['source_number', 'state', 'category', 'area', 'due_at', 'longitude', 'reported_at', 'closed_at', 'lead'])
      .where('county', '=', '990101')
      .orderBy('source_number')
      .execute(),
  );
const count = (table: 'case_event' | 'case_word' | 'live_event' | 'outbox') =>
  db.transaction({ county: '990101', system: true }, async (trx) => {
    const found = await trx.selectFrom(table).select('county').where('county', '=', '990101').execute();
    return found.length;
  });

describe('a list brought in', () => {
  test('becomes cases with their own times, in areas and categories of its names', async () => {
    const result = await bring([
      row('1'),
      row('2', closed),
      row('3', { status: 'Duplicate', lat: '39', lon: '-77' }),
      row('4', { status: 'Transferred', area: '' }),
      row('5', { status: 'New', type: 'TRT-Lamp', area: 'Dorchester', due: '' }),
    ]);
    expect(result).toEqual({ rows: 5, added: 5, known: 0, faulty: [], areas: 2, withoutPlace: 1 });
    const found = await cases();
    expect(found.map((one) => [one.source_number, one.state, one.category, one.area])).toEqual([
      ['1', 'handling', '0101', '990101001002'],
      ['2', 'closed', '0101', '990101001002'],
      ['3', 'merged', '0101', '990101001002'],
      ['4', 'rejected', '0101', '990101001'],
      ['5', 'reported', '0201', '990101001001'],
    ]);
    expect(found[0]).toMatchObject({
      reported_at: '2018-04-16T09:30:13.000Z',
      due_at: '2018-04-23T09:30:13.000Z',
      longitude: -76.6361,
      lead: expect.stringMatching(/^org:/),
    });
    expect(found[1]).toMatchObject({ closed_at: '2018-04-20T10:25:33.000Z', due_at: null });
    expect(found[2]?.longitude).toBeNull();
    // It is found by its words, and it is nobody's news.
    expect(await count('case_word')).toBeGreaterThan(5);
    expect([await count('live_event'), await count('outbox')]).toEqual([0, 0]);
  });

  test('adds nothing the second time, and the new rows the third', async () => {
    await bring([row('1'), row('2', closed)]);
    const before = [await cases(), await count('case_event')];
    expect(await bring([row('1'), row('2', closed)])).toMatchObject({ added: 0, known: 2 });
    expect([await cases(), await count('case_event')]).toEqual(before);
    expect(await bring([row('3'), row('1')])).toMatchObject({ added: 1, known: 1 });
    expect((await cases()).map((one) => one.source_number)).toEqual(['1', '2', '3']);
  });

  test('leaves out what it cannot read and says where and why; the rest is taken', async () => {
    const { added, faulty } = await bring([
      row(''),
      row('1'),
      row('1'),
      row('2', { type: '' }),
      row('3', { status: 'Lost' }),
      row('4', { created: 'yesterday' }),
      row('5', { due: '13/45/2018' }),
      row('6', { status: 'Closed', closed: '' }),
      row('7', { status: 'Closed', closed: '04/15/2018 05:30:13 AM' }),
      row('8', { address: 'a\u0000b' }),
      row('9', { closed: '99/99/9999' }),
    ]);
    expect(added).toBe(1);
    expect(faulty.map(({ line, fault }) => [line, fault])).toEqual([
      [2, 'numberMissing'],
      [4, 'numberTwice'],
      [5, 'categoryMissing'],
      [6, 'statusUnknown'],
      [7, 'createdUnreadable'],
      [8, 'dueUnreadable'],
      [9, 'closedMissing'],
      [10, 'closedBeforeCreated'],
      [11, 'textMalformed'],
      [12, 'closedUnreadable'],
    ]);
  });
});
