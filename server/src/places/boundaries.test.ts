import { distanceMetres, type Position, squareMetres } from '@gezhi/domain/places/index';
import { beforeAll, describe, expect, it } from 'vitest';
import { openOnce } from '../testing.ts';
import { openPlaces } from './index.ts';
import { box, community, county, feature, openPlacesServer, smallPlace, street } from './testing.ts';

const server = openOnce(openPlacesServer);
beforeAll(async () => {
  await server.load();
});

const grid = (number: string) => `${community}${number}`;
const draw = (code: string, geometry: object, more: object = {}, name: 'administrator' | 'clerk' = 'administrator') =>
  server.call(name, 'PUT', `/api/areas/${code}/boundary`, { geometry, ...more });

describe('point → areas', () => {
  it('answers with the chain from the county down', async () => {
    const { body } = await server.call('nobody', 'GET', '/api/places/locate?lon=109.591&lat=23.1105');
    expect(body).toEqual({
      served: true,
      county,
      chain: [
        { code: county, kind: 'county', name: '港北区' },
        { code: street, kind: 'street', name: '贵城街道' },
        { code: community, kind: 'community', name: '荷城社区' },
        { code: grid('001'), kind: 'grid', name: '荷塘苑网格' },
      ],
      places: [],
    });
  });

  it('reads the coordinate system said', async () => {
    // 109.591, 23.1105 in WGS 84 is some 500 m away in GCJ-02.
    const url = '/api/places/locate?lon=109.595192&lat=23.1076&crs=GCJ02';
    const chain = (await server.call('nobody', 'GET', url)).body['chain'] as { code: string }[];
    expect(chain.at(-1)?.code).toBe(grid('001'));
  });

  it('gives a border to the lowest code, and a point on no grid to the smallest area', async () => {
    expect(await server.locate(2, 0.5)).toBe(grid('001'));
    expect(await server.locate(3, 1)).toBe(grid('002'));
    expect(await server.locate(5, 1)).toBe(street);
    expect(await server.locate(20, 20)).toBe(county);
  });

  it('says which places are served where the point is in none', async () => {
    const { body } = await server.call('nobody', 'GET', '/api/places/locate?lon=116.4&lat=39.9');
    expect(body).toEqual({ served: false, chain: [], places: ['港北区'] });
  });

  it.each(['', '?lon=109', '?lon=x&lat=1', '?lon=181&lat=0', '?lon=1&lat=91', '?lon=1&lat=1&crs=Mars'])(
    'refuses %s',
    async (query) => {
      expect((await server.call('nobody', 'GET', `/api/places/locate${query}`)).status).toBe(422);
    },
  );
});

