import { percentOf } from '@gezhi/domain/cases/index';
import { expectedRates } from '../expected.ts';
import { matterNames } from '../step.ts';
import { type Finding, finding } from './finding.ts';
import type { Looked } from './look.ts';

const counted = (all: readonly string[]) =>
  Object.fromEntries([...Map.groupBy(all, (one) => one)].map(([key, some]) => [key, some.length]));

/** What is said but zero counts as not said. */
const withoutZeros = (counts: Readonly<Record<string, number | undefined>>) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0 && count !== undefined));

const sorted = (counts: object) => Object.fromEntries(Object.entries(counts).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** The rates with n and interval to two decimals, as the figures page gives them and as the rows behind them count. */
function checkRates({ figures, behind }: Looked): readonly Finding[] {
  return expectedRates.flatMap(([code, part, n, percent, low, high]) => {
    const rate = figures.total.rates.find((one) => one.code === code);
    const found = rate && {
      part: rate.numerator,
      n: rate.n,
      percent: percentOf(rate.numerator, rate.denominator).toFixed(2),
      interval: rate.interval?.map((edge) => (edge * 100).toFixed(2)),
    };
    const rows = ['numerator', 'denominator'].map((which) => behind.get(`${code} ${which}`)?.length);
    return [
      finding(code, 'figure', { part, n, percent, interval: [low, high] }, found),
      finding(code, 'rows behind it', [part, n], rows),
    ];
  });
}

/** Counts, rates and what stands behind them. */
export function checkFigures(looked: Looked): readonly Finding[] {
  const { figures, behind, view, rankedBodies } = looked;
  const views = matterNames.map(view);
  const lights = { red: 2, yellow: 2, green: 4, awaiting: 2, none: 1 };
  const states = { closed: 6, handled: 1, handling: 3, rejected: 1 };
  const sum = (of: (one: (typeof views)[number]) => number) => views.reduce((total, one) => total + of(one), 0);
  const judged = views.flatMap(({ asks }) => asks.map(({ kind, upheld }) => `${kind} ${upheld}`));
  return [
    finding('all', 'cases', 11, figures.total.cases),
    finding('all', 'states', sorted(states), sorted(withoutZeros(figures.total.states))),
    finding('all', 'states, counted', sorted(states), sorted(counted(views.map(({ state }) => state)))),
    finding('all', 'lights', sorted(lights), sorted(withoutZeros(figures.total.lights))),
    finding('all', 'lights, counted', sorted(lights), sorted(counted(views.map(({ light }) => light.light)))),
    finding('all', 'list total is map total', looked.listed.length, looked.onMap.total),
    ...checkRates(looked),
    finding('closure', 'due to be closed', ['1', '2', '3', '4', '7', '8a', '10'], behind.get('closure denominator')),
    finding(
      'handBack',
      'ever assigned',
      ['1', '2', '4', '5', '7', '8a', '9', '10', '12'],
      behind.get('handBack denominator'),
    ),
    finding('all', 'bodies ranked', [], rankedBodies),
    finding(
      'all',
      'supporters',
      3,
      sum(({ supporters }) => supporters),
    ),
    finding(
      'all',
      'raised again',
      2,
      sum(({ raisedAgain }) => raisedAgain),
    ),
    finding('all', 'judged', ['appeal false', 'deferral true', 'handBack true', 'reopening true'], judged.toSorted()),
    finding('all', 'chains that verify', 11, [...looked.intact.values()].filter(Boolean).length),
  ];
}
