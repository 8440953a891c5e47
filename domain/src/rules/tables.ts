import {
  type Calendar,
  type ClockRule,
  faultsOfCalendar,
  faultsOfFormula,
  type LightRules,
  type LightTest,
  type RateFormula,
  type TaskGate,
} from '../cases/index.ts';
import { type AreaKind, type CodeScheme, depthOf, faultsOfKinds } from '../places/index.ts';
import { doubled, faultsOfCategory, type Known } from './known.ts';
import type { RuleFault } from './rule-kinds.ts';
import type { SummonsKind } from './summons-kinds.ts';

export function faultsOfTaskGate({ categories }: Pick<TaskGate, 'categories'>, known: Known): RuleFault[] {
  const pathOf = (index: number) => `categories.${index}`;
  return [
    ...doubled(categories, pathOf),
    ...categories.flatMap((code, index) => faultsOfCategory(known, code, pathOf(index))),
  ];
}

/** Without one of these a case that is open, or closed in some way, would have no light. */
const mustHave: readonly LightTest[] = [
  'closedUnresolved',
  'closedPartly',
  'closedDissatisfied',
  'closedSatisfied',
  'closedUnrated',
  'open',
];

export function faultsOfLightRules({ rows }: LightRules): RuleFault[] {
  const tests = rows.map(({ when }) => when);
  return [
    ...doubled(tests, (index) => `rows.${index}.when`),
    ...mustHave
      .filter((test) => !tests.includes(test))
      .map((test) => ({ path: 'rows', code: 'rules.noLightFor', params: { id: test } })),
  ];
}

/** @param clocks the clock rules in force, some of which may time a kind of their own */
export function faultsOfSummonsKinds(kinds: readonly SummonsKind[], clocks: readonly ClockRule[]): RuleFault[] {
  const ids = kinds.map(({ id }) => id);
  const used = new Set(clocks.flatMap(({ summonsKind }) => (summonsKind === undefined ? [] : [summonsKind])));
  return [
    ...doubled(ids, (index) => `kinds.${index}.id`),
    ...[...used]
      .filter((id) => !ids.includes(id))
      .map((id) => ({ path: 'kinds', code: 'rules.summonsKindUsed', params: { id } })),
  ];
}

/** @param before the calendar it replaces: a published year is corrected, not taken away */
export function faultsOfNewCalendar(calendar: Calendar, before?: Calendar): RuleFault[] {
  const faults = faultsOfCalendar(calendar).map((fault): RuleFault => {
    const year = 'year' in fault ? { year: fault.year, date: fault.date } : {};
    const path =
      'year' in fault ? `years.${fault.year}` : fault.code === 'calendar.office' ? 'office' : 'offsetMinutes';
    return { path, code: `rules.${fault.code}`, params: year };
  });
  const gone = Object.keys(before?.years ?? {}).filter((year) => calendar.years[Number(year)] === undefined);
  return [...faults, ...gone.map((year) => ({ path: 'years', code: 'rules.yearGone', params: { year } }))];
}

export function faultsOfRates(formulas: readonly RateFormula[]): RuleFault[] {
  return [
    ...doubled(
      formulas.map(({ code }) => code),
      (index) => `formulas.${index}.code`,
    ),
    ...formulas.flatMap((formula, index) =>
      faultsOfFormula(formula).map(({ code }) => ({ path: `formulas.${index}`, code: `rules.${code}` })),
    ),
  ];
}

/** Digits of province, city and county: the tenant's code, which no scheme may cut otherwise. */
const countyWidths = [2, 2, 2];

/** @param areas the areas of the county with their kinds: a scheme and kinds that no longer fit them are refused */
export function faultsOfAreaKinds(
  { scheme, kinds }: { readonly scheme: CodeScheme; readonly kinds: readonly AreaKind[] },
  areas: Known['areas'],
): RuleFault[] {
  const faults: RuleFault[] = faultsOfKinds(kinds).map(({ code, kind }) => ({
    path: `kinds.${kinds.findLastIndex(({ id }) => id === kind)}`,
    code: `rules.${code}`,
    params: { id: kind },
  }));
  if (countyWidths.some((width, level) => scheme.widths[level] !== width)) {
    faults.push({ path: 'scheme.widths', code: 'rules.countyWidths' });
  }
  const unfit = [...areas.keys()].find((code) => depthOf(scheme, code) === undefined);
  if (unfit !== undefined) faults.push({ path: 'scheme.widths', code: 'rules.schemeLeavesOut', params: { id: unfit } });
  const known = new Set(kinds.map(({ id }) => id));
  const used = new Set([...areas.values()].filter(({ retired }) => !retired).map(({ kind }) => kind));
  for (const id of used) {
    if (!known.has(id)) faults.push({ path: 'kinds', code: 'rules.areaKindUsed', params: { id } });
  }
  for (const [index, { numbers }] of kinds.entries()) {
    if (numbers && numbers.from > numbers.to) faults.push({ path: `kinds.${index}.numbers`, code: 'rules.numbers' });
  }
  return faults;
}
