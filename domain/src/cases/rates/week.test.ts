import { expect, test } from 'vitest';
import type { CaseFacts } from './index.ts';
import { defaultRates, percentOf, rateOf, standingIn } from './index.ts';

/** The worked week of the design, as it stands on Monday 2026-11-30 at 18:00. */
const at = (local: string): number => Date.parse(`2026-${local}+08:00`);
const asOf = at('11-30T18:00');

const common = {
  split: false,
  reporter: 'resident',
  everAssigned: true,
  handBacks: 0,
  deferrals: 0,
  reworks: 0,
} as const;
const good = { solved: 'yes', satisfied: 'very' } as const;

const week: readonly CaseFacts[] = [
  {
    ...common,
    case: '1',
    state: 'closed',
    rating: good,
    contact: { due: at('11-21T10:05'), doneAt: at('11-20T11:00') },
    handle: { due: at('11-27T18:00'), doneAt: at('11-24T16:00') },
  },
  {
    ...common,
    case: '2',
    state: 'closed',
    reporter: 'staff',
    handle: { due: at('11-20T23:43'), doneAt: at('11-20T21:00') },
  },
  {
    ...common,
    case: '3',
    state: 'closed',
    reporter: 'staff',
    everAssigned: false,
    handle: { doneAt: at('11-20T10:20') },
  },
  {
    ...common,
    case: '4',
    state: 'closed',
    rating: { solved: 'yes', satisfied: 'fairly' },
    contact: { due: at('11-21T14:20'), doneAt: at('11-20T16:00') },
    handle: { due: at('11-25T18:00'), doneAt: at('11-26T10:00') },
  },
  {
    ...common,
    case: '5',
    state: 'handled',
    handBacks: 1,
    deferrals: 1,
    contact: { due: at('11-21T11:20'), doneAt: at('11-20T14:30') },
    handle: { due: at('12-01T18:00'), doneAt: at('11-30T17:00') },
  },
  {
    ...common,
    case: '7',
    state: 'handling',
    contact: { due: at('11-21T22:31'), doneAt: at('11-20T22:50') },
    handle: { due: at('11-27T18:00') },
  },
  {
    ...common,
    case: '8a',
    state: 'closed',
    contact: { due: at('11-21T16:05') },
    handle: { due: at('11-27T18:00'), doneAt: at('11-23T10:00') },
  },
  { ...common, case: '8b', state: 'rejected', everAssigned: false },
  {
    ...common,
    case: '9',
    state: 'handling',
    reworks: 2,
    rating: { solved: 'no', satisfied: 'no' },
    contact: { due: at('11-21T16:20'), doneAt: at('11-20T17:00') },
    handle: { due: at('12-02T18:00') },
  },
  {
    ...common,
    case: '10',
    state: 'closed',
    contact: { due: at('11-21T14:55'), doneAt: at('11-20T15:10') },
    handle: { due: at('11-27T18:00'), doneAt: at('11-26T10:00') },
  },
  {
    ...common,
    case: '12',
    state: 'handling',
    contact: { due: at('11-21T17:30'), doneAt: at('11-20T17:40') },
    handle: { due: at('12-11T18:00') },
  },
];

const figures: readonly [code: string, part: number, n: number, percent: string, low: string, high: string][] = [
  ['response', 7, 8, '87.50', '52.91', '97.76'],
  ['resolution', 2, 3, '66.67', '20.77', '93.85'],
  ['satisfaction', 2, 3, '66.67', '20.77', '93.85'],
  ['completion', 7, 10, '70.00', '39.68', '89.22'],
  ['closure', 6, 7, '85.71', '48.69', '97.43'],
  ['onTime', 5, 7, '71.43', '35.89', '91.78'],
  ['handBack', 1, 9, '11.11', '1.99', '43.50'],
  ['deferral', 1, 9, '11.11', '1.99', '43.50'],
  ['rework', 1, 9, '11.11', '1.99', '43.50'],
];

test('every default rate has its figure', () => {
  expect(defaultRates.map(({ code }) => code)).toEqual(figures.map(([code]) => code));
});

test.each(figures)('%s is %d of %d', (name, part, n, percent, low, high) => {
  const formula = defaultRates.find(({ code }) => code === name);
  if (!formula) throw new Error(name);
  const rate = rateOf(formula, week, asOf);
  expect(rate).toMatchObject({ code: name, numerator: part, denominator: n, n, ranked: n >= 10 });
  expect(percentOf(rate.numerator, rate.denominator).toFixed(2)).toBe(percent);
  expect(rate.interval?.map((end) => (end * 100).toFixed(2))).toEqual([low, high]);
});

test('the list behind a figure is the figure', () => {
  const [closure, onTime] = ['closure', 'onTime'].map((name) => {
    const formula = defaultRates.find(({ code }) => code === name);
    if (!formula) throw new Error(name);
    const rows = week.map((facts) => ({ name: facts.case, standing: standingIn(formula, facts, asOf) }));
    return {
      due: rows.filter(({ standing }) => standing.denominator > 0).map((row) => row.name),
      counted: rows.filter(({ standing }) => standing.numerator > 0).map((row) => row.name),
    };
  });
  expect(closure?.due).toEqual(['1', '2', '3', '4', '7', '8a', '10']);
  expect(onTime?.counted).toEqual(['1', '2', '3', '8a', '10']);
});
