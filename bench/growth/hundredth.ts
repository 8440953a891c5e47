import { accessRoutes } from '@gezhi/contract/access/index';
import { peopleRoutes } from '@gezhi/contract/people/index';
import { placesRoutes } from '@gezhi/contract/places/index';
import { type Desk, get } from '../grown/templates.ts';

const digits = (number: number): string => String(number).padStart(3, '0');
const communities = 10;
const gridsEach = 500;
const side = 0.0002;
const since = '2020-01-01T00:00:00+08:00';

/** A square of a chessboard east of the demonstration. */
function square(column: number, row: number, width: number, height: number) {
  const [west, south] = [110.2 + column * side, 23 + row * side];
  const [east, north] = [west + width * side, south + height * side];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return {
    type: 'MultiPolygon',
    coordinates: [[ring.map(([x = 0, y = 0]) => [Number(x.toFixed(6)), Number(y.toFixed(6))])]],
  };
}

/**
 * A hundredth of a province beside the demonstration: 10 streets with a community of 500 grids each, served by the
 * demonstration's two clerks, who get a post in each community. @returns the grids' codes
 */
export async function putHundredth(desk: Desk): Promise<readonly string[]> {
  const admin = get(desk, 'admin');
  const features: { code: string; kind: string; name: string; geometry: object }[] = [];
  const grids: string[] = [];
  const posts: string[] = [];
  for (let at = 0; at < 10; at += 1) {
    const street = `450802${digits(900 + at)}`;
    features.push({ code: street, kind: 'street', name: `第${at + 1}街道`, geometry: square(0, at * 500, 10, 500) });
  }
  for (let at = 0; at < communities; at += 1) {
    const community = `450802${digits(900 + at)}001`;
    posts.push(community);
    const [column, row] = [0, at * 500];
    features.push({
      code: community,
      kind: 'community',
      name: `第${at + 1}社区`,
      geometry: square(column, row, 10, 500),
    });
    for (let grid = 0; grid < gridsEach; grid += 1) {
      const code = `${community}${digits(grid + 1)}`;
      grids.push(code);
      features.push({ code, kind: 'grid', name: `第${grid + 1}网格`, geometry: square(column, row + grid, 10, 1) });
    }
  }
  for (let from = 0; from < features.length; from += 500) {
    await admin.call(placesRoutes.importAreas, {
      body: {
        crs: 'WGS84',
        validFrom: since,
        features: features.slice(from, from + 500).map(({ geometry, ...properties }) => ({
          type: 'Feature' as const,
          properties: properties as never,
          geometry: geometry as never,
        })),
      },
    });
  }
  for (const name of ['jia', 'yi']) {
    const { person } = await get(desk, name).call(accessRoutes.whoAmI);
    for (const area of posts) {
      const post = { person: person.id, role: 'community-clerk', area, from: since };
      await admin.call(peopleRoutes.givePost, { body: post, key: `hundredth-${name}-${area}` });
    }
  }
  return grids;
}
