import type { FaultKind, FaultRow } from '@gezhi/contract/insight/index';

/** Where a kind of fault is mended: a page of the desk with what it should open. */
export interface Remedy {
  readonly to: '/rules' | '/people' | '/places' | '/outbox' | '/supervision' | '/cases' | '/duty';
  readonly search?: Readonly<Record<string, string>>;
}

/** The most serious first: what leaves a matter without anybody, then what misroutes it, then what only blurs. */
const order: readonly FaultKind[] = [
  'noVerifier',
  'noSuperior',
  'supervisionUnanswered',
  'noClockRule',
  'messageFailed',
  'deskWithoutStaff',
  'misleadingRow',
  'dutyGap',
  'categoryWithoutRow',
  'onNoGrid',
  'yearUnpublished',
  'other',
];

export function bySeriousness<Group extends { readonly kind: FaultKind }>(groups: readonly Group[]): readonly Group[] {
  return groups.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** The page where faults of a kind are mended; undefined where only each case itself tells. */
export function remedyOf(kind: FaultKind): Remedy | undefined {
  return remedies[kind];
}

const remedies: Readonly<Partial<Record<FaultKind, Remedy>>> = {
  noVerifier: { to: '/people', search: { tab: 'people' } },
  noSuperior: { to: '/places' },
  supervisionUnanswered: { to: '/supervision' },
  noClockRule: { to: '/rules', search: { kind: 'clockRules' } },
  messageFailed: { to: '/outbox' },
  deskWithoutStaff: { to: '/people', search: { tab: 'people' } },
  misleadingRow: { to: '/rules', search: { kind: 'dutyList' } },
  dutyGap: { to: '/rules', search: { kind: 'dutyList' } },
  categoryWithoutRow: { to: '/rules', search: { kind: 'dutyList' } },
  onNoGrid: { to: '/places' },
  yearUnpublished: { to: '/rules', search: { kind: 'calendar' } },
};

/** What one line opens: its case, else the area, category or row it is about. */
export function placeOf(kind: FaultKind, row: FaultRow): Remedy | undefined {
  if (row.caseId !== undefined) return { to: '/cases', search: { id: row.caseId } };
  if (kind === 'dutyGap' && /^\d+$/.test(row.ref)) return { to: '/cases', search: { category: row.ref } };
  if (row.area === undefined) return undefined;
  return kind === 'onNoGrid'
    ? { to: '/cases', search: { area: row.area } }
    : { to: '/places', search: { area: row.area } };
}
