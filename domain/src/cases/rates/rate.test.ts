import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseStates } from '../state.ts';
import type { CaseFacts, RateFormula } from './index.ts';
import {
  casePredicateNames,
  defaultRates,
  faultsOfFormula,
  percentOf,
  rateFrom,
  rateOf,
  standingIn,
  wilsonInterval,
} from './index.ts';

const asOf = 1_000 * 60_000;
const plain: CaseFacts = {
  case: 'a',
  state: 'handling',
  split: false,
  reporter: 'resident',
  everAssigned: true,
  handBacks: 0,
  deferrals: 0,
  reworks: 0,
};

function shareOf(name: (typeof defaultRates)[number]['code'], ...cases: Partial<CaseFacts>[]): string {
  const formula = defaultRates.find(({ code }) => code === name);
  if (!formula) throw new Error(name);
  const { numerator, denominator } = rateOf(
    formula,
    cases.map((facts) => ({ ...plain, ...facts })),
    asOf,
  );
  return `${numerator}/${denominator}`;
}

function times(n: number, facts: Partial<CaseFacts>): Partial<CaseFacts>[] {
  return Array.from({ length: n }, () => facts);
}

describe('the published bulletin', () => {
  test('due 972, closed 911, on time 737', () => {
    const closed: Partial<CaseFacts> = { state: 'closed', handle: { due: 500 * 60_000, doneAt: 400 * 60_000 } };
    const late: Partial<CaseFacts> = { state: 'closed', handle: { due: 500 * 60_000, doneAt: 501 * 60_000 } };
    const open: Partial<CaseFacts> = { state: 'handling', handle: { due: 500 * 60_000 } };
    const cases = [...times(737, closed), ...times(911 - 737, late), ...times(972 - 911, open)];
    expect(shareOf('closure', ...cases)).toBe('911/972');
    expect(shareOf('onTime', ...cases)).toBe('737/972');
    expect([percentOf(911, 972), percentOf(737, 972)]).toEqual([93.72, 75.82]);
  });
});

