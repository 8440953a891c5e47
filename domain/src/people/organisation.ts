/** What an organisation is. Party, government and society alike stand in one tree. */
export const organisationKinds = [
  /** 党委、工委 */
  'committee',
  /** 街道大工委: members come from other bodies */
  'streetCommittee',
  /** 社区大党委: members come from other bodies, property companies too */
  'communityCommittee',
  /** 党支部 */
  'branch',
  /** 功能型党支部 */
  'functionalBranch',
  /** 兼合型党支部 */
  'combinedBranch',
  /** 楼栋党小组 */
  'group',
  /** 先锋治理小组 */
  'pioneerGroup',
  /** 职能部门 */
  'department',
  /** 科室 */
  'section',
  /** 派出所、站、所 */
  'station',
  /** 包保单位、机关企事业单位 */
  'unit',
  'company',
  /** 物业服务企业 */
  'propertyCompany',
  /** 业主委员会 */
  'ownersCommittee',
  'school',
  /** 志愿队 */
  'team',
  /** 党群服务中心、驿站 */
  'servicePoint',
  /** 工作专班 */
  'taskForce',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** Kinds that are made of members of other bodies: a chart shows them with their members. */
export const joinedKinds: readonly OrganisationKind[] = [
  'streetCommittee',
  'communityCommittee',
  'functionalBranch',
  'combinedBranch',
  'pioneerGroup',
  'taskForce',
];

/** A chain of organisations longer than this is taken for a mistake. */
const maxDepth = 20;

/**
 * Whether putting `id` under `parent` keeps the tree a tree.
 * @param parentOf the parent of each organisation, as it stands now
 */
export function fitsUnder(
  id: string,
  parent: string | undefined,
  parentOf: (id: string) => string | undefined,
): boolean {
  let above = parent;
  for (let depth = 0; above !== undefined; depth += 1) {
    if (above === id || depth >= maxDepth) return false;
    above = parentOf(above);
  }
  return true;
}
