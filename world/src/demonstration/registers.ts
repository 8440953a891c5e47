import { bodyRoutes, peopleRoutes } from '@gezhi/contract/people/index';
import { groupRoutes, householdRoutes, registerRoutes, servicePlaceRoutes } from '@gezhi/contract/registers/index';
import type { BodyInputOf } from '@gezhi/contract/route';
import type { Client } from '../client.ts';
import type { BuiltPlace } from '../hecheng/index.ts';
import { community, grid, street } from './cast.ts';

type NewBody = BodyInputOf<typeof peopleRoutes.createOrganisation>;

/** Bodies of the party in street and community, those above first; made up but for their kinds. */
const bodies: readonly (NewBody & { readonly key: string; readonly under?: string })[] = [
  { key: 'street-committee', kind: 'streetCommittee', name: '贵城街道大工委', area: street },
  {
    key: 'community-committee',
    kind: 'communityCommittee',
    name: '荷城社区大党委',
    area: community,
    under: 'street-committee',
  },
  {
    key: 'grid-branch',
    kind: 'functionalBranch',
    name: '荷塘苑网格功能型党支部',
    area: grid,
    under: 'community-committee',
  },
  {
    key: 'courier-branch',
    kind: 'combinedBranch',
    name: '快递小哥兼合型党支部',
    area: community,
    under: 'community-committee',
  },
  { key: 'pioneers', kind: 'pioneerGroup', name: '荷塘苑先锋治理小组', area: grid, under: 'grid-branch' },
  { key: 'volunteers', kind: 'team', name: '荷城社区志愿服务队', area: community, under: 'community-committee' },
  { key: 'unit', kind: 'unit', name: '市图书馆', area: community },
  { key: 'property', kind: 'propertyCompany', name: '荷塘苑物业服务中心', area: grid },
];

/** Service and meeting places, with the rooms that can be booked. */
const places = [
  { kind: 'serviceCentre', name: '荷城社区党群服务中心', area: community, rooms: ['多功能厅', '调解室'] },
  { kind: 'forumCorner', name: '荷塘苑议事角', area: grid, rooms: ['议事桌'] },
  { kind: 'carePost', name: '荷城爱心驿站', area: community, rooms: [] },
  { kind: 'policeRoom', name: '荷城社区警务室', area: community, rooms: [] },
] as const;

const key = (name: string): string => `demonstration-register-${name}`;

async function addBodies(admin: Client): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const { key: name, under, ...body } of bodies) {
    const parent = under === undefined ? undefined : ids.get(under);
    const added = await admin.call(peopleRoutes.createOrganisation, {
      body: { ...body, ...(parent !== undefined && { parent }) },
      key: key(name),
    });
    ids.set(name, added.id);
  }
  const members = [
    ['community-committee', 'unit', 'member'],
    ['community-committee', 'property', 'part-time-member'],
    ['pioneers', 'property', 'member'],
  ] as const;
  for (const [body, member, duty] of members) {
    await admin.call(bodyRoutes.addMember, {
      params: { id: ids.get(body) ?? '' },
      body: { memberOrg: ids.get(member) ?? '', duty },
      key: key(`${body}-${member}`),
    });
  }
  return ids;
}

async function addPlaces(admin: Client): Promise<void> {
  const hours = [1, 2, 3, 4, 5].map((day) => ({ day, from: 8 * 60, to: 18 * 60 }));
  for (const [at, { rooms, ...place }] of places.entries()) {
    const added = await admin.call(servicePlaceRoutes.create, { body: { ...place, hours }, key: key(`place-${at}`) });
    for (const [index, name] of rooms.entries()) {
      await admin.call(servicePlaceRoutes.addRoom, {
        params: { id: added.id },
        body: { name, seats: 20 },
        key: key(`place-${at}-room-${index}`),
      });
    }
  }
}

/** Every household of the first grid, and the groups of its microgrids with those they reach. */
async function addHouseholds(admin: Client, place: BuiltPlace): Promise<void> {
  const homes = place.buildings.filter((building) => building.microgrid.startsWith(grid));
  const households = homes.flatMap(({ name, microgrid, households: there }) =>
    Array.from({ length: there }, (_, at) => ({
      area: microgrid,
      address: `${name}${Math.floor(at / 2) + 1}0${(at % 2) + 1}室`,
    })),
  );
  await admin.call(householdRoutes.import, { body: { households }, key: key('households') });
  const microgrids = [...new Set(homes.map(({ microgrid }) => microgrid))].toSorted().slice(0, 6);
  for (const [at, area] of microgrids.entries()) {
    const group = await admin.call(groupRoutes.create, {
      body: { name: `荷塘苑${at + 1}号微网格群`, platform: '微信群', area, covers: [area] },
      key: key(`group-${at}`),
    });
    const there = await admin.call(householdRoutes.list, { query: { area, limit: 200 } });
    // One household in five is not in its group yet.
    const reached = there.rows.filter((_, index) => index % 5 !== 4).map(({ id }) => id);
    await admin.call(groupRoutes.reach, { params: { id: group.id }, body: { add: reached } });
  }
}

async function addEntries(admin: Client, ids: ReadonlyMap<string, string>): Promise<void> {
  const { rows } = await admin.call(peopleRoutes.listPeople, { query: { area: grid, limit: 10 } });
  const [chief] = rows;
  await admin.call(registerRoutes.create, {
    body: {
      kind: 'pairing',
      area: community,
      org: ids.get('unit') ?? '',
      fields: { how: 'sponsor', duties: '周末阅读课、政策宣讲' },
    },
    key: key('pairing'),
  });
  if (chief === undefined) return;
  await admin.call(registerRoutes.create, {
    body: {
      kind: 'training',
      area: grid,
      person: chief.id,
      fields: { occasion: 'beforePost', course: '网格员岗前培训', hours: 16, passed: true },
    },
    key: key('training'),
  });
  await admin.call(registerRoutes.create, {
    body: {
      kind: 'responsibility',
      area: grid,
      person: chief.id,
      fields: { scheme: 'area', rank: 'first', duties: '巡查、走访、化解矛盾' },
    },
    key: key('responsibility'),
  });
}

/** Fills the registers of the demonstration, so that none of their pages is empty. */
export async function fillRegisters(admin: Client, place: BuiltPlace): Promise<void> {
  const ids = await addBodies(admin);
  await addPlaces(admin);
  await addHouseholds(admin, place);
  await addEntries(admin, ids);
}
