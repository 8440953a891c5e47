import type { Role } from '@gezhi/domain/access/index';
import type { Rules } from '@gezhi/domain/cases/index';
import type { AreaKind, CodeScheme } from '@gezhi/domain/places/index';
import type { Category, EverydayCategory, Settings } from '@gezhi/domain/rules/index';
import type { Instant } from '@gezhi/domain/time';
import type { Database, Trx } from '../database/index.ts';
import { clockRuleOf, dutyRowOf } from './domain-form.ts';
import { findCut, readCut } from './rule-book.ts';
import type { RuleCut } from './rule-cut.ts';

/** Categories found by code. */
export interface Categories {
  readonly version: number;
  readonly all: readonly Category[];
  readonly everyday: readonly EverydayCategory[];
  readonly byCode: ReadonlyMap<string, Category>;
}

/** Makes something of a cut once and keeps it as long as the cut. */
function kept<Part>(make: (cut: RuleCut) => Part): (cut: RuleCut) => Part {
  const parts = new WeakMap<RuleCut, { readonly part: Part }>();
  return (cut) => {
    const known = parts.get(cut) ?? { part: make(cut) };
    parts.set(cut, known);
    return known.part;
  };
}

/** What a decision about a case asks of a cut. */
export const domainRules = kept((cut): Rules => {
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
});

export const categoriesOf = kept(
  ({ categories: { version, body } }): Categories => ({
    version,
    all: body.categories,
    everyday: body.everyday,
    byCode: new Map(body.categories.map((category) => [category.code, category])),
  }),
);

function seeded(cut: RuleCut | undefined, county: string): RuleCut {
  if (cut === undefined) throw new Error(`county ${county} has no rules`);
  return cut;
}

/**
 * Every rule in force at an instant, within a transaction.
 * @throws Error for a county without rules: whoever makes a county seeds them
 */
export async function cutAt(trx: Trx, county: string, at: Instant): Promise<RuleCut> {
  return seeded(await findCut(trx, county, at), county);
}

/** The rules that cases are decided by, within a transaction. @throws Error for a county without rules */
export async function rulesAt(trx: Trx, county: string, at: Instant): Promise<Rules> {
  return domainRules(await cutAt(trx, county, at));
}

/** The rules that cases are decided by, outside a transaction and mostly without one. @throws Error for a county without rules */
export async function readRules(db: Database, county: string, at: Instant): Promise<Rules> {
  return domainRules(seeded(await readCut(db, county, at), county));
}

export async function categoriesAt(trx: Trx, county: string, at: Instant): Promise<Categories> {
  return categoriesOf(await cutAt(trx, county, at));
}

export async function settingsAt(trx: Trx, county: string, at: Instant): Promise<Settings> {
  return (await cutAt(trx, county, at)).settings.body;
}

export async function rolesAt(trx: Trx, county: string, at: Instant): Promise<readonly Role[]> {
  return (await cutAt(trx, county, at)).roles.body.roles;
}

/** The code scheme and the kinds of areas. */
export async function areaKindsAt(
  trx: Trx,
  county: string,
  at: Instant,
): Promise<{ readonly scheme: CodeScheme; readonly kinds: readonly AreaKind[] }> {
  return (await cutAt(trx, county, at)).areaKinds.body;
}
