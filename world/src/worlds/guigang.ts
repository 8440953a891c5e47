import { peopleRoutes } from '@gezhi/contract/people/index';
import { placesRoutes } from '@gezhi/contract/places/index';
import { householdRoutes, groupRoutes } from '@gezhi/contract/registers/index';
import type { Client } from '../client.ts';
import { buildHecheng } from '../hecheng/index.ts';
import { allRows } from './all-rows.ts';
import { appoint, type Opening } from './appoint.ts';
import { bands, type Box, columns, landAround, patches } from './boxes.ts';
import { type Street, streetsOf } from './divisions.ts';
import { putAreas, type WorldArea } from './put-areas.ts';
import { digits, shareOf } from './share.ts';
import type { World } from './world.ts';

/** The five counties of the city with a middle each; only that of 港北区 is published, the others are near it. */
const counties = [
  { code: '450802', name: '港北区', middle: [109.59, 23.11] },
  { code: '450803', name: '港南区', middle: [109.59, 22.6] },
  { code: '450804', name: '覃塘区', middle: [109.08, 23.11] },
  { code: '450821', name: '平南县', middle: [110.1, 23.11] },
  { code: '450881', name: '桂平市', middle: [110.1, 22.6] },
] as const;
type County = (typeof counties)[number];

/** Published: about 33,000 grids and 66,000 people. */
const grids = 33_000;
const team = 66_000;

/** 荷城社区, for which every number is published. */
const hecheng = {
  code: '450802001013',
  households: 23_797,
  grids: 38,
  exclusive: 25,
  microgrids: 674,
  workers: 2,
  groups: 687,
} as const;
const teamOfHecheng = hecheng.workers + hecheng.grids + hecheng.microgrids + hecheng.exclusive;

const villages = counties.flatMap(({ code }) => streetsOf(code).flatMap((street) => street.villages));

/** How many grids each village has: as even as can be, but for the one that is known. */
const gridsOf: ReadonlyMap<string, number> = (() => {
  const others = villages.filter(({ code }) => code !== hecheng.code);
  const rest = grids - hecheng.grids - hecheng.exclusive;
  return new Map(others.map(({ code }, at) => [code, shareOf(rest, others.length, at)]));
})();

/** 38 small grids with 674 microgrids and 25 exclusive grids on the community's rectangle. */
function areasOfHecheng(box: Box): readonly WorldArea[] {
  const patchesOf = patches(box, hecheng.grids + hecheng.exclusive);
  // The estates, their microgrids and the households of each are those of the small world.
  const built = buildHecheng().areas.filter(({ code }) => code.startsWith(hecheng.code) && code !== hecheng.code);
  const small = built.filter(({ code }) => code.length === 15);
  return small.flatMap(({ code, kind, name, households }, at): readonly WorldArea[] => {
    const own = patchesOf[at] as Box;
    const micro = built.filter((one) => one.parent === code);
    const parts = patches(own, micro.length);
    return [
      { code, kind, name, box: own, ...(households !== undefined && { households }) },
      ...micro.map((one, index) => ({
        code: one.code,
        kind: 'microgrid' as const,
        name: one.name,
        box: parts[index] as Box,
        ...(one.households !== undefined && { households: one.households }),
      })),
    ];
  });
}

function areasOf(county: County): readonly WorldArea[] {
  const land = landAround(county.middle);
  const streets = streetsOf(county.code);
  const built: WorldArea[] = [{ code: county.code, kind: 'county', name: county.name, box: land }];
  for (const [i, street] of streets.entries()) {
    const band = bands(land, streets.length)[i] as Box;
    built.push({ code: street.code, kind: 'street', name: street.name, box: band });
    built.push(...areasOfVillages(street, band));
  }
  return built.toSorted((a, b) => a.code.length - b.code.length || (a.code < b.code ? -1 : 1));
}

function areasOfVillages(street: Street, band: Box): readonly WorldArea[] {
  const boxes = columns(band, street.villages.length);
  return street.villages.flatMap(({ code, name }, at): readonly WorldArea[] => {
    const box = boxes[at] as Box;
    if (code === hecheng.code)
      return [{ code, kind: 'community', name, box, households: hecheng.households }, ...areasOfHecheng(box)];
    const parts = patches(box, gridsOf.get(code) ?? 0);
    return [
      { code, kind: 'community', name, box },
      ...parts.map((part, index) => ({
        code: `${code}${digits(index + 1)}`,
        kind: 'grid' as const,
        name: `${name}第${index + 1}网格`,
        box: part,
      })),
    ];
  });
}

