import { inCodeOrder, type Position } from '@gezhi/domain/places/index';
import { build } from './buildings.ts';
import { type Ground, groundAround } from './ground.ts';
import { spread } from './households.ts';
import { type Layout, layOut, published } from './layout.ts';
import type { Cell, Cut } from './mesh.ts';
import { communities, estates, lanes, roads as roadNames, sites, streets } from './names.ts';
import type { BuiltArea, BuiltBuilding, BuiltLandmark, BuiltPlace, BuiltRoad } from './place.ts';
import { type Chance, chanceFrom } from './random.ts';

const county = '450802';
const street = '450802001';
const community = '450802001013';
const firstExclusive = 601;

/**
 * Builds 荷城社区 with the published counts: 23,797 households, 38 small grids, 674 microgrids and 25 exclusive
 * grids that cover it without gap or overlap, in 贵城街道, in 港北区. The same seed builds the same place.
 */
export function buildHecheng(seed = 450_802): BuiltPlace {
  const chance = chanceFrom(seed);
  const layout = layOut(chance);
  const ground = groundAround(layout.mesh, layout.community);
  const roads = layout.cuts.map((cut, i) => roadAlong(ground, cut, i));
  const { areas: gridAreas, buildings } = settle(layout, ground, roads, chance);
  const exclusive = exclusiveGrids(layout, ground);
  const areas = [...aboveGrids(layout, ground), ...gridAreas, ...exclusive];
  return { areas, roads, buildings, landmarks: landmarksOf(areas, roads, buildings) };
}

function aboveGrids(layout: Layout, ground: Ground): BuiltArea[] {
  const real = (code: string, kind: BuiltArea['kind'], name: string, cell: Cell, parent?: string): BuiltArea => ({
    code,
    kind,
    name,
    ...(parent === undefined ? {} : { parent }),
    boundary: ground.boundary(cell),
    ...(code === community ? { households: published.households } : {}),
    madeUp: false,
  });
  return [
    real(county, 'county', '港北区', layout.county),
    ...streets.map(({ code, name }, i) => real(code, 'street', name, layout.streets[i] as Cell, county)),
    ...communities.map(([own, name], i) =>
      real(street + own, 'community', name, layout.communities[i] as Cell, street),
    ),
  ];
}

/** Grids in code order, each an estate with its microgrids, buildings and households. */
function settle(
  layout: Layout,
  ground: Ground,
  roads: readonly BuiltRoad[],
  chance: Chance,
): { areas: BuiltArea[]; buildings: BuiltBuilding[] } {
  const perMicrogrid = spread(published.households, published.microgrids, chance);
  const houseNumbers = new Map<string, number>();
  const buildings: BuiltBuilding[] = [];
  const placed = layout.grids.map((grid) => ({ ...grid, centre: ground.middle(grid.cell) }));
  const areas = inCodeOrder(placed).flatMap((grid, g) => {
    const code = `${community}${threeDigits(g + 1)}`;
    const estate = estates[g] as string;
    const cells = inCodeOrder(
      grid.microgrids.map((cell) => ({ cell, centre: ground.middle(cell) })),
      20,
    );
    const plots = cells.map(({ centre }, m) => ({
      microgrid: `${code}${threeDigits(m + 1)}`,
      middle: centre,
      households: perMicrogrid.pop() as number,
    }));
    const built = build(estate, plots, roads, houseNumbers, chance);
    buildings.push(...built);
    const microgrids = plots.map(
      ({ microgrid, households }, m): BuiltArea => ({
        code: microgrid,
        kind: 'microgrid',
        name: nameOfMicrogrid(built.filter((building) => building.microgrid === microgrid)),
        parent: code,
        boundary: ground.boundary((cells[m] as { cell: Cell }).cell),
        households,
        madeUp: true,
      }),
    );
    const households = plots.reduce((sum, plot) => sum + plot.households, 0);
    const name = `${estate}网格`;
    const boundary = ground.boundary(grid.cell);
    return [
      { code, kind: 'grid', name, parent: community, boundary, households, madeUp: true } as const,
      ...microgrids,
    ];
  });
  return { areas, buildings };
}

function exclusiveGrids(layout: Layout, ground: Ground): BuiltArea[] {
  const placed = layout.exclusive.map((cell, i) => ({
    cell,
    name: sites[i]?.[1] as string,
    centre: ground.middle(cell),
  }));
  return inCodeOrder(placed).map(({ cell, name }, i) => ({
    code: `${community}${threeDigits(firstExclusive + i)}`,
    kind: 'exclusive-grid',
    name,
    parent: community,
    boundary: ground.boundary(cell),
    households: 0,
    madeUp: true,
  }));
}

function landmarksOf(
  areas: readonly BuiltArea[],
  roads: readonly BuiltRoad[],
  buildings: readonly BuiltBuilding[],
): BuiltLandmark[] {
  const centreOfBuildings = (estate: string): BuiltBuilding =>
    buildings.find((building) => building.estate === estate) as BuiltBuilding;
  const site = areas.filter((area) => area.kind === 'exclusive-grid');
  const gate = centreOfBuildings(estates[0] as string);
  return [
    ...roads.map(
      ({ name, line }): BuiltLandmark => ({ kind: 'road', name, point: middleOfLine(line), area: community }),
    ),
    ...estates.map((name): BuiltLandmark => {
      const { point, microgrid } = centreOfBuildings(name);
      return { kind: 'estate', name, point, area: microgrid.slice(0, -3) };
    }),
    ...buildings.map(
      ({ name, point, microgrid }): BuiltLandmark => ({ kind: 'building', name, point, area: microgrid }),
    ),
    ...site.map(
      ({ name, boundary, code }): BuiltLandmark => ({
        kind: 'site',
        name,
        point: insideOf(boundary.coordinates[0]?.[0] ?? []),
        area: code,
      }),
    ),
    { kind: 'service', name: '荷城社区党群服务中心', point: gate.point, area: gate.microgrid },
  ];
}

function roadAlong(ground: Ground, cut: Cut, i: number): BuiltRoad {
  const name = roadNames[i] ?? lanes[i - roadNames.length];
  return { name: name as string, line: [ground.corner(cut.from), ground.corner(cut.to)] };
}

function nameOfMicrogrid(buildings: readonly BuiltBuilding[]): string {
  const [first, second] = buildings;
  if (first === undefined || second === undefined) return first?.name ?? '';
  return `${first.name.slice(0, -1)}、${second.name.slice(second.estate.length)}`;
}

function middleOfLine(line: readonly Position[]): Position {
  const [from, to] = [line[0] as Position, line.at(-1) as Position];
  return [round((from[0] + to[0]) / 2), round((from[1] + to[1]) / 2)];
}

/** The mean of the corners of a convex shape lies inside it. */
function insideOf(ring: readonly Position[]): Position {
  const corners = ring.slice(1);
  const mean = (part: 0 | 1) => round(corners.reduce((sum, corner) => sum + corner[part], 0) / corners.length);
  return [mean(0), mean(1)];
}

function round(value: number): number {
  return Math.round(value * 1e7) / 1e7;
}

function threeDigits(number: number): string {
  return String(number).padStart(3, '0');
}
