/** The county of the demonstration and the one community of it that is built in full. */
export const county = { code: '450802', name: '港北区', centre: [109.5905, 23.1106] as [number, number] };
export const street = '450802001';
export const community = '450802001013';

type OrganisationKind = 'department' | 'station' | 'company' | 'committee';

export interface CastBody {
  readonly key: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly area: string;
  readonly dutyPhone?: string;
}

/** Bodies that answer for matters here. Names of offices are generic; telephone numbers are made up. */
export const bodies: readonly CastBody[] = [
  { key: 'chengguan', name: '城管局', kind: 'department', area: county.code, dutyPhone: '0775-4500001' },
  { key: 'zhujian', name: '住建局', kind: 'department', area: county.code, dutyPhone: '0775-4500002' },
  { key: 'shijian', name: '市监局', kind: 'department', area: county.code, dutyPhone: '0775-4500003' },
  { key: 'jiaojing', name: '交警大队', kind: 'department', area: county.code, dutyPhone: '0775-4500004' },
  { key: 'gongshui', name: '供水公司', kind: 'company', area: county.code, dutyPhone: '0775-4500005' },
  { key: 'gongdian', name: '供电局', kind: 'department', area: county.code, dutyPhone: '0775-4500006' },
  { key: 'xiaofang', name: '消防救援站', kind: 'station', area: county.code, dutyPhone: '119' },
  { key: 'paichusuo', name: '贵城派出所', kind: 'station', area: street, dutyPhone: '0775-4500110' },
  { key: 'guicheng', name: '贵城街道办事处', kind: 'committee', area: street, dutyPhone: '0775-4500010' },
];

export interface CastMember {
  readonly username: string;
  readonly name: string;
  readonly role: string;
  /** Where the post holds: an area, or a body by its key. */
  readonly area?: string;
  /** A second area with the same role. */
  readonly alsoIn?: string;
  readonly body?: string;
  /** Made up; on the notice of the grid, where residents call it. */
  readonly phone?: string;
}

/** The first small grid of the community, whose chief and workers have accounts. */
export const grid = `${community}001`;

/** People with an account, one for each kind of work. The administrator is made by the set-up itself. */
export const members: readonly CastMember[] = [
  { username: 'county', name: '郑国强', role: 'commander', area: county.code },
  { username: 'street', name: '何丽华', role: 'dispatcher', area: street },
  { username: 'jia', name: '甘甜', role: 'community-clerk', area: community },
  { username: 'yi', name: '易敏', role: 'community-clerk', area: community },
  { username: 'bing', name: '邴勇', role: 'duty-clerk', area: community },
  { username: 'ding', name: '丁建国', role: 'small-grid-chief', area: grid, phone: '13800137001' },
  // Works everywhere in the community, and is the hand of the first grid.
  { username: 'worker', name: '韦小芳', role: 'grid-worker', area: community, alsoIn: grid, phone: '13800137002' },
  { username: 'micro', name: '梁志明', role: 'micro-grid-chief', area: `${grid}001` },
  { username: 'chengguan', name: '黄立新', role: 'department-clerk', body: 'chengguan' },
  { username: 'zhujian', name: '覃文静', role: 'department-clerk', body: 'zhujian' },
  { username: 'shijian', name: '陆海燕', role: 'department-clerk', body: 'shijian' },
  { username: 'jiaojing', name: '莫振华', role: 'department-clerk', body: 'jiaojing' },
  { username: 'gongshui', name: '农家乐', role: 'department-clerk', body: 'gongshui' },
  { username: 'paichusuo', name: '蒙卫东', role: 'police-officer', body: 'paichusuo' },
  { username: 'guicheng', name: '苏桂兰', role: 'department-clerk', body: 'guicheng' },
  { username: 'assessor', name: '罗秀英', role: 'assessor', area: county.code },
];

const surnames = [...'李王张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁罗宋谢唐韩冯邓曹彭曾'];
const givenNames = [
  '秀兰',
  '建军',
  '丽娟',
  '志强',
  '桂英',
  '国华',
  '海涛',
  '晓燕',
  '文斌',
  '玉珍',
  '永福',
  '美玲',
  '家豪',
];

/** Made-up name of the chief of the nth small grid; no two of the first 390 are the same. */
export const chiefName = (index: number): string =>
  `${surnames[index % surnames.length] ?? '李'}${givenNames[Math.floor(index / surnames.length + index) % givenNames.length] ?? '秀兰'}`;

/** Who answers for what: category code → body, with those that help. Codes of the everyday list and their groups. */
export const duties: readonly {
  readonly id: string;
  readonly category: string;
  readonly lead: string;
  readonly supporting?: readonly string[];
  readonly urgent?: boolean;
  readonly complex?: boolean;
}[] = [
  { id: 'lamps', category: '01020401', lead: 'chengguan' },
  { id: 'manholes', category: '01020402', lead: 'chengguan', urgent: true },
  { id: 'roads', category: '01020403', lead: 'zhujian' },
  { id: 'rubbish', category: '01021401', lead: 'chengguan' },
  { id: 'streetTrade', category: '01020201', lead: 'chengguan', supporting: ['shijian'] },
  { id: 'flyPosting', category: '01020202', lead: 'chengguan' },
  { id: 'noise', category: '04020301', lead: 'paichusuo' },
  { id: 'leaks', category: '01100301', lead: 'zhujian' },
  { id: 'lifts', category: '01021202', lead: 'guicheng', complex: true },
  { id: 'parking', category: '01021203', lead: 'jiaojing' },
  { id: 'water', category: '01021601', lead: 'gongshui' },
  { id: 'power', category: '01021501', lead: 'gongdian' },
  { id: 'building', category: '01030201', lead: 'chengguan' },
  { id: 'fireLanes', category: '13080901', lead: 'xiaofang', urgent: true },
];

/** Category that the workers of each grid answer for themselves. */
export const stairwells = '01021201';
