import type { StaffingRule } from '../people/index.ts';
import { doubled, faultsOfArea, type Known } from './known.ts';
import type { RuleFault } from './rule-kinds.ts';

/** What staffing rules may name beside areas. */
export interface KnownToStaffing extends Pick<Known, 'areas' | 'organisations'> {
  readonly roles: ReadonlySet<string>;
  readonly areaKinds: ReadonlySet<string>;
}

/**
 * What keeps staffing rules from being used: roles, kinds of areas and departments that are not there would count
 * nobody, and so show gaps that nobody can fill.
 * @param known.organisations by id and by code
 */
export function faultsOfStaffing(rows: readonly StaffingRule[], known: KnownToStaffing): RuleFault[] {
  return [
    ...doubled(
      rows.map(({ id }) => id),
      (index) => `rows.${index}.id`,
    ),
    ...rows.flatMap((row, index) => faultsOfRow(row, `rows.${index}`, known)),
  ];
}

function faultsOfRow({ unit, needs, area }: StaffingRule, path: string, known: KnownToStaffing): RuleFault[] {
  const kinds = unit.per === 'area' || unit.per === 'areaAndDepartment' ? unit.kinds : [];
  const departments = unit.per === 'areaAndDepartment' ? unit.departments : [];
  const pathOf = (index: number) => `${path}.needs.${index}.id`;
  return [
    ...faultsOfArea(known, area, `${path}.area`),
    ...kinds
      .filter((id) => !known.areaKinds.has(id))
      .map((id) => ({ path: `${path}.unit.kinds`, code: 'rules.unknownAreaKind', params: { id } })),
    ...departments.flatMap((id): RuleFault[] => {
      const found = known.organisations.get(id);
      if (found === undefined)
        return [{ path: `${path}.unit.departments`, code: 'rules.unknownOrganisation', params: { id } }];
      return found.retired
        ? [{ path: `${path}.unit.departments`, code: 'rules.retiredOrganisation', params: { id } }]
        : [];
    }),
    ...doubled(departments, () => `${path}.unit.departments`),
    ...doubled(
      needs.map(({ id }) => id),
      pathOf,
    ),
    ...needs.flatMap(({ roles }, index) =>
      roles
        .filter((id) => !known.roles.has(id))
        .map((id) => ({ path: `${path}.needs.${index}.roles`, code: 'rules.unknownRole', params: { id } })),
    ),
  ];
}
