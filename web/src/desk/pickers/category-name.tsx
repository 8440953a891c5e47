import { inLocale } from '@gezhi/contract/words/index';
import { useLocale } from '../../words/locale.tsx';
import { useRules } from '../rules/use-rules.ts';

interface CategoryNameProps {
  readonly code: string;
  /** Without the code behind the name. */
  readonly bare?: boolean;
}

/** The name of a category, with its code. */
export function CategoryName({ code, bare = false }: CategoryNameProps) {
  const { locale } = useLocale();
  const categories = useRules('categories')?.categories;
  const found = categories?.find((category) => category.code === code);
  const name = found === undefined ? undefined : inLocale(locale, found.name);
  if (bare) return <span title={code}>{name ?? (categories === undefined ? ' ' : code)}</span>;
  return (
    <span>
      {name} <span className="sheet-small">{code}</span>
    </span>
  );
}
