import { ruleRoutes } from '@gezhi/contract/rules/index';
import { inLocale } from '@gezhi/contract/words/index';
import { useAnswer } from '../../api/query.ts';
import { useLocale } from '../../words/locale.tsx';
import { ChoiceField } from '../app/text-field.tsx';

interface CategoryChipsProps {
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** What is mostly reported, one tap each. The rest is the desk's to sort. */
export function CategoryChips({ value, onChange }: CategoryChipsProps) {
  const { say, locale } = useLocale();
  const answer = useAnswer(ruleRoutes.categories, { query: {} });
  const options = (answer.data?.value.everyday ?? []).map(({ code, name }) => ({
    value: code,
    label: inLocale(locale, name),
  }));
  if (options.length === 0) return null;
  return <ChoiceField label={say('field.report.category')} value={value} options={options} onChange={onChange} />;
}
