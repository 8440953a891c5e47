import { beforeAll, describe, expect, it } from 'vitest';
import { openOnce } from '../testing.ts';
import { community, county, openPlacesServer, street } from './testing.ts';
import { wordsOf } from './words.ts';

const server = openOnce(openPlacesServer);
const point = (i: number, j: number) => [109.59 + i / 1000, 23.11 + j / 1000];
const landmarks = [
  { kind: 'building', name: '荷塘苑3栋', address: '荷塘巷12号', point: point(1, 1) },
  { kind: 'building', name: '荷塘苑13栋', address: '荷塘巷14号', point: point(1.2, 1) },
  {
    kind: 'road',
    name: '荷塘巷',
    area: community,
    point: point(1, 0.5),
    line: { type: 'LineString', coordinates: [point(0, 0.5), point(2, 0.5)] },
  },
  { kind: 'site', name: '荷城农贸市场', point: point(3, 1.5) },
];

beforeAll(async () => {
  await server.load();
  await server.create('/api/landmarks/import', { landmarks });
});

const found = async (q: string, more = '') => {
  const { body } = await server.call('nobody', 'GET', `/api/places/search?q=${encodeURIComponent(q)}${more}`);
  return body.rows.map((row) => row['name']);
};

describe('words of a name', () => {
  it('are its endings, its initials and what is given whole; numbers stay together', () => {
    expect(wordsOf('荷塘苑13栋', '荷塘巷 12 号')).toEqual([
      '荷塘苑13栋',
      '塘苑13栋',
      '苑13栋',
      '13栋',
      'hty13d',
      '荷塘巷12号',
    ]);
    expect(wordsOf('ＡＢ座 2F')).toEqual(['ab座2f', '座2f', '2f', 'abz2f']);
    expect(wordsOf('···')).toEqual([]);
  });
});

describe('search for a place', () => {
  it.each([
    ['荷塘苑3栋', '荷塘苑3栋'],
    ['荷塘苑 3 栋', '荷塘苑3栋'],
    ['hty3d', '荷塘苑3栋'],
    ['荷塘巷12号', '荷塘苑3栋'],
    ['塘苑13', '荷塘苑13栋'],
    ['农贸', '荷城农贸市场'],
    [`${community}001`, '荷塘苑网格'],
    ['001013001', '荷塘苑网格'],
    ['ＨＣＳＱ', '荷城社区'],
  ])('finds %s', async (q, name) => {
    expect((await found(q))[0]).toBe(name);
  });

  it('puts the closest first, keeps to a part of the tree and to the limit', async () => {
    expect(await found('荷塘')).toEqual(['荷塘巷', '荷塘苑3栋', '荷塘苑网格', '荷塘苑13栋']);
    expect(await found('荷塘', `&under=${community}002`)).toEqual([]);
    expect(await found('荷塘', '&limit=1')).toEqual(['荷塘巷']);
    expect(await found('。')).toEqual([]);
    expect(await found('没有的地方')).toEqual([]);
  });

  it('shows a school once, though it is an exclusive grid and a site', async () => {
    const school = [{ kind: 'site', name: '荷城小学', point: point(3, 1.5) }];
    await server.create('/api/landmarks/import', { landmarks: school });
    expect(await found('小学')).toEqual(['荷城小学']);
  });

  it('answers with what a report needs: point and area', async () => {
    const { body } = await server.call('nobody', 'GET', `/api/places/search?q=${encodeURIComponent('荷塘苑3栋')}`);
    expect(body.rows[0]).toMatchObject({
      what: 'landmark',
      kind: 'building',
      address: '荷塘巷12号',
      area: `${community}001`,
      areaName: '荷塘苑网格',
      point: landmarks[0]?.point,
    });
  });

  it('forgets retired and renamed areas', async () => {
    await server.call('administrator', 'POST', '/api/areas', {
      code: `${community}009`,
      kind: 'grid',
      name: '旧名字网格',
    });
    await server.call(
      'administrator',
      'PATCH',
      `/api/areas/${community}009`,
      { name: '崭新网格' },
      { 'if-match': '*' },
    );
    expect([await found('旧名字'), await found('崭新')]).toEqual([[], ['崭新网格']]);
    await server.call('administrator', 'POST', `/api/areas/${community}009/retire`, {});
    expect(await found('崭新')).toEqual([]);
  });
});

