import { useSay } from '../../words/locale.tsx';
import { termWords } from '../rules/formula-words.ts';
import { useRules } from '../rules/use-rules.ts';

/** Says how a rate is counted by the formula in force: a county may have changed it. Undefined until it is read. */
export function useRateWords(): (code: string) => string | undefined {
  const say = useSay();
  const formulas = useRules('rates')?.formulas;
  return (code) => {
    const formula = formulas?.find((one) => one.code === code);
    if (formula === undefined) return undefined;
    return say('figures.about.of', {
      numerator: termWords(formula.numerator, say),
      denominator: termWords(formula.denominator, say),
    });
  };
}
