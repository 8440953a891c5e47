import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultRoles } from '../access/index.ts';
import {
  chinaCalendar,
  type ClockRule,
  defaultClockRules,
  defaultLightRules,
  defaultRates,
  type DutyRow,
} from '../cases/index.ts';
import { defaultAreaKinds, defaultCodeScheme } from '../places/index.ts';
import {
  defaultSummonsKinds,
  faultsOfAreaKinds,
  faultsOfCategories,
  faultsOfClockRules,
  faultsOfDutyList,
  faultsOfLightRules,
  faultsOfNewCalendar,
  faultsOfRates,
  faultsOfRoles,
  faultsOfSummonsKinds,
  faultsOfTaskGate,
  inForce,
  type Known,
  type RuleFault,
} from './index.ts';

const county = '450802';
const community = '450802001013';
const bureau = { kind: 'org', org: 'bureau' } as const;
const known: Known = {
  categories: new Map([
    ['01', { code: '01', name: { zh: '城乡建设' } }],
    ['0102', { code: '0102', name: { zh: '市政' } }],
    ['0103', { code: '0103', name: { zh: '旧类' }, retired: true }],
  ]),
  areas: new Map([
    [county, { kind: 'county', retired: false }],
    [community, { kind: 'community', retired: false }],
    [`${community}007`, { kind: 'grid', retired: false }],
    [`${community}008`, { kind: 'grid', retired: true }],
  ]),
  organisations: new Map([
    ['bureau', { retired: false }],
    ['gone', { retired: true }],
  ]),
  deskKinds: new Set(['county', 'street', 'community']),
  summonsKinds: new Set(defaultSummonsKinds.map(({ id }) => id)),
};
const said = (faults: readonly RuleFault[]): string[] => faults.map(({ path, code }) => `${path} ${code}`);

describe('the version in force', () => {
  const versions = [
    { version: 1, validFrom: 100 },
    { version: 2, validFrom: 300 },
    { version: 3, validFrom: 200 },
    { version: 4, validFrom: 300 },
  ];
  it.each([
    [0, 1],
    [100, 1],
    [199, 1],
    [200, 3],
    [299, 3],
    [300, 4],
    [9999, 4],
  ])('at %d is %d', (at, expected) => {
    expect(inForce(versions, at)?.version).toBe(expected);
    expect(inForce(versions.toReversed(), at)?.version).toBe(expected);
  });

  it('of none is none', () => {
    expect(inForce([], 5)).toBeUndefined();
  });
});

describe('what a county begins with', () => {
  it('has no faults', () => {
    expect(faultsOfClockRules(defaultClockRules, known, chinaCalendar)).toEqual([]);
    expect(faultsOfLightRules(defaultLightRules)).toEqual([]);
    expect(faultsOfRates(defaultRates)).toEqual([]);
    expect(faultsOfSummonsKinds(defaultSummonsKinds, defaultClockRules)).toEqual([]);
    expect(faultsOfNewCalendar(chinaCalendar, chinaCalendar)).toEqual([]);
    expect(faultsOfAreaKinds({ scheme: defaultCodeScheme, kinds: defaultAreaKinds }, known.areas)).toEqual([]);
    expect(faultsOfRoles(defaultRoles, new Set(['dispatcher']), ['administrator'])).toEqual([]);
  });
});

describe('categories', () => {
  const list = (...codes: string[]) => codes.map((code) => ({ code, name: { zh: code } }));
  it.each<[string, Parameters<typeof faultsOfCategories>, readonly string[]]>([
    ['a whole tree', [{ categories: list('01', '0101'), everyday: [] }], []],
    ['a code twice', [{ categories: list('01', '01'), everyday: [] }], ['categories.1.code rules.doubled']],
    ['no parent', [{ categories: list('01', '0201'), everyday: [] }], ['categories.1.code rules.noParent']],
    [
      'a code taken away',
      [
        { categories: list('01'), everyday: [] },
        { categories: list('01', '0102'), everyday: [] },
      ],
      ['categories rules.categoryGone'],
    ],
    [
      'everyday names',
      [
        {
          categories: [...list('01'), { code: '02', name: { zh: '旧' }, retired: true }],
          everyday: [
            { code: '01', name: { zh: '灯' }, words: [] },
            { code: '01', name: { zh: '灯' }, words: [] },
            { code: '02', name: { zh: '旧' }, words: [] },
            { code: '03', name: { zh: '无' }, words: [] },
          ],
        },
      ],
      [
        'everyday.1.code rules.doubled',
        'everyday.2.code rules.retiredCategory',
        'everyday.3.code rules.unknownCategory',
      ],
    ],
    [
      'all retired',
      [{ categories: [{ code: '01', name: { zh: '旧' }, retired: true }], everyday: [] }],
      ['categories rules.empty'],
    ],
  ])('%s', (_, [list_, before], expected) => {
    expect(said(faultsOfCategories(list_, before))).toEqual(expected);
  });
});

