import type { Permission } from './permissions.ts';

/** A role as data: its permissions and whether its holders must use a second factor. */
export interface Role {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly permissions: readonly Permission[];
  /** Commanders and administrators sign in with a second factor, except in the demonstration. */
  readonly secondFactor: boolean;
}

const fieldRights: readonly Permission[] = ['case.file', 'case.read', 'place.read', 'people.read', 'register.read'];
const gridRights: readonly Permission[] = [...fieldRights, 'case.work'];
/** Whoever visits in a grid reads the records of care there; its community opens and ends them. */
const careRights: readonly Permission[] = ['register.edit', 'care.read', 'care.edit'];
const workRights: readonly Permission[] = [
  'case.file',
  'case.work',
  'place.read',
  'people.read',
  'register.read',
  'personal.reveal',
];
/** Whoever helps out: sees where they are and reports what they find. */
const helpRights: readonly Permission[] = ['case.file', 'place.read'];
const deskRights: readonly Permission[] = [
  ...fieldRights,
  'case.desk',
  'case.verify',
  'personal.reveal',
  'figures.read',
  'rules.read',
];

const role = (id: string, zh: string, en: string, rights: readonly Permission[], secondFactor = false): Role => ({
  id,
  name: { zh, en },
  permissions: rights,
  secondFactor,
});

/** The roles a new county starts with; a county changes them as rules, with versions. */
export const defaultRoles: readonly Role[] = [
  role('large-grid-chief', '大网格长', 'large grid chief', [...deskRights, 'register.edit']),
  role('medium-grid-chief', '中网格长', 'medium grid chief', [...deskRights, ...careRights]),
  role('small-grid-chief', '小网格长', 'small grid chief', [...gridRights, 'case.verify', 'care.read']),
  role('micro-grid-chief', '微网格长', 'microgrid chief', gridRights),
  role('exclusive-grid-chief', '专属网格长', 'exclusive grid chief', gridRights),
  role('grid-worker', '专职网格员', 'full-time grid worker', [...gridRights, 'care.read']),
  role('part-time-grid-worker', '兼职网格员', 'part-time grid worker', gridRights),
  role('community-clerk', '社区干事', 'community clerk', [...deskRights, ...careRights]),
  role('duty-clerk', '值班员', 'duty clerk', deskRights),
  role('dispatcher', '调度员', 'dispatcher', [...deskRights, 'duty.edit', 'fault.read', 'outbox.read']),
  role(
    'commander',
    '指挥长',
    'commander',
    [...deskRights, 'duty.edit', 'fault.read', 'audit.read', 'outbox.read'],
    true,
  ),
  role('department-clerk', '部门经办人', 'department clerk', workRights),
  role('police-officer', '社区民警', 'police officer', workRights),
  role('auxiliary-police', '辅警', 'auxiliary police', fieldRights),
  role('village-police', '驻村辅警', 'village police', fieldRights),
  role('department-contact', '部门联络员', 'department contact', workRights),
  role('department-deputy', '部门联络员（B 岗）', 'deputy department contact', workRights),
  role('first-secretary', '第一书记', 'first secretary', fieldRights),
  role('part-time-member', '兼职委员', 'part-time committee member', fieldRights),
  role('anchor-household-head', '中心户长', 'anchor-household head', fieldRights),
  role('building-head', '楼栋长', 'building head', fieldRights),
  role('stairwell-head', '单元长', 'stairwell head', fieldRights),
  role('legal-adviser', '法律顾问', 'legal adviser', helpRights),
  role('property-staff', '物业人员', 'property staff', fieldRights),
  role('village-elder', '乡贤', 'respected villager', helpRights),
  role('party-volunteer', '党员志愿者', 'party-member volunteer', helpRights),
  role('volunteer', '志愿者', 'volunteer', helpRights),
  role('courier-publicist', '快递小哥宣传员', 'courier publicist', helpRights),
  role('assessor', '考评员', 'assessor', ['figures.read', 'case.read', 'place.read', 'rules.read', 'audit.read']),
  role(
    'administrator',
    '管理员',
    'administrator',
    [
      'place.read',
      'place.edit',
      'people.read',
      'people.edit',
      'register.read',
      'register.edit',
      'duty.edit',
      'rules.read',
      'rules.edit',
      'figures.read',
      'outbox.read',
      'audit.read',
      'fault.read',
      'account.manage',
      'case.import',
      'case.read',
      'personal.erase',
      'clock.set',
    ],
    true,
  ),
];
