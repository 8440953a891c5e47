import { bodyRoutes, peopleRoutes } from '@gezhi/contract/people/index';
import { placesRoutes } from '@gezhi/contract/places/index';
import { registerRoutes, servicePlaceRoutes } from '@gezhi/contract/registers/index';
import type { Client } from '../client.ts';
import { allRows } from './all-rows.ts';
import { appoint, type Opening } from './appoint.ts';
import { addBodies, type WorldBody } from './bodies.ts';
import { bands, type Box, columns, landAround, patches } from './boxes.ts';
import { streetsOf } from './divisions.ts';
import { putAreas, type WorldArea } from './put-areas.ts';
import { digits, shareOf } from './share.ts';
import type { World } from './world.ts';

const county = '211282';
/** The two streets where it was tried first. */
const pilotNames = ['开原街道', '新城街道'];
const middle = [124.0395, 42.5402] as const;

/** Published; of 余 and 超过 the number itself. */
const published = {
  communities: 37,
  grids: 448,
  householdsPerGrid: 300,
  headsOnStreetCommittees: 14,
  jointUnits: 28,
  functionalBranches: 88,
  partTimeWorkers: 100,
  stations: 15,
  points: 3,
  couriers: 300,
} as const;

const pilots = streetsOf(county).filter(({ name }) => pilotNames.includes(name));
/** Real communities in code order, as many as the report counts. */
const communities = pilots
  .flatMap(({ villages }) => villages)
  .filter(({ name }) => name.endsWith('社区'))
  .slice(0, published.communities);
const streets = pilots.map(({ code, name }) => ({
  code,
  name,
  communities: communities.filter((community) => community.code.startsWith(code)),
}));

function areas(): readonly WorldArea[] {
  const land = landAround(middle);
  const strips = bands(land, streets.length);
  const built: WorldArea[] = [{ code: county, kind: 'county', name: '开原市', box: land }];
  for (const [i, street] of streets.entries()) {
    const strip = strips[i] as Box;
    const boxes = columns(strip, street.communities.length);
    built.push({ code: street.code, kind: 'street', name: street.name, box: strip });
    for (const [j, { code, name }] of street.communities.entries()) {
      const parts = patches(
        boxes[j] as Box,
        shareOf(
          published.grids,
          communities.length,
          communities.findIndex((one) => one.code === code),
        ),
      );
      built.push({
        code,
        kind: 'community',
        name,
        box: boxes[j] as Box,
        households: parts.length * published.householdsPerGrid,
      });
      for (const [k, box] of parts.entries())
        built.push({
          code: `${code}${digits(k + 1)}`,
          kind: 'grid',
          name: `${name}第${k + 1}网格`,
          box,
          households: published.householdsPerGrid,
        });
    }
  }
  return built.toSorted((a, b) => a.code.length - b.code.length);
}

const unitCode = (at: number): string => `unit-${digits(at + 1)}`;
const streetCommittee = (street: string): string => `committee-${street}`;

function bodies(grids: readonly WorldArea[]): readonly WorldBody[] {
  return [
    ...streets.map(({ code, name }) => ({
      code: streetCommittee(code),
      name: `${name}大工委`,
      kind: 'streetCommittee' as const,
      area: code,
    })),
    ...communities.map(({ code, name }) => ({
      code: `committee-${code}`,
      name: `${name}大党委`,
      kind: 'communityCommittee' as const,
      area: code,
      parent: streetCommittee(code.slice(0, 9)),
    })),
    // Made up: the report counts the units and does not name them.
    ...Array.from({ length: communities.length + published.jointUnits }, (_, at) => ({
      code: unitCode(at),
      name: `包保单位${at + 1}`,
      kind: 'unit' as const,
      area: county,
    })),
    ...Array.from({ length: published.headsOnStreetCommittees }, (_, at) => ({
      code: `department-${digits(at + 1)}`,
      name: `市直部门${at + 1}`,
      kind: 'department' as const,
      area: county,
    })),
    ...grids.slice(0, published.functionalBranches).map(({ code, name }) => ({
      code: `branch-${code}`,
      name: `${name}功能型党支部`,
      kind: 'functionalBranch' as const,
      area: code,
      parent: `committee-${code.slice(0, 12)}`,
    })),
  ];
}

function openings(grids: readonly WorldArea[]): readonly Opening[] {
  return [
    ...communities.map(({ code }) => ({ area: code, role: 'first-secretary', time: 'part' as const })),
    ...Array.from({ length: published.headsOnStreetCommittees }, (_, at) => ({
      area: county,
      role: 'part-time-member',
      org: `department-${digits(at + 1)}`,
      time: 'part' as const,
    })),
    ...grids
      .slice(0, published.partTimeWorkers)
      .map(({ code }) => ({ area: code, role: 'part-time-grid-worker', time: 'part' as const })),
    ...Array.from({ length: published.couriers }, (_, at) => ({
      area: communities[at % communities.length]?.code ?? county,
      role: 'courier-publicist',
      time: 'part' as const,
    })),
  ];
}

async function bodiesByCode(admin: Client): Promise<ReadonlyMap<string, string>> {
  const rows = await allRows((paging) => admin.call(peopleRoutes.listOrganisations, { query: paging }));
  return new Map(rows.flatMap(({ id, code }) => (code === undefined ? [] : [[code, id] as const])));
}

