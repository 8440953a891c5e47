import { type RuleBody, ruleBodies } from '@gezhi/contract/rules/index';
import { type RuleKind, ruleKinds } from '@gezhi/domain/rules/index';
import type { Instant } from '@gezhi/domain/time';
import type { Trx } from '../database/index.ts';
import { newId } from '../new-id.ts';
import { defaultRules } from './defaults/index.ts';
import { rulesChanged } from './rule-book.ts';
import { insertVersion } from './store.ts';

/** Bodies to begin with instead of the defaults. */
export type RulesToSeed = { readonly [Kind in RuleKind]?: RuleBody<Kind> };

/**
 * Writes version 1 of every kind for a new county; a kind that is there already stays as it is.
 * @param from since when they hold; cases older than that are judged by them too
 */
export async function seedRules(trx: Trx, county: string, from: Instant, instead: RulesToSeed = {}): Promise<void> {
  const defaults = defaultRules();
  const at = new Date(from).toISOString();
  for (const kind of ruleKinds) {
    const body = ruleBodies[kind].parse(instead[kind] ?? defaults[kind]);
    const row = { county, kind, version: 1, id: newId(), valid_from: at, note: '', created_at: at, created_by: null };
    await insertVersion(trx, { ...row, body });
  }
  rulesChanged(trx);
}