describe('landmarks', () => {
  it('sent again are the same ones; moved ones move', async () => {
    const again = await server.call('administrator', 'POST', '/api/landmarks/import', { landmarks });
    expect(again.body).toEqual({ created: 0, changed: 0, unchanged: 4 });
    const moved = [{ ...landmarks[0], point: point(1.1, 1.1) }];
    const changed = await server.call('administrator', 'POST', '/api/landmarks/import', { landmarks: moved });
    expect(changed.body).toEqual({ created: 0, changed: 1, unchanged: 0 });
  });

  it('outside what is served or kept are refused, and nothing is written', async () => {
    const far = [
      { kind: 'site', name: '外地', point: [116, 39] },
      { kind: 'site', name: '本地', point: point(1, 1) },
    ];
    const answer = await server.call('administrator', 'POST', '/api/landmarks/import', { landmarks: far });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'landmarks.0', code: 'area.notFound' }] } });
    expect(await found('本地')).toEqual([]);
    expect((await server.call('clerk', 'POST', '/api/landmarks/import', { landmarks })).status).toBe(403);
  });

  it('are listed, shown as roads on the map, and removed', async () => {
    const { body } = await server.call('clerk', 'GET', `/api/landmarks?under=${community}`);
    expect(body.rows).toHaveLength(5);
    const map = await server.call('nobody', 'GET', `/api/places/map?under=${community}&kinds=grid&roads=true`);
    const features = map.body['features'] as { properties: { name: string }; geometry: { type: string } }[];
    expect(features.find(({ geometry }) => geometry.type === 'LineString')?.properties.name).toBe('荷塘巷');
    const site = body.rows.find((row) => row['name'] === '荷城农贸市场');
    expect((await server.call('clerk', 'DELETE', `/api/landmarks/${String(site?.['id'])}`)).status).toBe(403);
    expect((await server.call('administrator', 'DELETE', `/api/landmarks/${String(site?.['id'])}`)).status).toBe(204);
    expect(await found('农贸')).toEqual([]);
  });
});

describe('labels', () => {
  it('print name, code, chief, duty phone and the QR code of the report form', async () => {
    server.chiefs.set(`${community}001`, { name: '李<四>', phone: '0775-1234567' });
    const { text, headers } = await server.call('clerk', 'GET', `/api/areas/${community}001/labels`);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    for (const part of [
      '荷塘苑网格',
      `${community}001`,
      '李&lt;四>',
      '0775-1234567',
      `https://gezhi.example/r/${community}001`,
      '<svg',
      '105mm 148mm',
    ]) {
      expect(text).toContain(part);
    }
    const nonce = /<style nonce="([^"]+)"/.exec(text)?.[1];
    expect(headers['content-security-policy']).toContain(`'nonce-${nonce}'`);
  });

  it('print every grid of a community, vacant posts said', async () => {
    const { text } = await server.call('clerk', 'GET', `/api/areas/${community}/labels?kind=grid`);
    expect(text.match(/<article>/g)).toHaveLength(2);
    expect(text).toContain('暂缺');
    expect((await server.call('nobody', 'GET', `/api/areas/${community}/labels`)).status).toBe(401);
    expect((await server.call('clerk', 'GET', `/api/areas/${street}999/labels`)).status).toBe(404);
  });
});

describe('zones', () => {
  it('gather areas across the tree for one purpose', async () => {
    const areas = [`${community}001`, `${community}601`, `${community}601`];
    const made = await server.call('administrator', 'POST', '/api/zones', {
      purpose: 'police',
      name: '城东警务网格',
      areas,
    });
    expect(made).toMatchObject({ status: 201, body: { areas: areas.slice(0, 2), version: 1 } });
    const id = String(made.body['id']);
    const detail = await server.call('clerk', 'GET', `/api/areas/${community}601`);
    expect(detail.body['zones']).toEqual([{ id, purpose: 'police', name: '城东警务网格' }]);
    const change = { purpose: 'police', name: '城东警务网格', areas: [community] };
    expect((await server.call('administrator', 'PUT', `/api/zones/${id}`, change, { 'if-match': '"7"' })).status).toBe(
      412,
    );
    const changed = await server.call('administrator', 'PUT', `/api/zones/${id}`, change, { 'if-match': '"1"' });
    expect(changed).toMatchObject({ status: 200, body: { areas: [community], version: 2 } });
    const { body } = await server.call('clerk', 'GET', '/api/zones?purpose=police');
    expect(body.rows).toEqual([changed.body]);
    const taken = await server.call('administrator', 'POST', '/api/zones', change);
    expect(taken).toMatchObject({ status: 409, body: { code: 'zone.nameTaken' } });
    const foreign = { purpose: 'patrol', name: '越界', areas: [county] };
    expect((await server.call('streetAdministrator', 'POST', '/api/zones', foreign)).status).toBe(403);
    expect((await server.call('administrator', 'DELETE', `/api/zones/${id}`)).status).toBe(204);
    expect((await server.call('clerk', 'GET', '/api/zones')).body.rows).toEqual([]);
  });
});