/** Department heads on the street committees, and the units that pair with communities: one sponsor to each, the others join. */
async function connect(admin: Client): Promise<void> {
  const ids = await bodiesByCode(admin);
  const idOf = (code: string): string => ids.get(code) ?? code;
  const heads = await allRows((paging) =>
    admin.call(peopleRoutes.listPosts, { query: { area: county, role: 'part-time-member', ...paging } }),
  );
  for (const [at, { person, org }] of heads.entries()) {
    const street = streets[at % streets.length]?.code ?? '';
    await admin.call(bodyRoutes.addMember, {
      params: { id: idOf(streetCommittee(street)) },
      body: { memberPerson: person, ...(org !== undefined && { memberOrg: org }), duty: 'part-time-member' },
      key: `kaiyuan-head-${at}`,
    });
  }
  for (let at = 0; at < communities.length + published.jointUnits; at += 1) {
    const sponsor = at < communities.length;
    const area = communities[at % communities.length]?.code ?? county;
    await admin.call(registerRoutes.create, {
      body: { kind: 'pairing', area, org: idOf(unitCode(at)), fields: { how: sponsor ? 'sponsor' : 'joint' } },
      key: `kaiyuan-pairing-${at}`,
    });
  }
  const firsts = await allRows((paging) =>
    admin.call(peopleRoutes.listPosts, { query: { area: county, role: 'first-secretary', ...paging } }),
  );
  for (const { person, area = '' } of firsts) {
    await admin.call(bodyRoutes.addMember, {
      params: { id: idOf(`committee-${area}`) },
      body: { memberPerson: person, duty: 'first-secretary' },
      key: `kaiyuan-first-${area}`,
    });
  }
}

async function addStations(admin: Client): Promise<void> {
  const places = [
    ...Array.from({ length: published.stations }, (_, at) => ({
      kind: 'courierStation' as const,
      name: `红色驿站${at + 1}`,
    })),
    ...Array.from({ length: published.points }, (_, at) => ({
      kind: 'courierPoint' as const,
      name: `快递集散点${at + 1}`,
    })),
  ];
  for (const [at, place] of places.entries()) {
    await admin.call(servicePlaceRoutes.create, {
      body: { ...place, area: communities[at % communities.length]?.code ?? county },
      key: `kaiyuan-station-${at}`,
    });
  }
}

async function build(admins: ReadonlyMap<string, Client>, say: (line: string) => void): Promise<void> {
  const admin = admins.get(county) as Client;
  const built = areas();
  await putAreas(admin, built);
  say(`开原市: ${built.length} areas`);
  await admin.call(placesRoutes.createZone, {
    body: { purpose: 'pilot', name: '先行街道', areas: streets.map(({ code }) => code) },
    key: 'kaiyuan-pilot',
  });
  const grids = built.filter(({ kind }) => kind === 'grid');
  await addBodies(admin, 'kaiyuan', bodies(grids));
  await appoint(admin, 'kaiyuan', openings(grids));
  await connect(admin);
  await addStations(admin);
  say('开原市: bodies, people and pairings');
}

async function count(admins: ReadonlyMap<string, Client>): Promise<Readonly<Record<string, unknown>>> {
  const admin = admins.get(county) as Client;
  const areasOf = async (kind: string) =>
    (await allRows((paging) => admin.call(placesRoutes.listAreas, { query: { under: county, kind, ...paging } })))
      .length;
  const bodiesOf = (kind: 'streetCommittee' | 'communityCommittee' | 'functionalBranch') =>
    allRows((paging) => admin.call(peopleRoutes.listOrganisations, { query: { kind, ...paging } }));
  const membersOf = async (id: string, duty: string) =>
    (await allRows((paging) => admin.call(bodyRoutes.listMembers, { params: { id }, query: paging }))).filter(
      (member) => member.duty === duty,
    ).length;
  const holders = async (role: string) =>
    new Set(
      (await allRows((paging) => admin.call(peopleRoutes.listPosts, { query: { area: county, role, ...paging } }))).map(
        ({ person }) => person,
      ),
    ).size;
  const placesOf = async (kind: 'courierStation' | 'courierPoint') =>
    (await allRows((paging) => admin.call(servicePlaceRoutes.list, { query: { kind, ...paging } }))).length;
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

  const pilot = await admin.call(placesRoutes.listZones, { query: { purpose: 'pilot' } });
  const streetCommittees = await bodiesOf('streetCommittee');
  const communityCommittees = await bodiesOf('communityCommittee');
  const pairings = await allRows((paging) =>
    admin.call(registerRoutes.list, { query: { kind: 'pairing', ...paging } }),
  );
  const paired = (how: string) =>
    new Set(pairings.filter(({ fields }) => fields['how'] === how).map(({ org }) => org)).size;
  return {
    pilotStreets: sum(pilot.rows.map((zone) => zone.areas.length)),
    communities: await areasOf('community'),
    streetEnlargedCommittees: streetCommittees.length,
    communityEnlargedCommittees: communityCommittees.length,
    departmentHeadsOnStreetCommittees: sum(
      await Promise.all(streetCommittees.map(({ id }) => membersOf(id, 'part-time-member'))),
    ),
    pairedUnits: new Set(pairings.map(({ org }) => org)).size,
    sponsorUnits: paired('sponsor'),
    jointUnits: paired('joint'),
    communityFirstSecretaries: sum(
      await Promise.all(communityCommittees.map(({ id }) => membersOf(id, 'first-secretary'))),
    ),
    functionalBranches: (await bodiesOf('functionalBranch')).length,
    grids: await areasOf('grid'),
    partTimeGridWorkersAtLeast: await holders('part-time-grid-worker'),
    courierStations: await placesOf('courierStation'),
    courierPoints: await placesOf('courierPoint'),
    couriersAtLeast: await holders('courier-publicist'),
  };
}

/** 开原市: two pilot streets with 37 communities and 448 grids of 300 households. */
export const kaiyuan: World = {
  counties: [county],
  divisions: [...streets.map(({ code, name }) => ({ code, name })), ...communities],
  build,
  count,
};
