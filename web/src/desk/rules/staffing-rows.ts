import type { RuleBody } from '@gezhi/contract/rules/index';

export type StaffingRow = RuleBody<'staffing'>['rows'][number];
export type StaffingNeedRow = StaffingRow['needs'][number];
type Unit = StaffingRow['unit'];

/** An id that no other has: `rule-1`, `rule-2` … */
export function freeId(start: string, taken: readonly string[]): string {
  for (let n = 1; ; n += 1) {
    const id = `${start}-${n}`;
    if (!taken.includes(id)) return id;
  }
}

/** A need to begin with: one, at the unit itself. */
export function newNeed(id: string): StaffingNeedRow {
  return { id, name: { zh: '' }, roles: [], min: 1, place: 'here', severalPlaces: true };
}

/** A rule to begin with: of each grid. What is still missing is named by the check. */
export function newRule(id: string): StaffingRow {
  return { id, name: { zh: '' }, unit: { per: 'area', kinds: ['grid'] }, needs: [newNeed('need-1')] };
}

/** The unit counted another way; kinds of areas stay where both ways count areas. */
export function unitPer(per: Unit['per'], was: Unit): Unit {
  const kinds = was.per === 'area' || was.per === 'areaAndDepartment' ? was.kinds : ['grid'];
  switch (per) {
    case 'area':
      return { per, kinds };
    case 'areaAndDepartment':
      return { per, kinds, departments: was.per === per ? was.departments : [] };
    case 'organisation':
      return { per, kinds: was.per === per ? was.kinds : ['communityCommittee'] };
    case 'zone':
      return { per, purpose: was.per === per ? was.purpose : '' };
  }
}
