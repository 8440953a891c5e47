import { inLocale } from '@gezhi/contract/words/index';
import { TreeSelect } from 'antd';
import { useMemo } from 'react';
import { useLocale } from '../../words/locale.tsx';
import { treeOfCategories } from '../pickers/category-tree.ts';
import { useRules } from './use-rules.ts';

interface GateFormProps {
  readonly codes: readonly string[];
  readonly onChange: (codes: readonly string[]) => void;
}

/** The task gate to change: categories from the tree, each with all below it. */
export function GateForm({ codes, onChange }: GateFormProps) {
  const { say, locale } = useLocale();
  const categories = useRules('categories')?.categories;
  const tree = useMemo(
    () => treeOfCategories(categories ?? [], (name) => inLocale(locale, name)),
    [categories, locale],
  );
  return (
    <TreeSelect
      multiple
      className="rules-gate"
      aria-label={say('rules.kind.taskGate')}
      showSearch={{ treeNodeFilterProp: 'title' }}
      value={[...codes]}
      treeData={tree}
      onChange={(next: readonly string[]) => onChange(next)}
    />
  );
}
