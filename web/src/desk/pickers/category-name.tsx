import { inLocale } from '@gezhi/contract/words/index';
import { useLocale } from '../../words/locale.tsx';
import { useRules } from '../rules/use-rules.ts';

/** The name of a category, with its code. */
export function CategoryName({ code }: { readonly code: string }) {
  const { locale } = useLocale();
  const found = useRules('categories')?.categories.find((category) => category.code === code);
  return (
    <span>
      {found === undefined ? null : inLocale(locale, found.name)} <span className="sheet-small">{code}</span>
    </span>
  );
}