describe('drawing a boundary', () => {
  it('is right for the very next question, and within a second in another server process', async () => {
    const other = await openPlaces(server.deps);
    expect(await server.locate(1.75, 0.25)).toBe(grid('001'));
    await draw(grid('001'), box(0, 0, 1.5, 2));
    await draw(grid('002'), box(1.5, 0, 4, 1));
    expect(await server.locate(1.75, 0.25)).toBe(grid('002'));
    await expect
      .poll(() => other.locate([109.59175, 23.11025])?.smallest, { timeout: 2_000, interval: 50 })
      .toBe(grid('002'));
    await other.stop();
    await draw(grid('001'), box(0, 0, 2, 2));
    await draw(grid('002'), box(2, 0, 4, 1));
  });

  it('holds from its date on: before, the old border; after, the new', async () => {
    await draw(grid('002'), box(2, 0, 4, 0.5), { validFrom: '2026-12-01T00:00:00+08:00' });
    expect(await server.locate(3, 0.75)).toBe(grid('002'));
    await server.setClock('2026-12-01T00:00:00+08:00');
    expect(await server.locate(3, 0.75)).toBe(community);
    await server.setClock('2026-11-20T09:00:00+08:00');
    expect(await server.locate(3, 0.75)).toBe(grid('002'));
    const { body } = await server.call('clerk', 'GET', `/api/areas/${grid('002')}/boundaries`);
    const last = body.rows.at(-1);
    expect(last).toMatchObject({ validFrom: '2026-11-30T16:00:00.000Z' });
    expect(body.rows.at(-2)?.['validTo']).toBe(last?.['validFrom']);
    const later = `/api/areas/${grid('002')}/boundary?at=2027-01-01T00:00:00Z`;
    const half = (await server.call('clerk', 'GET', later)).body['squareMetres'] as number;
    expect(half).toBeCloseTo(
      squareMetres({ type: 'MultiPolygon', coordinates: [box(2, 0, 4, 0.5).coordinates as never] }),
      1,
    );
  });

  it('comes in and goes out in any of the coordinate systems, less than 1 m off', async () => {
    const gcj = await server.call('clerk', 'GET', `/api/areas/${grid('001')}/boundary?crs=GCJ02`);
    const drawn = gcj.body['geometry'] as { coordinates: Position[][][] };
    expect(distanceMetres(drawn.coordinates[0]?.[0]?.[0] ?? [0, 0], [109.59, 23.11])).toBeGreaterThan(300);
    expect((await draw(grid('001'), drawn, { crs: 'GCJ02' })).status).toBe(200);
    const back = await server.call('clerk', 'GET', `/api/areas/${grid('001')}/boundary`);
    const corner = (back.body['geometry'] as typeof drawn).coordinates[0]?.[0]?.[0] ?? [0, 0];
    expect(distanceMetres(corner, [109.59, 23.11])).toBeLessThan(1);
    await draw(grid('001'), box(0, 0, 2, 2));
  });

  it.each([
    [
      'ring.selfCrossing',
      [
        [
          [0, 0],
          [1, 1],
          [1, 0],
          [0, 1],
          [0, 0],
        ],
      ],
    ],
    [
      'ring.notClosed',
      [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
        ],
      ],
    ],
    ['ring.tooShort', [[[0, 0]]]],
    [
      'ring.notNumbers',
      [
        [
          ['a', 0],
          [1, 0],
          [1, 1],
          ['a', 0],
        ],
      ],
    ],
    [
      'ring.outOfRange',
      [
        [
          [0, 0],
          [200, 0],
          [1, 1],
          [0, 0],
        ],
      ],
    ],
    ['ring.none', []],
    ['ring.none', [[]]],
    ['ring.tooLong', [Array.from({ length: 10_001 }, (_, i) => [i / 1e5, 0])]],
  ])('refuses a broken shape and names the fault: %s', async (problem, coordinates) => {
    const before = await server.call('clerk', 'GET', `/api/areas/${grid('001')}/boundaries`);
    const answer = await draw(grid('001'), { type: 'Polygon', coordinates });
    const expected = problem === 'ring.none' && coordinates.length > 0 ? 'ring.tooShort' : problem;
    expect(answer).toMatchObject({ status: 422, body: { code: 'boundary.invalid', errors: [{ code: expected }] } });
    const after = await server.call('clerk', 'GET', `/api/areas/${grid('001')}/boundaries`);
    expect(after.body).toEqual(before.body);
  });

  it('is for whoever keeps the area', async () => {
    expect((await draw(grid('001'), box(0, 0, 1, 1), {}, 'clerk')).status).toBe(403);
    const outside = await server.call('streetAdministrator', 'PUT', `/api/areas/${county}/boundary`, {
      geometry: box(0, 0, 1, 1),
    });
    expect(outside).toMatchObject({ status: 403, body: { code: 'area.forbidden' } });
    expect((await draw(grid('777'), box(0, 0, 1, 1))).status).toBe(404);
  });
});

describe('the coverage check', () => {
  it('finds nothing where the grids fill the community', async () => {
    const { body } = await server.call('clerk', 'GET', `/api/areas/${community}/coverage`);
    expect(body).toMatchObject({ complete: true, faults: [], undrawn: [], children: 3 });
  });

  it('names the gap that a redrawn grid leaves on its date, in m² and drawn', async () => {
    const { body } = await server.call('clerk', 'GET', `/api/areas/${community}/coverage?at=2026-12-02T00:00:00Z`);
    const [fault] = body['faults'] as { squareMetres: number; geometry: object }[];
    expect(fault).toMatchObject({ kind: 'gap', areas: [community], geometry: { type: 'MultiPolygon' } });
    expect(fault?.squareMetres).toBeGreaterThan(11_000);
    expect(fault?.squareMetres).toBeLessThan(11_500);
  });

  it('names what is not drawn', async () => {
    const { body } = await server.call('clerk', 'GET', `/api/areas/${grid('001')}/coverage`);
    expect(body).toMatchObject({ children: 0, complete: false, faults: [{ kind: 'gap' }] });
    expect((await server.call('clerk', 'GET', '/api/areas/450802999/coverage')).status).toBe(404);
  });
});

