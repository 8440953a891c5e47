import { inLocale } from '@gezhi/contract/words/index';
import { TreeSelect } from 'antd';
import { useMemo } from 'react';
import { useLocale } from '../../words/locale.tsx';
import { useRules } from '../rules/use-rules.ts';
import { treeOfCategories } from './category-tree.ts';

interface CategoryPickerProps {
  readonly id?: string;
  readonly label?: string;
  readonly value: string | undefined;
  readonly onChange: (code: string | undefined) => void;
  /** Whether none may be chosen. */
  readonly clearable?: boolean;
}

/** A category from the tree in force, found by typing its name. */
export function CategoryPicker({ id, label, value, onChange, clearable = false }: CategoryPickerProps) {
  const { locale } = useLocale();
  const categories = useRules('categories')?.categories;
  const tree = useMemo(
    () =>
      treeOfCategories(
        (categories ?? []).filter(({ retired }) => retired !== true),
        (name) => inLocale(locale, name),
      ),
    [categories, locale],
  );
  return (
    <TreeSelect
      {...(id === undefined ? {} : { id })}
      aria-label={label}
      placeholder={label}
      showSearch={{ treeNodeFilterProp: 'title' }}
      allowClear={clearable}
      value={value}
      treeData={tree}
      popupMatchSelectWidth={false}
      onChange={onChange}
    />
  );
}
