import type { FiguresAnswer, figureQuery, UnitFiguresRow } from '@gezhi/contract/insight/index';
import { inLocale, isWordId, type Locale, sayData } from '@gezhi/contract/words/index';
import type { Actor } from '@gezhi/domain/access/index';
import {
  type CaseFacts,
  type CaseState,
  caseStates,
  type LightColour,
  type RateFormula,
} from '@gezhi/domain/cases/index';
import { digitsBelow, type Tally, tallyOf, type UnitFigures, unitOf } from '@gezhi/domain/insight/index';
import { categoryDigits, type RuleName } from '@gezhi/domain/rules/index';
import type { Instant } from '@gezhi/domain/time';
import type { z } from 'zod';
import { scopeOf, type Trx } from '../database/index.ts';
import type { Deps } from '../deps.ts';
import type { Places } from '../places/index.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { categoriesOf, findCut, type RuleCut } from '../rules/index.ts';
import { type FigureRow, readFigureRows, readOrgNames, readOrgsOn } from './figure-store.ts';
import { figureAreas } from './figure-areas.ts';

type Has = Pick<Deps, 'db' | 'clock'> & { readonly places: Pick<Places, 'find'> };
type Staff = Extract<Actor, { kind: 'staff' }>;
export type FigureQuery = z.output<typeof figureQuery>;

/** Cases read at a time: enough to be quick, few enough to fit. */
const atOnce = 5000;
/** Two digits a level, as many levels as a category code may have. */
const categoryWidths = Array.from({ length: 6 }, () => categoryDigits);

/**
 * Figures by unit, as they are now: over the cases the actor may see in the areas where they may read figures. The
 * list of cases with the same filters shows the same cases, and with a rate and a part those that stand in it.
 */
export async function readFigures(
  deps: Has,
  actor: Staff,
  query: FigureQuery,
  locale: Locale,
): Promise<FiguresAnswer | Refusal> {
  const { county } = actor;
  const areas = figureAreas(actor, query.area);
  if (areas.length === 0) return refuse('access.forbidden', { params: { permission: 'figures.read' } });
  const now = deps.clock.now();
  return deps.db.transaction(scopeOf(actor, county), async (trx) => {
    const cut = await findCut(trx, county, now);
    if (cut === undefined) return refuse('rules.notFound');
    const formulas = cut.rates.body.formulas;
    const grouping = groupingOf(trx, county, query, cut, areas);
    const all = tallyOf(formulas, now);
    const units = new Map<string, Tally>();
    await eachCase(trx, county, { ...query, areas }, async (rows) => {
      const unitsOf = await grouping(rows);
      for (const row of rows) {
        const one = countedOf(row, now);
        all.add(one);
        for (const unit of unitsOf(row)) addTo(units, unit, formulas, now).add(one);
      }
    });
    const nameOf = await naming(deps, trx, county, query.by, cut, [...units.keys()], locale);
    const isOwn = ownOf(query, cut, areas);
    const rows = [...units].map(([code, tally]) =>
      presented({ code, name: nameOf(code), own: isOwn(code) }, tally.figures()),
    );
    return {
      asOf: new Date(now).toISOString(),
      by: query.by,
      level: query.level,
      formulas: formulas.map((formula) => ({ code: formula.code, name: rateName(formula, locale) })),
      total: presented({ code: '', name: sayData(locale, 'figures.all'), own: false }, all.figures()),
      rows: rows.toSorted((a, b) => (a.unit.code < b.unit.code ? -1 : 1)),
    };
  });
}

function addTo(units: Map<string, Tally>, unit: string, formulas: readonly RateFormula[], now: Instant): Tally {
  const tally = units.get(unit) ?? tallyOf(formulas, now);
  units.set(unit, tally);
  return tally;
}

async function eachCase(
  trx: Trx,
  county: string,
  filter: Parameters<typeof readFigureRows>[2],
  take: (rows: readonly FigureRow[]) => Promise<void>,
): Promise<void> {
  for (let after: FigureRow | undefined; ; ) {
    const rows = await readFigureRows(trx, county, filter, after, atOnce);
    await take(rows);
    after = rows.at(-1);
    if (rows.length < atOnce || after === undefined) return;
  }
}

const isState = (text: string): text is CaseState => (caseStates as readonly string[]).includes(text);

function countedOf(row: FigureRow, now: Instant) {
  if (!isState(row.state)) throw new Error(`case ${row.id} is in no state: ${row.state}`);
  return {
    state: row.state,
    light: row.light as LightColour,
    overdue: row.due_at !== null && Date.parse(row.due_at) < now,
    facts: row.facts as CaseFacts,
  };
}

/** Digits at which the codes under one of the areas, or of the category, are cut. */
function digitsOf(query: FigureQuery, cut: RuleCut, areas: readonly string[]): (code: string) => number {
  if (query.by === 'category') {
    const digits = digitsBelow(categoryWidths, query.category ?? '', query.level);
    return () => digits;
  }
  const { widths } = cut.areaKinds.body.scheme;
  const byBase = new Map(areas.map((base) => [base, digitsBelow(widths, base, query.level)]));
  return (code) => byBase.get(areas.find((base) => code.startsWith(base)) ?? '') ?? code.length;
}

/** Whether a unit holds only what ends above the level, so that what lies below its code stands in other rows. */
function ownOf(query: FigureQuery, cut: RuleCut, areas: readonly string[]): (code: string) => boolean {
  const digits = digitsOf(query, cut, areas);
  return (code) => query.by !== 'org' && code.length < digits(code);
}

/** For each batch of cases, the units that each of them stands in. */
function groupingOf(trx: Trx, county: string, query: FigureQuery, cut: RuleCut, areas: readonly string[]) {
  const digits = digitsOf(query, cut, areas);
  return async (rows: readonly FigureRow[]): Promise<(row: FigureRow) => readonly string[]> => {
    switch (query.by) {
      case 'area':
        return ({ scope_area: area }) => [unitOf(area, digits(area))];
      case 'category':
        return ({ category }) => [unitOf(category, digits(category))];
      case 'org': {
        const cases = rows.map(({ id }) => id);
        const orgs = await readOrgsOn(trx, county, cases);
        return ({ id }) => orgs.get(id) ?? [];
      }
    }
  };
}

/** Names of the units, in the asker's language where they have several. */
async function naming(
  { places }: Has,
  trx: Trx,
  county: string,
  by: FigureQuery['by'],
  cut: RuleCut,
  codes: readonly string[],
  locale: Locale,
): Promise<(code: string) => string> {
  const orgs = by === 'org' ? await readOrgNames(trx, county, codes) : new Map<string, string>();
  const { byCode } = categoriesOf(cut);
  return (code) => {
    if (by === 'org') return orgs.get(code) ?? code;
    if (by === 'area') return places.find(code)?.name ?? code;
    const found = byCode.get(code);
    return found === undefined ? code : inLocale(locale, found.name);
  };
}

function rateName(formula: RateFormula & { readonly name?: RuleName }, locale: Locale): string {
  const id = `figures.rate.${formula.code}`;
  if (formula.name !== undefined) return inLocale(locale, formula.name);
  return isWordId(id) ? sayData(locale, id) : formula.code;
}

function presented(unit: UnitFiguresRow['unit'], { rates, ...counts }: UnitFigures): UnitFiguresRow {
  return {
    unit,
    ...counts,
    rates: rates.map(({ interval, ...one }) => ({ ...one, ...(interval && { interval: [interval[0], interval[1]] }) })),
  };
}