describe('wilson', () => {
  test.each([
    [7, 10, '39.68', '89.22'],
    [6, 7, '48.69', '97.43'],
    [5, 7, '35.89', '91.78'],
    [7, 8, '52.91', '97.76'],
    [2, 3, '20.77', '93.85'],
    [1, 9, '1.99', '43.50'],
    [0, 5, '0.00', '43.45'],
    [5, 5, '56.55', '100.00'],
  ])('%d of %d', (part, n, low, high) => {
    expect(wilsonInterval(part / n, n)?.map((end) => (end * 100).toFixed(2))).toEqual([low, high]);
  });

  test.each([
    [0.5, 0],
    [0.5, -1],
    [Number.NaN, 3],
    [1.1, 3],
    [-0.1, 3],
  ])('of %d among %d there is none', (share, n) => {
    expect(wilsonInterval(share, n)).toBeUndefined();
  });

  test('holds the share and lies within 0 and 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
        const [low, high] = wilsonInterval(share, n) ?? [1, 0];
        expect(low).toBeLessThanOrEqual(share + 1e-12);
        expect(high).toBeGreaterThanOrEqual(share - 1e-12);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('the borders of each rate', () => {
  const past = 900 * 60_000;
  const ahead = 1_100 * 60_000;

  test('response: owed when its clock has ended or was met; staff and sources stand outside', () => {
    expect(shareOf('response', { contact: { due: ahead } })).toBe('0/0');
    expect(shareOf('response', { contact: { due: ahead, doneAt: past } })).toBe('1/1');
    expect(shareOf('response', { contact: { due: asOf } })).toBe('0/0');
    expect(shareOf('response', { contact: { due: past } })).toBe('0/1');
    expect(shareOf('response', { contact: { due: past, doneAt: past + 59_999 } })).toBe('1/1');
    expect(shareOf('response', { contact: { due: past, doneAt: past + 60_000 } })).toBe('0/1');
    expect(
      shareOf(
        'response',
        { reporter: 'staff', contact: { due: past } },
        { reporter: 'source', contact: { due: past } },
        {},
      ),
    ).toBe('0/0');
  });

  test('resolution counts partly as a half', () => {
    const rated = (solved: 'yes' | 'partly' | 'no'): Partial<CaseFacts> => ({ rating: { solved, satisfied: 'no' } });
    expect(shareOf('resolution', rated('yes'), rated('partly'), rated('no'), {})).toBe('1.5/3');
    expect(shareOf('satisfaction', rated('yes'))).toBe('0/1');
  });

  test('completion leaves out what was not taken', () => {
    expect(shareOf('completion', ...caseStates.map((state) => ({ state })))).toBe('2/7');
  });

  test('due to be closed: an open case late, a finished one that was late, none of those not taken', () => {
    expect(shareOf('closure', { handle: { due: past } }, { handle: { due: ahead } }, {})).toBe('0/1');
    expect(shareOf('closure', { state: 'handled', handle: { due: past, doneAt: past } })).toBe('0/0');
    expect(shareOf('closure', { state: 'handled', handle: { due: past, doneAt: past + 60_000 } })).toBe('0/1');
    expect(
      shareOf('closure', { state: 'withdrawn', handle: { due: past } }, { state: 'merged', handle: { due: past } }),
    ).toBe('0/0');
  });

  test('on time leaves out what is deferred now', () => {
    expect(shareOf('closure', { state: 'deferred', handle: { due: past } })).toBe('0/1');
    expect(shareOf('onTime', { state: 'deferred', handle: { due: past } })).toBe('0/0');
    expect(shareOf('onTime', { state: 'closed', handle: { doneAt: past } })).toBe('1/1');
    expect(shareOf('onTime', { state: 'closed' })).toBe('0/1');
  });

  test('a split case stands in no rate', () => {
    const split: CaseFacts = {
      ...plain,
      state: 'closed',
      split: true,
      rating: { solved: 'yes', satisfied: 'very' },
      contact: { due: past, doneAt: past },
      handle: { due: past, doneAt: past },
      handBacks: 1,
      deferrals: 1,
      reworks: 1,
    };
    expect(defaultRates.map((formula) => rateOf(formula, [split], asOf).n)).toEqual(defaultRates.map(() => 0));
  });
});

describe('weights', () => {
  const weighed: RateFormula = {
    code: 'weighed',
    numerator: [{ all: ['closed'], weight: 0.5 }],
    denominator: [
      { all: ['reworked'], weight: 3 },
      { all: [], weight: 1 },
    ],
  };

  test('the first term that fits is the one that counts', () => {
    const cases: CaseFacts[] = [{ ...plain, state: 'closed', reworks: 1 }, { ...plain, state: 'closed' }, plain];
    expect(cases.map((facts) => standingIn(weighed, facts, asOf))).toEqual([
      { numerator: 1.5, denominator: 3 },
      { numerator: 0.5, denominator: 1 },
      { numerator: 0, denominator: 1 },
    ]);
    expect(rateOf(weighed, cases, asOf)).toMatchObject({ numerator: 2, denominator: 5, n: 3, rate: 0.4 });
  });

  test('a few heavy cases widen the interval', () => {
    const even = rateFrom('x', { numerator: 2, denominator: 5, n: 3 });
    const uneven = rateOf(
      weighed,
      [{ ...plain, state: 'closed', reworks: 1 }, { ...plain, state: 'closed' }, plain],
      asOf,
    );
    expect(uneven.interval?.[1]).toBeGreaterThan(even.interval?.[1] ?? 1);
  });
});

test('without a case there is no rate, and nothing is ranked below ten', () => {
  expect(rateFrom('x', { numerator: 0, denominator: 0, n: 0 })).toEqual({
    code: 'x',
    numerator: 0,
    denominator: 0,
    n: 0,
    ranked: false,
  });
  expect(rateFrom('x', { numerator: 9, denominator: 9, n: 9 }).ranked).toBe(false);
  expect(rateFrom('x', { numerator: 9, denominator: 10, n: 10 }).ranked).toBe(true);
});

test('per cent is rounded half up from whole numbers', () => {
  expect([percentOf(201, 20_000), percentOf(1, 3), percentOf(1.5, 3), percentOf(0, 4), percentOf(4, 4)]).toEqual([
    1.01, 33.33, 50, 0, 100,
  ]);
});

describe('faults of a formula', () => {
  test('the defaults have none, and use every predicate', () => {
    expect(defaultRates.flatMap(faultsOfFormula)).toEqual([]);
    const used = defaultRates
      .flatMap(({ numerator, denominator }) => [...numerator, ...denominator])
      .flatMap(({ all }) => [...all]);
    expect(new Set(used)).toEqual(new Set(casePredicateNames));
  });

  test('are told all at once', () => {
    const formula: RateFormula = JSON.parse(
      '{"code": "x", "numerator": [], "denominator": [{"all": ["toString", "closed"], "weight": 0}]}',
    );
    expect(faultsOfFormula(formula)).toEqual([
      { code: 'rate.empty', part: 'numerator' },
      { code: 'rate.predicate', name: 'toString' },
      { code: 'rate.weight', weight: 0 },
    ]);
  });
});
