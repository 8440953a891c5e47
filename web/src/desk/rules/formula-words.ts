import type { RuleBody } from '@gezhi/contract/rules/index';
import type { Say } from '../../words/locale.tsx';

type Formula = RuleBody<'rates'>['formulas'][number];
/** Cases for which all of some predicates hold, and what each of them weighs. */
export type Term = Formula['numerator'][number];

/** One part of a rate in words: "评为已解决；评为部分解决（每件按 0.5 计）". */
export function termWords(terms: readonly Term[], say: Say): string {
  return terms
    .map(({ all, weight }) => {
      const cases = all.map((one) => say(`rules.predicate.${one}`)).join(say('rules.formula.and'));
      return weight === 1 ? cases : say('rules.formula.weighed', { cases, n: weight });
    })
    .join(say('rules.formula.or'));
}
