import { type CodeScheme, depthOf } from './codes.ts';

/** One kind of area, as data that a county may change. Names come from the catalogue under `places.kind.<id>`. */
export interface AreaKind {
  readonly id: string;
  /** Kinds that this one may stand under; none means it stands at the root. */
  readonly under: readonly string[];
  /** Whether areas of this kind have a desk that accepts and dispatches. */
  readonly desk: boolean;
  /** Large, medium, small or micro in the four-level reading of the tree. */
  readonly size?: 'large' | 'medium' | 'small' | 'micro';
  /** General or exclusive grid in the two-kind reading. */
  readonly use?: 'general' | 'exclusive';
  /** Own digits that new areas of this kind are numbered from and to (both included). */
  readonly numbers?: { readonly from: number; readonly to: number };
}

/** The tree a new county starts with. Exclusive grids are numbered from 601. */
export const defaultAreaKinds: readonly AreaKind[] = [
  { id: 'province', under: [], desk: false },
  { id: 'city', under: ['province'], desk: false },
  { id: 'county', under: ['city', 'province'], desk: true },
  { id: 'street', under: ['county', 'city'], desk: true, size: 'large' },
  { id: 'community', under: ['street'], desk: true, size: 'medium' },
  { id: 'grid', under: ['community'], desk: false, size: 'small', use: 'general', numbers: { from: 1, to: 600 } },
  {
    id: 'exclusive-grid',
    under: ['community'],
    desk: false,
    size: 'small',
    use: 'exclusive',
    numbers: { from: 601, to: 999 },
  },
  { id: 'microgrid', under: ['grid', 'exclusive-grid'], desk: false, size: 'micro' },
];

export function findKind(kinds: readonly AreaKind[], id: string): AreaKind | undefined {
  return kinds.find((kind) => kind.id === id);
}

/** Whether a kind may stand under another; `undefined` asks about the root. */
export function mayStandUnder(kind: AreaKind, parentKind: string | undefined): boolean {
  return parentKind === undefined ? kind.under.length === 0 : kind.under.includes(parentKind);
}

/** Kinds that may stand directly under the given one. */
export function kindsUnder(kinds: readonly AreaKind[], parentKind: string): readonly AreaKind[] {
  return kinds.filter((kind) => kind.under.includes(parentKind));
}

export type KindTableFault =
  | { readonly code: 'kinds.unknownParent'; readonly kind: string; readonly parent: string }
  | { readonly code: 'kinds.doubled'; readonly kind: string }
  | { readonly code: 'kinds.circle'; readonly kind: string };

/** What is wrong with a table of kinds before it is taken into use. */
export function faultsOfKinds(kinds: readonly AreaKind[]): readonly KindTableFault[] {
  const faults: KindTableFault[] = [];
  const seen = new Set<string>();
  for (const kind of kinds) {
    if (seen.has(kind.id)) faults.push({ code: 'kinds.doubled', kind: kind.id });
    seen.add(kind.id);
    for (const parent of kind.under) {
      if (findKind(kinds, parent) === undefined) faults.push({ code: 'kinds.unknownParent', kind: kind.id, parent });
    }
    if (standsAboveItself(kinds, kind.id)) faults.push({ code: 'kinds.circle', kind: kind.id });
  }
  return faults;
}

/** Kind that an imported division code has by its depth alone: 6 digits a county, 9 a street, 12 a community. */
export function kindOfDivision(scheme: CodeScheme, code: string): string | undefined {
  return (['province', 'city', 'county', 'street', 'community'] as const)[(depthOf(scheme, code) ?? 0) - 1];
}

/** The deepest area of a chain whose kind has a desk: who decides about what lies there. */
export function deskOf<A extends { readonly kind: string }>(
  kinds: readonly AreaKind[],
  chain: readonly A[],
): A | undefined {
  return chain.findLast((area) => findKind(kinds, area.kind)?.desk === true);
}

function standsAboveItself(kinds: readonly AreaKind[], id: string): boolean {
  const reached = new Set<string>();
  const open = [...(findKind(kinds, id)?.under ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === id) return true;
    if (reached.has(next)) continue;
    reached.add(next);
    open.push(...(findKind(kinds, next)?.under ?? []));
  }
  return false;
}
