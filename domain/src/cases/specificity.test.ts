import { describe, expect, it } from 'vitest';
import { chinaCalendar } from './clock/index.ts';
import { type Conditions, type Matter, mostSpecific, type TimeWindow } from './specificity.ts';
import { at, community, county, grid, street } from './testing/town.ts';

type Row = Conditions & { readonly id: string };
const matter: Matter = { category: '010203', area: grid, level: 'community', kind: 'ordinary', urgency: 'ordinary' };
const friday = at('11-20T10:00');

const pick = (rows: readonly Row[], now = friday, more: Partial<Matter> = {}): string | undefined =>
  mostSpecific(chinaCalendar, rows, { ...matter, ...more }, now)?.id;

const office: TimeWindow = { days: 'workdays', from: 480, to: 1080 };

describe('the most specific row', () => {
  it.each<[string, Row, Row]>([
    [
      'deeper category before everything',
      { id: 'a', category: '0102' },
      { id: 'b', category: '01', area: grid, window: office, from: friday },
    ],
    [
      'then the deeper area',
      { id: 'a', category: '01', area: community },
      { id: 'b', category: '01', area: street, window: office },
    ],
    [
      'then the one with a time window',
      { id: 'a', area: county, window: office },
      { id: 'b', area: county, urgency: 'ordinary', from: friday },
    ],
    ['then the one that asks more', { id: 'a', urgency: 'ordinary' }, { id: 'b', from: friday }],
    ['then the newest version', { id: 'a', from: friday }, { id: 'b', from: friday - 1 }],
    ['any version before none', { id: 'a', from: friday - 1 }, { id: 'b' }],
  ])('%s', (_rule, better, worse) => {
    expect([pick([better, worse]), pick([worse, better])]).toEqual(['a', 'a']);
  });

  it('of two alike the later in the list, so that a county overrides by adding', () => {
    expect(pick([{ id: 'shipped' }, { id: 'ours' }])).toBe('ours');
  });

  it.each<[string, Row]>([
    ['another category', { id: 'a', category: '02' }],
    ['a category below the matter', { id: 'a', category: '01020304' }],
    ['another area', { id: 'a', area: '450803' }],
    ['a part of its area', { id: 'a', area: `${grid}001` }],
    ['not yet in force', { id: 'a', from: friday + 1 }],
    ['another urgency', { id: 'a', urgency: 'urgent' }],
    ['another kind', { id: 'a', kind: 'complex' }],
    ['another level', { id: 'a', level: 'county' }],
    ['a summons, and there is none', { id: 'a', summonsKind: 'joint' }],
  ])('is none for %s', (_why, row) => {
    expect(pick([row])).toBeUndefined();
  });
});

describe('time windows', () => {
  const night: TimeWindow = { days: 'workdays', from: 1080, to: 480 };
  const off: TimeWindow = { days: 'offDays', from: 0, to: 1440 };
  const rows: readonly Row[] = [
    { id: 'office', window: office },
    { id: 'night', window: night },
    { id: 'off', window: off },
  ];

  it.each([
    ['11-20T07:59', 'night'],
    ['11-20T08:00', 'office'],
    ['11-20T17:59', 'office'],
    ['11-20T18:00', 'night'],
    ['11-20T23:59', 'night'],
    ['11-21T00:00', 'off'],
    ['11-22T23:59', 'off'],
    ['11-23T00:00', 'night'],
    // 国庆 off on a Thursday; 2026-10-10 is a Saturday that is worked.
    ['10-01T10:00', 'off'],
    ['10-10T10:00', 'office'],
  ])('%s is %s: every minute in exactly one', (local, id) => {
    expect(pick(rows, at(local))).toBe(id);
    expect(rows.filter((row) => pick([row], at(local)) !== undefined)).toHaveLength(1);
  });

  it('all days', () => {
    const noon: Row = { id: 'noon', window: { days: 'all', from: 720, to: 840 } };
    expect([pick([noon], at('11-21T13:00')), pick([noon], at('11-21T14:00'))]).toEqual(['noon', undefined]);
  });
});