describe('a duty list', () => {
  const row = (more: Partial<DutyRow> = {}): DutyRow => ({ id: 'a', lead: bureau, supporting: [], ...more });
  it.each<[string, readonly DutyRow[], readonly string[]]>([
    ['that names what is there', [row({ category: '0102', area: community })], []],
    ['with a row twice', [row(), row()], ['rows.1.id rules.doubled']],
    ['with an unknown category', [row({ category: '99' })], ['rows.0.category rules.unknownCategory']],
    ['with a retired category', [row({ category: '0103' })], ['rows.0.category rules.retiredCategory']],
    ['with an unknown area', [row({ area: '4509' })], ['rows.0.area rules.unknownArea']],
    ['with a retired area', [row({ area: `${community}008` })], ['rows.0.area rules.retiredArea']],
    ['with an unknown body', [row({ lead: { kind: 'org', org: 'x' } })], ['rows.0.lead rules.unknownOrganisation']],
    [
      'with a body that is gone, and one twice',
      [row({ supporting: [{ kind: 'org', org: 'gone' }, bureau] })],
      ['rows.0.supporting.0 rules.retiredOrganisation', 'rows.0.supporting.1 rules.doubled'],
    ],
    [
      'with a desk where there is none, and a grid that is none',
      [
        row({ lead: { kind: 'desk', area: `${community}007` } }),
        row({ id: 'b', lead: { kind: 'grid', area: community } }),
      ],
      ['rows.0.lead rules.noDeskThere', 'rows.1.lead rules.notAGrid'],
    ],
  ])('%s', (_, rows, expected) => {
    expect(said(faultsOfDutyList(rows, known))).toEqual(expected);
  });
});

describe('clock rules', () => {
  const faults = (rows: readonly ClockRule[]) => faultsOfClockRules(rows, known, chinaCalendar);

  it('may not leave a stage without a clock: each default row but those of kinds is needed', () => {
    const needed = defaultClockRules.filter((rule) => rule.summonsKind === undefined && rule.id !== 'result.complex');
    for (const rule of needed) {
      const codes = faults(defaultClockRules.filter((other) => other !== rule)).map(({ code }) => code);
      expect(codes, rule.id).toEqual(['rules.stageWithoutClock']);
    }
  });

  it('do not count a rule that holds only somewhere, for something, or at some hours', () => {
    for (const only of [
      { category: '0102' },
      { area: community },
      { window: { days: 'workdays', from: 0, to: 1440 } },
      { from: 5 },
    ] as const) {
      const rows = defaultClockRules.map((rule) => (rule.id === 'judge' ? { ...rule, ...only } : rule));
      expect(said(faults(rows))).toEqual(['rows rules.stageWithoutClock']);
    }
  });

  it('name only what is there, in amounts that can be counted', () => {
    const extra: ClockRule = {
      id: 'judge',
      stage: 'handle',
      category: '99',
      area: '4509',
      summonsKind: 'party',
      amount: { kind: 'workingDays', amount: 0 },
    };
    const at = defaultClockRules.length;
    expect(said(faults([...defaultClockRules, extra]))).toEqual([
      `rows.${at}.id rules.doubled`,
      `rows.${at}.category rules.unknownCategory`,
      `rows.${at}.area rules.unknownArea`,
      `rows.${at}.amount rules.amount`,
      `rows.${at}.summonsKind rules.unknownSummonsKind`,
    ]);
  });
});

describe('the other tables', () => {
  it('refuse what leaves a hole', () => {
    const rows = defaultLightRules.rows.filter(({ when }) => when !== 'open');
    expect(said(faultsOfLightRules({ ...defaultLightRules, rows: [...rows, ...rows.slice(0, 1)] }))).toEqual([
      'rows.11.when rules.doubled',
      'rows rules.noLightFor',
    ]);
    expect(said(faultsOfSummonsKinds([{ id: 'joint', name: { zh: '联' } }], defaultClockRules))).toEqual([
      'kinds rules.summonsKindUsed',
    ]);
    expect(said(faultsOfTaskGate({ categories: ['0102', '0102', '99'] }, known))).toEqual([
      'categories.1 rules.doubled',
      'categories.2 rules.unknownCategory',
    ]);
    const { 2026: gone, ...years } = chinaCalendar.years;
    expect(gone).toBeDefined();
    expect(said(faultsOfNewCalendar({ ...chinaCalendar, years, office: [] }, chinaCalendar))).toEqual([
      'office rules.calendar.office',
      'years rules.yearGone',
    ]);
    const [first] = defaultRates;
    expect(said(faultsOfRates([first, { ...first, numerator: [] }]))).toEqual([
      'formulas.1.code rules.doubled',
      'formulas.1 rules.rate.empty',
    ]);
  });

  it('refuse kinds and a scheme that the areas do not fit', () => {
    const kinds = defaultAreaKinds.filter(({ id }) => id !== 'grid');
    expect(said(faultsOfAreaKinds({ scheme: { id: 'short', widths: [2, 2, 2, 6] }, kinds }, known.areas))).toEqual([
      'kinds.6 rules.kinds.unknownParent',
      'scheme.widths rules.schemeLeavesOut',
      'kinds rules.areaKindUsed',
    ]);
    const odd = { scheme: { id: 'odd', widths: [3, 3, 6, 3] }, kinds: defaultAreaKinds };
    expect(said(faultsOfAreaKinds(odd, known.areas))).toEqual(['scheme.widths rules.countyWidths']);
  });

  it('refuse roles by which somebody would be shut out', () => {
    const without = defaultRoles.filter(({ id }) => id !== 'administrator');
    expect(said(faultsOfRoles(without, new Set(['administrator']), ['administrator']))).toEqual([
      'roles rules.roleHeld',
      'roles rules.permissionNowhere',
      'roles rules.permissionNowhere',
      'roles rules.permissionNowhere',
      'roles rules.lockedOut',
    ]);
  });

  it('take any order of the default rows', () => {
    const shuffled = fc.shuffledSubarray([...defaultClockRules], { minLength: defaultClockRules.length });
    fc.assert(
      fc.property(shuffled, (rows) => {
        expect(faultsOfClockRules(rows, known, chinaCalendar)).toEqual([]);
      }),
    );
  });
});
