import { bodyRoutes, peopleRoutes } from '@gezhi/contract/people/index';
import { placesRoutes } from '@gezhi/contract/places/index';
import { servicePlaceRoutes } from '@gezhi/contract/registers/index';
import type { Client } from '../client.ts';
import { allRows } from './all-rows.ts';
import { appoint, type Opening } from './appoint.ts';
import { addBodies, type WorldBody } from './bodies.ts';
import { bands, type Box, columns, landAround } from './boxes.ts';
import { type Street, streetsOf } from './divisions.ts';
import { putAreas, type WorldArea } from './put-areas.ts';
import { digits, shareOf } from './share.ts';
import type { World } from './world.ts';

const county = '360827';
const middle = [114.5121, 26.3293] as const;

/** Published; of 余 the number itself. */
const published = {
  villages: 337,
  ruralZones: 100,
  urbanZones: 13,
  auxiliariesPerUrbanZone: 8,
  gridBranches: 24,
  buildingGroups: 59,
  anchorHeads: 7_200,
} as const;
/** The fourteen departments by name. */
const departments = [
  '城管',
  '公安',
  '司法',
  '市监',
  '环保',
  '交警',
  '应急',
  '消防',
  '民政',
  '教育',
  '供水',
  '供电',
  '自然资源',
  '住房保障',
];

/** The first villages and communities of the real list in code order. */
const villages = streetsOf(county)
  .flatMap((street) => street.villages)
  .slice(0, published.villages);
const streets: readonly Street[] = streetsOf(county)
  .map((street) => ({
    ...street,
    villages: street.villages.filter(({ code }) => villages.some((village) => village.code === code)),
  }))
  .filter((street) => street.villages.length > 0);
const urban = villages.filter(({ name }) => name.endsWith('社区') || name.endsWith('居委会'));
const rural = villages.filter((village) => !urban.includes(village));

function areas(): readonly WorldArea[] {
  const land = landAround(middle);
  const strips = bands(land, streets.length);
  const built: WorldArea[] = [{ code: county, kind: 'county', name: '遂川县', box: land }];
  for (const [i, street] of streets.entries()) {
    const boxes = columns(strips[i] as Box, street.villages.length);
    built.push({ code: street.code, kind: 'street', name: street.name, box: strips[i] as Box });
    for (const [j, { code, name }] of street.villages.entries())
      built.push({ code, kind: 'community', name, box: boxes[j] as Box });
  }
  return built.toSorted((a, b) => a.code.length - b.code.length);
}

interface PoliceZone {
  readonly purpose: 'police-rural' | 'police-urban';
  readonly name: string;
  readonly areas: readonly string[];
  /** Code of the station that serves it. */
  readonly station: string;
}

function zonesOver(
  areasThere: readonly { readonly code: string }[],
  many: number,
  purpose: PoliceZone['purpose'],
): readonly PoliceZone[] {
  let from = 0;
  return Array.from({ length: many }, (_, at) => {
    const some = areasThere.slice(from, (from += shareOf(areasThere.length, many, at)));
    const word = purpose === 'police-rural' ? '乡村警务片区' : '城区警务网格';
    return {
      purpose,
      name: `${word}${at + 1}`,
      areas: some.map(({ code }) => code),
      station: `${purpose}-${digits(at + 1)}`,
    };
  });
}

const zones: readonly PoliceZone[] = [
  ...zonesOver(rural, published.ruralZones, 'police-rural'),
  ...zonesOver(urban, published.urbanZones, 'police-urban'),
];
const streetOf = (zone: PoliceZone): string => zone.areas[0]?.slice(0, 9) ?? county;

const bodies: readonly WorldBody[] = [
  ...departments.map((name, at) => ({
    code: `department-${digits(at + 1)}`,
    name,
    kind: 'department' as const,
    area: county,
  })),
  ...zones.map((zone) => ({
    code: zone.station,
    name: `${zone.name}警务室`,
    kind: 'station' as const,
    area: streetOf(zone),
  })),
  ...Array.from({ length: published.gridBranches }, (_, at) => ({
    code: `branch-${digits(at + 1)}`,
    name: `网格党支部${at + 1}`,
    kind: 'branch' as const,
    area: urban[at % urban.length]?.code ?? county,
  })),
  ...Array.from({ length: published.buildingGroups }, (_, at) => ({
    code: `group-${digits(at + 1)}`,
    name: `楼栋党小组${at + 1}`,
    kind: 'group' as const,
    area: urban[at % urban.length]?.code ?? county,
    parent: `branch-${digits((at % published.gridBranches) + 1)}`,
  })),
];