/** A chief for every grid; workers for as many grids as the published team allows; 荷城社区 as published. */
function openingsOf(areas: readonly WorldArea[], workers: { left: number }): readonly Opening[] {
  return areas.flatMap(({ code, kind }): readonly Opening[] => {
    const known = code.startsWith(hecheng.code);
    if (code === hecheng.code)
      return Array.from({ length: hecheng.workers }, () => ({ area: code, role: 'grid-worker' }));
    if (kind === 'microgrid') return [{ area: code, role: 'micro-grid-chief', time: 'part' }];
    if (kind === 'exclusive-grid') return [{ area: code, role: 'exclusive-grid-chief', time: 'part' }];
    if (kind !== 'grid') return [];
    const chief: Opening = { area: code, role: 'small-grid-chief', time: 'part' };
    if (known || workers.left === 0) return [chief];
    workers.left -= 1;
    return [chief, { area: code, role: 'grid-worker' }];
  });
}

async function fillHecheng(admin: Client, areas: readonly WorldArea[]): Promise<void> {
  const homes = areas.filter(({ code, kind }) => code.startsWith(hecheng.code) && kind === 'microgrid');
  const households = homes.flatMap(({ code, name, households: homesThere = 0 }) =>
    Array.from({ length: homesThere }, (_, at) => ({ area: code, address: `${name}${at + 1}户` })),
  );
  for (let from = 0; from < households.length; from += 5_000) {
    await admin.call(householdRoutes.import, {
      body: { households: households.slice(from, from + 5_000) },
      key: `guigang-households-${from}`,
    });
  }
  // Published: 687 groups, one to each microgrid and thirteen more for whole grids.
  const whole = areas.filter(({ code, kind }) => code.startsWith(hecheng.code) && kind === 'grid');
  const covered = [...homes, ...whole].slice(0, hecheng.groups);
  for (const [at, { code, name }] of covered.entries()) {
    await admin.call(groupRoutes.create, {
      body: { name: `${name}居民群`, platform: '微信', area: code, covers: [code] },
      key: `guigang-group-${at}`,
    });
  }
}

async function build(admins: ReadonlyMap<string, Client>, say: (line: string) => void): Promise<void> {
  // Those of 荷城社区 and every chief are counted first.
  const workers = { left: team - teamOfHecheng - (grids - hecheng.grids - hecheng.exclusive) };
  for (const county of counties) {
    const admin = admins.get(county.code) as Client;
    const areas = areasOf(county);
    await putAreas(admin, areas);
    say(`${county.name}: ${areas.length} areas`);
    const openings = openingsOf(areas, workers);
    await appoint(admin, county.code, openings);
    say(`${county.name}: ${openings.length} people`);
    if (county.code === hecheng.code.slice(0, 6)) await fillHecheng(admin, areas);
  }
}

const gridTeam = new Set(['small-grid-chief', 'micro-grid-chief', 'exclusive-grid-chief', 'grid-worker']);

async function count(admins: ReadonlyMap<string, Client>): Promise<Readonly<Record<string, unknown>>> {
  let gridsAbout = 0;
  const persons = new Set<string>();
  for (const [county, admin] of admins) {
    for (const kind of ['grid', 'exclusive-grid']) {
      const rows = await allRows((paging) =>
        admin.call(placesRoutes.listAreas, { query: { under: county, kind, ...paging } }),
      );
      gridsAbout += rows.length;
    }
    const posts = await allRows((paging) => admin.call(peopleRoutes.listPosts, { query: { area: county, ...paging } }));
    for (const post of posts) if (gridTeam.has(post.role)) persons.add(`${county} ${post.person}`);
  }
  const admin = admins.get(hecheng.code.slice(0, 6)) as Client;
  const holders = async (role: string): Promise<number> => {
    const posts = await allRows((paging) =>
      admin.call(peopleRoutes.listPosts, { query: { area: hecheng.code, role, ...paging } }),
    );
    return new Set(posts.map(({ person }) => person)).size;
  };
  const households = await allRows((paging) =>
    admin.call(householdRoutes.list, { query: { area: hecheng.code, ...paging } }),
  );
  const groups = await allRows((paging) => admin.call(groupRoutes.list, { query: { area: hecheng.code, ...paging } }));
  return {
    gridsAbout,
    teamAbout: persons.size,
    community: {
      households: households.length,
      fullTimeGridWorkers: await holders('grid-worker'),
      smallGridChiefs: await holders('small-grid-chief'),
      microGridChiefs: await holders('micro-grid-chief'),
      exclusiveGridChiefs: await holders('exclusive-grid-chief'),
      groups: groups.length,
    },
  };
}

/** 贵港 city: five counties with 33,000 grids and 66,000 people, and 荷城社区 as published. */
export const guigang: World = {
  counties: counties.map(({ code }) => code),
  divisions: counties.flatMap(({ code }) =>
    streetsOf(code).flatMap((street) => [{ code: street.code, name: street.name }, ...street.villages]),
  ),
  build,
  count,
};
