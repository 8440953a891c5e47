import { type Actor, defaultRoles, type LivePost } from '@gezhi/domain/access/index';
import {
  chinaCalendar,
  defaultClockRules,
  defaultLightRules,
  type Desk,
  type DutyRow,
  type Reporter,
  type Rules,
} from '@gezhi/domain/cases/index';
import { defaultSettings, defaultSummonsKinds } from '@gezhi/domain/rules/index';
import { bodies, community, county as countyArea, duties, members, street } from '../demonstration/cast.ts';
import type { WeekReport } from './step.ts';

/** The grid of 丁, where everything in the week happens. */
export const grid = `${community}001`;

export const desks: readonly Desk[] = [
  { area: countyArea.code, level: 'county' },
  { area: street, level: 'street' },
  { area: community, level: 'community' },
];

export const bodyAreas: ReadonlyMap<string, string> = new Map(bodies.map(({ key, area }) => [`org:${key}`, area]));

const row = ({ id, category, lead, supporting = [], urgent, complex }: (typeof duties)[number]): DutyRow => ({
  id,
  category,
  lead: { kind: 'org', org: lead },
  supporting: supporting.map((org) => ({ kind: 'org', org })),
  ...(urgent === true && { setsUrgency: 'urgent' }),
  ...(complex === true && { setsKind: 'complex' }),
});

/** What is kept clear by the grid itself; every other kind of the week is in the demonstration's list or a gap. */
const stairwells: DutyRow = {
  id: 'stairwells',
  category: '01021201',
  lead: { kind: 'grid', area: grid },
  supporting: [],
};

/** Default rules and office hours, every case solved on the spot drawn for checking. */
export const rules: Rules = {
  calendar: chinaCalendar,
  clocks: { version: 1, rows: defaultClockRules },
  dutyList: { version: 1, rows: [...duties.map(row), stairwells] },
  gate: { version: 1, categories: ['01021201'] },
  light: defaultLightRules,
  summonsKinds: defaultSummonsKinds.map(({ id }) => id),
  sampleRate: 1,
  reopening: defaultSettings.reopening,
  rating: defaultSettings.rating,
};

/** Who may verify at the community's desk or at the grid. */
export const verifiers: readonly string[] = ['jia', 'yi', 'bing', 'ding'];

function postOf({ username, role, area, body }: (typeof members)[number]): LivePost {
  return {
    id: `post of ${username}`,
    role,
    ...(area !== undefined && { area }),
    ...(body !== undefined && { org: body }),
    permissions: defaultRoles.find(({ id }) => id === role)?.permissions ?? [],
  };
}

/** A member of the cast by their username, or a resident with the follow code of a case. */
export function actorOf(who: string, caseId: string): Actor {
  const member = members.find(({ username }) => username === who);
  const county = countyArea.code;
  if (member) return { kind: 'staff', county, person: who, name: member.name, posts: [postOf(member)] };
  return /^R\d+$/.test(who) ? { kind: 'reporter', county, caseId } : { kind: 'public' };
}

export const residentsOf = (resident: string, report: WeekReport): Reporter => ({
  kind: 'resident',
  subject: resident,
  ...(report.onBehalfOf !== undefined && { onBehalf: true }),
});
