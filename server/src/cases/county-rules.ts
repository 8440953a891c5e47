import type { Instant } from '@gezhi/domain/time';
import type { Database, Trx } from '../database/index.ts';
import { categoriesOf, cutAt, domainRules, readCut, type RuleCut } from '../rules/index.ts';
import type { CountyRules } from './deps.ts';

const kept = new WeakMap<RuleCut, CountyRules>();

function made(cut: RuleCut): CountyRules {
  const categories = categoriesOf(cut);
  const { nearby, flood, wrongCodes, retention } = cut.settings.body;
  const last = categories.everyday.at(-1) ?? categories.all.at(-1);
  return {
    ...domainRules(cut),
    category: (code) => {
      const found = categories.byCode.get(code);
      return found && { code, zh: found.name.zh, en: found.name.en ?? found.name.zh };
    },
    // The short list ends with "something else".
    otherCategory: last?.code ?? '99',
    nearby,
    flood,
    wrongCodes,
    retention,
    rates: cut.rates.body.formulas,
    areaKinds: cut.areaKinds.body.kinds,
  };
}

function of(cut: RuleCut): CountyRules {
  const rules = kept.get(cut) ?? made(cut);
  kept.set(cut, rules);
  return rules;
}

/** The rules of a county, outside a transaction. @throws Error for a county without rules */
export async function countyRules(db: Database, county: string, at: Instant): Promise<CountyRules> {
  const cut = await readCut(db, county, at);
  if (!cut) throw new Error(`county ${county} has no rules`);
  return of(cut);
}

/** The rules of a county, within a transaction. @throws Error for a county without rules */
export const countyRulesIn = async (trx: Trx, county: string, at: Instant): Promise<CountyRules> =>
  of(await cutAt(trx, county, at));
