import type { Actor, LivePost, Permission } from '../../access/index.ts';
import { defaultRoles } from '../../access/index.ts';
import type { Body, Desk } from '../body.ts';
import { chinaCalendar } from '../clock/index.ts';
import { defaultClockRules } from '../clock-rules.ts';
import type { Context, Rules } from '../context.ts';
import { defaultLightRules } from '../light.ts';

/** A small county to test in: one community with a street and a county above it, and others beside them. */
export const county = '450802';
export const street = '450802001';
export const community = '450802001013';
export const grid = '450802001013007';
export const otherGrid = '450802001013008';
export const otherCommunity = '450802001014';
export const otherStreet = '450802002';
export const farCommunity = '450802002001';

export const desks: readonly Desk[] = [
  { area: county, level: 'county' },
  { area: street, level: 'street' },
  { area: community, level: 'community' },
  { area: otherCommunity, level: 'community' },
  { area: otherStreet, level: 'street' },
  { area: farCommunity, level: 'community' },
];

/** Areas the organisations serve. */
const orgAreas = { chengguan: county, shijian: county, jiaojing: county, office: street, property: community } as const;
export type Org = keyof typeof orgAreas;

export const org = (name: Org): Body => ({ kind: 'org', org: name });
export const deskBody = (area: string): Body => ({ kind: 'desk', area });
export const gridBody: Body = { kind: 'grid', area: grid };

const permissionsOf = (role: string): readonly Permission[] =>
  defaultRoles.find(({ id }) => id === role)?.permissions ?? [];

function staff(person: string, role: string, where: Pick<LivePost, 'area' | 'org'>): Extract<Actor, { kind: 'staff' }> {
  const post = { id: `post of ${person}`, role, ...where, permissions: permissionsOf(role) };
  return { kind: 'staff', county, person, name: person, posts: [post] };
}

/** Everybody who acts in the tests. */
export const people = {
  jia: staff('甲', 'community-clerk', { area: community }),
  yi: staff('乙', 'community-clerk', { area: community }),
  bing: staff('丙', 'duty-clerk', { area: community }),
  ding: staff('丁', 'small-grid-chief', { area: grid }),
  elsewhere: staff('戊', 'community-clerk', { area: otherCommunity }),
  streetClerk: staff('街道', 'dispatcher', { area: street }),
  countyClerk: staff('县区', 'commander', { area: county }),
  gridWorker: staff('网格员', 'grid-worker', { area: grid }),
  assessor: staff('考评', 'assessor', { area: county }),
  chengguan: staff('城管', 'department-clerk', { org: 'chengguan' }),
  chengguan2: staff('城管二', 'department-clerk', { org: 'chengguan' }),
  shijian: staff('市监', 'department-clerk', { org: 'shijian' }),
  jiaojing: staff('交警', 'police-officer', { org: 'jiaojing' }),
  office: staff('街道办', 'department-clerk', { org: 'office' }),
  property: staff('物业', 'department-clerk', { org: 'property' }),
} as const satisfies Record<string, Actor>;

export const system: Actor = { kind: 'system', county };
export const anybody: Actor = { kind: 'public' };
export const reporterOf = (caseId: string): Actor => ({ kind: 'reporter', county, caseId });

export const rules: Rules = {
  calendar: chinaCalendar,
  clocks: { version: 1, rows: defaultClockRules },
  dutyList: {
    version: 1,
    rows: [
      { id: 'lamps', category: '01', lead: org('chengguan'), supporting: [] },
      { id: 'stairs', category: '02', lead: gridBody, supporting: [org('property')] },
    ],
  },
  gate: { version: 1, categories: ['01'] },
  light: defaultLightRules,
  summonsKinds: ['difficulty', 'joint', 'urgent'],
  sampleRate: 1,
  reopening: { withinDays: 30, times: 2 },
  rating: { withinDays: 30 },
};

/** A minute of the week of the design, local time: `11-20T09:10`. */
export const at = (local: string): number => Date.parse(`2026-${local}:00+08:00`);

const bodyAreas: ReadonlyMap<string, string> = new Map(
  Object.entries(orgAreas).map(([name, area]) => [`org:${name}`, area]),
);

export function contextOf(actor: Actor, now: number, more: Partial<Context> = {}): Context {
  return { now, actor, rules, desks, bodyAreas, verifiers: ['乙', '丁'], ...more };
}
