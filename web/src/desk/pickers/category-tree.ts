/** A category as the rules hold it. */
interface Category {
  readonly code: string;
  readonly name: { readonly zh: string; readonly en?: string };
}

/** A category with those under it, as the tree takes them. */
export interface CategoryNode {
  readonly value: string;
  readonly title: string;
  readonly children: CategoryNode[];
}

/** The flat list as a tree: a code's ancestors are its prefixes. A category whose parent is missing stands at the root. */
export function treeOfCategories(
  categories: readonly Category[],
  nameOf: (name: Category['name']) => string,
): CategoryNode[] {
  const nodes = new Map<string, CategoryNode>();
  const roots: CategoryNode[] = [];
  for (const { code, name } of categories.toSorted((a, b) => a.code.localeCompare(b.code))) {
    const node: CategoryNode = { value: code, title: nameOf(name), children: [] };
    nodes.set(code, node);
    (nodes.get(code.slice(0, -2))?.children ?? roots).push(node);
  }
  return roots;
}
