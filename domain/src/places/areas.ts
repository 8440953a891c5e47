import { type CodeFault, type CodeScheme, faultOfCode, parentOf } from './codes.ts';
import { type AreaKind, findKind, mayStandUnder } from './kinds.ts';

/** A node of the place tree. Instants are epoch milliseconds. */
export interface Area {
  readonly code: string;
  readonly kind: string;
  readonly name: string;
  readonly households?: number;
  readonly population?: number;
  readonly validFrom: number;
  /** Set when the area was retired; its code is never given again. */
  readonly retiredAt?: number;
  /** Areas that took over what this one answered for. */
  readonly succeededBy: readonly string[];
}

/** Looks an area up by code, retired ones too. */
export type FindArea = (code: string) => Area | undefined;

/** Why a change to the tree is refused. */
export interface AreaRefusal {
  readonly refused:
    | CodeFault
    | 'area.codeUsed'
    | 'area.notFound'
    | 'area.kind.unknown'
    | 'area.kind.invalid'
    | 'area.parent.unknown'
    | 'area.parentRetired'
    | 'area.retired'
    | 'area.hasLiveChildren'
    | 'area.successor.unknown'
    | 'area.successorRetired'
    | 'area.successor.invalid';
  readonly area: string;
}

export interface NewArea {
  readonly code: string;
  readonly kind: string;
  readonly name: string;
  readonly households?: number;
  readonly population?: number;
}

/** Whether an area may be created. The root of a county's own tree (its county, or what stands above it) needs no parent. */
export function refusalToCreate(
  rules: { readonly scheme: CodeScheme; readonly kinds: readonly AreaKind[] },
  find: FindArea,
  area: NewArea,
): AreaRefusal | undefined {
  const refuse = (refused: AreaRefusal['refused']): AreaRefusal => ({ refused, area: area.code });
  const fault = faultOfCode(rules.scheme, area.code);
  if (fault !== undefined) return refuse(fault);
  if (find(area.code) !== undefined) return refuse('area.codeUsed');
  const kind = findKind(rules.kinds, area.kind);
  if (kind === undefined) return refuse('area.kind.unknown');
  if (area.code.length <= 6) return undefined;
  const parent = find(parentOf(rules.scheme, area.code) ?? '');
  if (parent === undefined) return refuse('area.parent.unknown');
  if (parent.retiredAt !== undefined) return refuse('area.parentRetired');
  return mayStandUnder(kind, parent.kind) ? undefined : refuse('area.kind.invalid');
}

/**
 * Whether an area may be retired in favour of others. All under it must be retired first, so that nothing live
 * hangs below a dead node; each successor must be live and of the same county.
 */
export function refusalToRetire(
  find: FindArea,
  hasLiveChildren: boolean,
  code: string,
  successors: readonly string[],
): AreaRefusal | undefined {
  const area = find(code);
  if (area === undefined) return { refused: 'area.notFound', area: code };
  if (area.retiredAt !== undefined) return { refused: 'area.retired', area: code };
  if (hasLiveChildren) return { refused: 'area.hasLiveChildren', area: code };
  return refusalOfSuccessors(find, code, successors);
}

/** Whether the links are sound: successors exist, live, differ from the area and stay in its county. */
export function refusalOfSuccessors(
  find: FindArea,
  code: string,
  successors: readonly string[],
): AreaRefusal | undefined {
  for (const successor of successors) {
    const heir = find(successor);
    if (heir === undefined || successor === code) return { refused: 'area.successor.unknown', area: successor };
    if (heir.retiredAt !== undefined) return { refused: 'area.successorRetired', area: successor };
    if (successor.slice(0, 6) !== code.slice(0, 6)) return { refused: 'area.successor.invalid', area: successor };
  }
  return undefined;
}

/**
 * The live areas that answer today for a code given long ago, lowest code first: itself while it lives, else
 * its successors, and theirs.
 */
export function answeringFor(find: FindArea, code: string): readonly Area[] {
  const answering = new Map<string, Area>();
  const seen = new Set<string>();
  const open = [code];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const area = find(next);
    if (area === undefined) continue;
    if (area.retiredAt === undefined) answering.set(area.code, area);
    else open.push(...area.succeededBy);
  }
  return [...answering.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}