describe('files', () => {
  it('a file sent again changes nothing; a changed one changes that', async () => {
    expect(await server.load(smallPlace.slice(0, 3))).toEqual({ created: 0, changed: 0, boundaries: 0, unchanged: 3 });
    const renamed = [feature(community, 'community', '荷城社区（新）', null)];
    expect(await server.load(renamed)).toEqual({ created: 0, changed: 1, boundaries: 0, unchanged: 0 });
    await server.load([feature(community, 'community', '荷城社区', null)]);
  });

  it('what goes out comes in elsewhere the same', async () => {
    const { body } = await server.call('clerk', 'GET', `/api/areas/${street}/geojson?crs=BD09`);
    const features = body['features'] as ReturnType<typeof feature>[];
    expect(body['crs']).toBe('BD09');
    expect(features.map(({ properties }) => properties.code)).toEqual([
      street,
      community,
      grid('001'),
      grid('002'),
      grid('601'),
    ]);
    const sent = features.map(({ properties: { code, kind, name }, ...rest }) => ({
      ...rest,
      properties: { code, kind, name },
    }));
    expect(await server.load(sent, { crs: 'BD09', check: true })).toMatchObject({
      created: 0,
      changed: 0,
      unchanged: 5,
    });
  });

  it('with one mistake nothing is written, and every mistake is named', async () => {
    const features = [
      feature(`${street}020`, 'community', '好的', box(5, 5, 6, 6)),
      feature(`${street}021`, 'grid', '不合', null),
      feature('450803', 'county', '别县', null),
      feature(`${street}022`, 'community', '坏的', { type: 'Polygon', coordinates: [[[0, 0]]] }),
    ];
    const answer = await server.call('administrator', 'POST', '/api/areas/import', { crs: 'WGS84', features });
    expect(answer).toMatchObject({ status: 422, body: { code: 'area.import.invalid' } });
    expect(answer.body['errors']).toMatchObject([
      { path: 'features.2.properties.code', code: 'area.forbidden' },
      { path: 'features.1.properties.code', code: 'area.kind.invalid' },
      { path: 'features.3.geometry.coordinates.0.0', code: 'ring.tooShort' },
    ]);
    expect((await server.call('clerk', 'GET', `/api/areas/${street}020`)).status).toBe(404);
  });

  it('shows the public map without counts', async () => {
    const { body } = await server.call('nobody', 'GET', `/api/places/map?under=${community}&kinds=grid,exclusive-grid`);
    const features = body['features'] as { properties: Record<string, unknown>; geometry: unknown }[];
    expect(features).toHaveLength(3);
    expect(Object.keys(features[0]?.properties ?? {}).sort()).toEqual(['code', 'kind', 'name', 'parent']);
  });
});

describe('two who draw the same boundary', () => {
  const versions = () => server.call('clerk', 'GET', `/api/areas/${grid('601')}/boundaries`);
  const put = (shape: object, match: string, more: object = {}) =>
    server.call(
      'administrator',
      'PUT',
      `/api/areas/${grid('601')}/boundary`,
      { geometry: shape, ...more },
      { 'if-match': match },
    );

  it('the second is told, and writes nothing', async () => {
    const { etag } = await versions();
    const first = await put(box(2, 1, 3.5, 2), etag, { reason: '街道会议纪要〔2026〕3号' });
    expect(first).toMatchObject({ status: 200, body: { reason: '街道会议纪要〔2026〕3号', drawnBy: 'administrator' } });
    expect(await put(box(2, 1, 3, 2), etag)).toMatchObject({ status: 412, body: { code: 'http.stale' } });
    const now = await versions();
    expect(now.etag).toBe(first.etag);
    expect(now.etag).not.toBe(etag);
    expect(now.body.rows.at(-1)).toMatchObject({ reason: '街道会议纪要〔2026〕3号' });
    expect((await put(box(2, 1, 4, 2), now.etag)).status).toBe(200);
  });
});
