import { expect, it } from 'vitest';
import { treeOfCategories } from './category-tree.ts';

it('stands each category under the prefix of its code, in order, orphans at the root', () => {
  const named = (code: string) => ({ code, name: { zh: code } });
  const tree = treeOfCategories(['0102', '01', '0101', '010101', '0305'].map(named), ({ zh }) => zh);
  expect(tree.map(({ value }) => value)).toEqual(['01', '0305']);
  expect(tree[0]?.children.map(({ value }) => value)).toEqual(['0101', '0102']);
  expect(tree[0]?.children[0]?.children.map(({ value }) => value)).toEqual(['010101']);
});