const openings: readonly Opening[] = [
  ...zones.flatMap((zone): readonly Opening[] =>
    zone.purpose === 'police-rural'
      ? [{ area: streetOf(zone), role: 'village-police', org: zone.station }]
      : [
          { area: streetOf(zone), role: 'police-officer', org: zone.station },
          ...Array.from({ length: published.auxiliariesPerUrbanZone }, () => ({
            area: streetOf(zone),
            role: 'auxiliary-police',
            org: zone.station,
          })),
        ],
  ),
  ...Array.from({ length: published.anchorHeads }, (_, at) => ({
    area: villages[at % villages.length]?.code ?? county,
    role: 'anchor-household-head',
    time: 'part' as const,
  })),
];

async function addZones(admin: Client): Promise<void> {
  const stations = await allRows((paging) =>
    admin.call(peopleRoutes.listOrganisations, { query: { kind: 'station' as const, ...paging } }),
  );
  const idOf = new Map(stations.map(({ code, id }) => [code, id]));
  for (const { purpose, name, areas: over, station } of zones) {
    const zone = await admin.call(placesRoutes.createZone, {
      body: { purpose, name, areas: [...over] },
      key: `suichuan-zone-${station}`,
    });
    await admin.call(bodyRoutes.setServes, {
      params: { id: idOf.get(station) ?? '' },
      body: { areas: [], zones: [zone.id] },
    });
    if (purpose === 'police-rural') {
      await admin.call(servicePlaceRoutes.create, {
        body: { kind: 'policeRoom', name: `${name}警务室`, area: over[0] ?? county },
        key: `suichuan-room-${station}`,
      });
    }
  }
}

async function build(admins: ReadonlyMap<string, Client>, say: (line: string) => void): Promise<void> {
  const admin = admins.get(county) as Client;
  const built = areas();
  await putAreas(admin, built);
  say(`遂川县: ${built.length} areas`);
  await addBodies(admin, 'suichuan', bodies);
  await addZones(admin);
  await appoint(admin, 'suichuan', openings);
  say(`遂川县: ${bodies.length} bodies, ${openings.length} people`);
}

async function count(admins: ReadonlyMap<string, Client>): Promise<Readonly<Record<string, unknown>>> {
  const admin = admins.get(county) as Client;
  const zonesOf = (purpose: PoliceZone['purpose']) =>
    allRows((paging) => admin.call(placesRoutes.listZones, { query: { purpose, ...paging } }));
  const bodiesOf = async (kind: 'branch' | 'group' | 'department') =>
    (await allRows((paging) => admin.call(peopleRoutes.listOrganisations, { query: { kind, ...paging } }))).length;
  const posts = (role: string) =>
    allRows((paging) => admin.call(peopleRoutes.listPosts, { query: { area: county, role, ...paging } }));
  const stations = await allRows((paging) =>
    admin.call(peopleRoutes.listOrganisations, { query: { kind: 'station' as const, ...paging } }),
  );
  const urbanZones = await zonesOf('police-urban');
  const served = new Map<string, string>();
  for (const { id } of stations) {
    const chart = await admin.call(bodyRoutes.chart, { params: { id } });
    for (const zone of chart.zones) served.set(zone.id, id);
  }
  /** How many hold a role for each urban zone; one number only where all have as many. */
  const perZone = async (role: string): Promise<number | readonly number[]> => {
    const held = await posts(role);
    const counts = urbanZones.map(
      ({ id }) => held.filter(({ org }) => org !== undefined && org === served.get(id)).length,
    );
    return new Set(counts).size === 1 ? (counts[0] ?? 0) : counts;
  };
  const areasThere = await allRows((paging) =>
    admin.call(placesRoutes.listAreas, { query: { under: county, kind: 'community', ...paging } }),
  );
  const rooms = await allRows((paging) =>
    admin.call(servicePlaceRoutes.list, { query: { kind: 'policeRoom', ...paging } }),
  );
  return {
    villagesAndCommunities: areasThere.length,
    ruralZones: (await zonesOf('police-rural')).length,
    villagePolice: (await posts('village-police')).length,
    policeRooms: rooms.length,
    urbanZones: urbanZones.length,
    policePerUrbanZone: await perZone('police-officer'),
    auxiliariesPerUrbanZone: await perZone('auxiliary-police'),
    gridBranches: await bodiesOf('branch'),
    buildingPartyGroups: await bodiesOf('group'),
    anchorHouseholdHeadsAtLeast: (await posts('anchor-household-head')).length,
    departments: await bodiesOf('department'),
  };
}

/** 遂川县: 337 villages and communities, police zones in the country and 1+1+8 in town, heads of anchor households. */
export const suichuan: World = {
  counties: [county],
  divisions: [...streets.map(({ code, name }) => ({ code, name })), ...villages],
  build,
  count,
};
