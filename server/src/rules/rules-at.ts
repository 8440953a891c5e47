import type { Role } from '@gezhi/domain/access/index';
import type { Calendar, RateFormula, Rules } from '@gezhi/domain/cases/index';
import type { AreaKind, CodeScheme } from '@gezhi/domain/places/index';
import type { Category, EverydayCategory, Settings, SummonsKind } from '@gezhi/domain/rules/index';
import type { Instant } from '@gezhi/domain/time';
import type { Trx } from '../database/index.ts';
import type { Deps } from '../deps.ts';
import { clockRuleOf, dutyRowOf } from './domain-form.ts';
import { findCut, type RuleCut } from './rule-book.ts';

type Has = Pick<Deps, 'db'>;

/** Categories in force, found by code. */
export interface Categories {
  readonly version: number;
  readonly all: readonly Category[];
  readonly everyday: readonly EverydayCategory[];
  readonly byCode: ReadonlyMap<string, Category>;
}

/**
 * The rules in force at an instant, of a county that has some. Read inside a transaction, mostly without a query.
 * @throws Error for a county without rules: whoever makes a county seeds them.
 */
export async function cutAt({ db }: Has, trx: Trx, county: string, at: Instant): Promise<RuleCut> {
  const cut = await findCut(db, trx, county, at);
  if (cut === undefined) throw new Error(`county ${county} has no rules`);
  return cut;
}

/** Makes a part of a cut once and keeps it as long as the cut. */
function kept<Part>(make: (cut: RuleCut) => Part) {
  const parts = new WeakMap<RuleCut, Part>();
  return async (deps: Has, trx: Trx, county: string, at: Instant): Promise<Part> => {
    const cut = await cutAt(deps, trx, county, at);
    const known = parts.get(cut);
    if (known !== undefined) return known;
    const part = make(cut);
    parts.set(cut, part);
    return part;
  };
}

/** What a decision about a case asks of a county's rules at an instant. */
export const rulesAt: (deps: Has, trx: Trx, county: string, at: Instant) => Promise<Rules> = kept(domainRules);

/** A cut as the decisions read it. */
export function domainRules(cut: RuleCut): Rules {
  const { sampleRate, reopening, rating } = cut.settings.body;
  return {
    calendar: cut.calendar.body,
    clocks: { version: cut.clockRules.version, rows: cut.clockRules.body.rows.map(clockRuleOf) },
    dutyList: { version: cut.dutyList.version, rows: cut.dutyList.body.rows.map(dutyRowOf) },
    gate: { version: cut.taskGate.version, categories: cut.taskGate.body.categories },
    light: cut.lightRules.body,
    summonsKinds: cut.summonsKinds.body.kinds.map(({ id }) => id),
    sampleRate,
    reopening,
    rating,
  };
}

export const categoriesAt: (deps: Has, trx: Trx, county: string, at: Instant) => Promise<Categories> = kept(
  ({ categories: { version, body } }) => ({
    version,
    all: body.categories,
    everyday: body.everyday,
    byCode: new Map(body.categories.map((category) => [category.code, category])),
  }),
);

export async function settingsAt(deps: Has, trx: Trx, county: string, at: Instant): Promise<Settings> {
  return (await cutAt(deps, trx, county, at)).settings.body;
}

export async function rolesAt(deps: Has, trx: Trx, county: string, at: Instant): Promise<readonly Role[]> {
  return (await cutAt(deps, trx, county, at)).roles.body.roles;
}

export async function calendarAt(deps: Has, trx: Trx, county: string, at: Instant): Promise<Calendar> {
  return (await cutAt(deps, trx, county, at)).calendar.body;
}

export async function ratesAt(deps: Has, trx: Trx, county: string, at: Instant): Promise<readonly RateFormula[]> {
  return (await cutAt(deps, trx, county, at)).rates.body.formulas;
}

export async function summonsKindsAt(
  deps: Has,
  trx: Trx,
  county: string,
  at: Instant,
): Promise<readonly SummonsKind[]> {
  return (await cutAt(deps, trx, county, at)).summonsKinds.body.kinds;
}

/** The code scheme and the kinds of areas. */
export async function areaKindsAt(
  deps: Has,
  trx: Trx,
  county: string,
  at: Instant,
): Promise<{ readonly scheme: CodeScheme; readonly kinds: readonly AreaKind[] }> {
  return (await cutAt(deps, trx, county, at)).areaKinds.body;
}
