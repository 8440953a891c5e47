import type { Category } from './categories.ts';
import type { RuleFault } from './rule-kinds.ts';

/** What else there is in the county when a version takes effect: rows of rules may only name what is there. */
export interface Known {
  readonly categories: ReadonlyMap<string, Category>;
  /** Kind of each area, and whether it was retired. */
  readonly areas: ReadonlyMap<string, { readonly kind: string; readonly retired: boolean }>;
  /** Whether each organisation was retired. */
  readonly organisations: ReadonlyMap<string, { readonly retired: boolean }>;
  /** Kinds of areas that have a desk. */
  readonly deskKinds: ReadonlySet<string>;
  readonly summonsKinds: ReadonlySet<string>;
}

/** A category that a row names: it must be there and still be offered. */
export function faultsOfCategory(known: Known, code: string | undefined, path: string): RuleFault[] {
  if (code === undefined) return [];
  const found = known.categories.get(code);
  const params = { id: code };
  if (found === undefined) return [{ path, code: 'rules.unknownCategory', params }];
  return found.retired === true ? [{ path, code: 'rules.retiredCategory', params }] : [];
}

/** An area that a row names: it must be there and live. */
export function faultsOfArea(known: Pick<Known, 'areas'>, code: string | undefined, path: string): RuleFault[] {
  if (code === undefined) return [];
  const found = known.areas.get(code);
  const params = { id: code };
  if (found === undefined) return [{ path, code: 'rules.unknownArea', params }];
  return found.retired ? [{ path, code: 'rules.retiredArea', params }] : [];
}

/** Rows that bear a name given before. */
export function doubled(ids: readonly string[], pathOf: (index: number) => string): RuleFault[] {
  return ids.flatMap((id, index) =>
    ids.indexOf(id) < index ? [{ path: pathOf(index), code: 'rules.doubled', params: { id } }] : [],
  );
}
