import type { FiguresAnswer, figureQuery, UnitFiguresRow } from '@gezhi/contract/insight/index';
import { inLocale, isWordId, type Locale, sayData } from '@gezhi/contract/words/index';
import type { Actor } from '@gezhi/domain/access/index';
import { factsFromKey, type LightColour, type RateFormula } from '@gezhi/domain/cases/index';
import { type CountedCase, digitsBelow, type Tally, tallyOf, type UnitFigures } from '@gezhi/domain/insight/index';
import { categoryDigits, type RuleName } from '@gezhi/domain/rules/index';
import type { Instant } from '@gezhi/domain/time';
import type { z } from 'zod';
import { scopeOf, type Trx } from '../database/index.ts';
import type { Deps } from '../deps.ts';
import type { Places } from '../places/index.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { categoriesOf, findCut, type RuleCut } from '../rules/index.ts';
import { type FigureGroup, type FigureUnits, readFigureGroups, readOrgNames } from './figure-store.ts';
import { figureAreas } from './figure-areas.ts';

type Has = Pick<Deps, 'db' | 'clock'> & { readonly places: Pick<Places, 'find'> };
type Staff = Extract<Actor, { kind: 'staff' }>;
export type FigureQuery = z.output<typeof figureQuery>;

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
    const grouping = unitsOf(query, cut, areas);
    const all = tallyOf(formulas, now);
    const units = new Map<string, Tally>();
    const filter = { ...query, areas };
    for (const group of await readFigureGroups(trx, county, filter, now, grouping)) {
      const one = countedOf(group, now);
      if (grouping.by !== 'org') all.add(one, group.cases);
      addTo(units, group.unit, formulas, now).add(one, group.cases);
    }
    // A case of several bodies is one among all, and so is one of none.
    if (grouping.by === 'org') {
      for (const group of await readFigureGroups(trx, county, filter, now, undefined)) {
        all.add(countedOf(group, now), group.cases);
      }
    }
    const nameOf = await naming(deps, trx, county, query.by, cut, [...units.keys()], locale);
    // A unit that holds only what ends above the level: what lies below its code stands in other rows.
    const isOwn = (code: string): boolean => grouping.by !== 'org' && code.length < digitsIn(grouping, code);
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

function countedOf({ key, contact, handle, light, overdue }: FigureGroup, now: Instant): CountedCase {
  const facts = factsFromKey(key, { contact, handle }, now);
  return { state: facts.state, light: light as LightColour, overdue, facts };
}

/** Where codes are cut: under each of the areas, or under the category. */
function unitsOf(query: FigureQuery, cut: RuleCut, areas: readonly string[]): FigureUnits {
  const { by, level } = query;
  if (by === 'org') return { by };
  const [widths, bases] =
    by === 'category' ? [categoryWidths, [query.category ?? '']] : [cut.areaKinds.body.scheme.widths, areas];
  return { by, cuts: bases.map((base) => ({ base, digits: digitsBelow(widths, base, level) })) };
}

/** Digits at which a code is cut. */
function digitsIn({ cuts }: Exclude<FigureUnits, { by: 'org' }>, code: string): number {
  return cuts.find(({ base }) => code.startsWith(base))?.digits ?? code.length;
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
