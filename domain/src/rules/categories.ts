import type { RuleFault, RuleName } from './rule-kinds.ts';

/** A category (事项): what a matter is about. Two digits a level, so that a code's ancestors are its prefixes. */
export interface Category {
  readonly code: string;
  readonly name: RuleName;
  /** Kept for the cases that bear it, no longer offered for new ones. */
  readonly retired?: boolean;
}

/** A category as residents say it. */
export interface EverydayCategory {
  readonly code: string;
  readonly name: RuleName;
  /** Other words for it, for finding it by typing. */
  readonly words: readonly string[];
}

/** The categories of a county with the short list for residents. */
export interface CategoryList {
  readonly categories: readonly Category[];
  readonly everyday: readonly EverydayCategory[];
}

/** Digits of one level of a category code. */
export const categoryDigits = 2;

/**
 * What keeps a list of categories from being used.
 * @param before the list it replaces: a code once given is retired, never taken away, because cases bear it
 */
export function faultsOfCategories(list: CategoryList, before?: CategoryList): RuleFault[] {
  const faults: RuleFault[] = [];
  const known = new Map<string, Category>();
  for (const [index, category] of list.categories.entries()) {
    const path = `categories.${index}.code`;
    if (known.has(category.code)) faults.push({ path, code: 'rules.doubled', params: { id: category.code } });
    known.set(category.code, category);
  }
  for (const [index, { code }] of list.categories.entries()) {
    const parent = code.slice(0, -categoryDigits);
    if (parent !== '' && !known.has(parent)) {
      faults.push({ path: `categories.${index}.code`, code: 'rules.noParent', params: { id: code } });
    }
  }
  for (const { code } of before?.categories ?? []) {
    if (!known.has(code)) faults.push({ path: 'categories', code: 'rules.categoryGone', params: { id: code } });
  }
  if (!list.categories.some(({ retired }) => retired !== true))
    faults.push({ path: 'categories', code: 'rules.empty' });
  return [...faults, ...faultsOfEveryday(list.everyday, known)];
}

function faultsOfEveryday(everyday: readonly EverydayCategory[], known: ReadonlyMap<string, Category>): RuleFault[] {
  const seen = new Set<string>();
  return everyday.flatMap(({ code }, index) => {
    const path = `everyday.${index}.code`;
    const params = { id: code };
    const category = known.get(code);
    const doubled = seen.has(code);
    seen.add(code);
    if (doubled) return [{ path, code: 'rules.doubled', params }];
    if (category === undefined) return [{ path, code: 'rules.unknownCategory', params }];
    return category.retired === true ? [{ path, code: 'rules.retiredCategory', params }] : [];
  });
}
