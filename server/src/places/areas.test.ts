import { beforeAll, describe, expect, it } from 'vitest';
import { openOnce } from '../testing.ts';
import { community, county, openPlacesServer, street } from './testing.ts';

const server = openOnce(openPlacesServer);
beforeAll(async () => {
  for (const [code, kind, name] of [
    [county, 'county', '港北区'],
    [street, 'street', '贵城街道'],
    [community, 'community', '荷城社区'],
    [`${street}014`, 'community', '港宁社区'],
  ]) {
    await server.create('/api/areas', { code, kind, name });
  }
});

describe('creating areas', () => {
  it('numbers grids from 001 and exclusive grids from 601, and never gives a retired code again', async () => {
    const make = async (kind: string) => {
      const answer = await server.call('administrator', 'POST', '/api/areas', {
        parent: `${street}014`,
        kind,
        name: '甲',
      });
      return answer.body['code'];
    };
    expect([await make('grid'), await make('grid'), await make('exclusive-grid')]).toEqual([
      `${street}014001`,
      `${street}014002`,
      `${street}014601`,
    ]);
    const retired = await server.call('administrator', 'POST', `/api/areas/${street}014002/retire`, {});
    expect(retired.status).toBe(200);
    expect(await make('grid')).toBe(`${street}014003`);
    const again = await server.call('administrator', 'POST', '/api/areas', {
      code: `${street}014002`,
      kind: 'grid',
      name: '甲',
    });
    expect(again).toMatchObject({ status: 409, body: { code: 'area.codeUsed' } });
  });

  it.each([
    [{ code: '45080200', kind: 'grid' }, 422, 'area.code.invalid'],
    [{ code: `${community}000`, kind: 'grid' }, 422, 'area.code.invalid'],
    [{ code: `${community}001`, kind: 'castle' }, 422, 'area.kind.unknown'],
    [{ code: `${community}001`, kind: 'street' }, 422, 'area.kind.invalid'],
    [{ code: `${street}099001`, kind: 'grid' }, 422, 'area.parent.unknown'],
    [{ kind: 'grid' }, 422, 'area.parent.invalid'],
    [{ code: '450803001', kind: 'street' }, 403, 'area.forbidden'],
    [{ code: `${community}001`, kind: 'grid', households: -1 }, 422, 'http.invalid'],
    [{ code: 'x', kind: 'grid' }, 422, 'http.invalid'],
  ])('refuses %j: %i %s', async (input, status, code) => {
    const answer = await server.call('administrator', 'POST', '/api/areas', { name: '乙', ...input });
    expect(answer).toMatchObject({ status, body: { code } });
    expect(answer.body['detail']).not.toBe('');
  });

  it('is done once for one key', async () => {
    const headers = { 'idempotency-key': 'key-of-one-area' };
    const input = { parent: community, kind: 'grid', name: '丙' };
    const first = await server.call('administrator', 'POST', '/api/areas', input, headers);
    const second = await server.call('administrator', 'POST', '/api/areas', input, headers);
    expect(second.body).toEqual(first.body);
    expect(second.headers['idempotency-replayed']).toBe('true');
  });

  it('belongs to whoever keeps the area above', async () => {
    const input = { code: '450802002', kind: 'street', name: '港城街道' };
    for (const [name, status] of [
      ['nobody', 401],
      ['clerk', 403],
      ['streetAdministrator', 403],
      ['farAdministrator', 403],
    ] as const) {
      expect((await server.call(name, 'POST', '/api/areas', input)).status).toBe(status);
    }
    const own = await server.call('streetAdministrator', 'POST', '/api/areas', {
      parent: street,
      kind: 'community',
      name: '丁',
    });
    expect(own.status).toBe(201);
  });

  it('is held by the database too: a street cannot write outside itself', async () => {
    const row = {
      county,
      code: '450802009',
      kind: 'street',
      name: '外',
      parent: county,
      valid_from: '2026-01-01T00:00:00Z',
      version: 1,
      changed: 1,
    };
    await expect(
      server.db.transaction({ county, areas: [street] }, (trx) => trx.insertInto('area').values(row).execute()),
    ).rejects.toThrow(/row-level security/);
    const changed = await server.db.transaction({ county, areas: [street] }, (trx) =>
      trx
        .updateTable('area')
        .set({ name: '改' })
        .where('county', '=', county)
        .where('code', '=', county)
        .executeTakeFirst(),
    );
    expect(changed.numUpdatedRows).toBe(0n);
  });
});

describe('reading the tree', () => {
  it('lists what lies directly under, everything under, and pages in code order', async () => {
    const codes = async (query: string) => {
      const { body } = await server.call('clerk', 'GET', `/api/areas?${query}`);
      return body.rows.map((row) => row['code']);
    };
    expect(await codes(`parent=${county}`)).toEqual([street]);
    expect(await codes(`under=${street}014`)).toEqual([
      `${street}014`,
      `${street}014001`,
      `${street}014003`,
      `${street}014601`,
    ]);
    expect(await codes(`under=${street}014&retired=true&kind=grid`)).toHaveLength(3);
    const first = await server.call('clerk', 'GET', '/api/areas?limit=2');
    const next = await server.call('clerk', 'GET', `/api/areas?limit=2&cursor=${String(first.body['next'])}`);
    expect([...first.body.rows, ...next.body.rows].map((row) => row['code'])).toEqual([
      county,
      street,
      `${street}001`,
      community,
    ]);
  });

  it('gives the list as a sheet', async () => {
    const { text } = await server.call('clerk', 'GET', `/api/areas?under=${street}&format=csv`);
    expect(text.split('\r\n')[0]).toBe('\uFEFF编码,类型,名称,上级编码,户数,人口,启用时间,停用时间,接续编码');
    expect(text).toContain(`${community},community,荷城社区,${street}`);
  });

  it('shows an area with those above it and its desk', async () => {
    const { body, etag } = await server.call('clerk', 'GET', `/api/areas/${street}014001`);
    expect(body).toMatchObject({
      above: [{ code: county }, { code: street }, { code: `${street}014` }],
      desk: { code: `${street}014`, kind: 'community', name: '港宁社区' },
      answering: [],
    });
    expect(etag).toBe('"1"');
    const unknown = await server.call('clerk', 'GET', `/api/areas/${street}777`);
    expect(unknown).toMatchObject({ status: 404, body: { code: 'area.notFound' } });
  });

  it('does not show another county', async () => {
    expect((await server.call('farAdministrator', 'GET', `/api/areas/${street}`)).status).toBe(404);
    expect((await server.call('farAdministrator', 'GET', '/api/areas')).body.rows).toEqual([]);
  });
});

describe('changing and retiring', () => {
  const grid = `${street}014001`;

  it('needs the version last read', async () => {
    const change = { name: '新名', households: 300 };
    const path = `/api/areas/${grid}`;
    expect((await server.call('administrator', 'PATCH', path, change)).status).toBe(428);
    const changed = await server.call('administrator', 'PATCH', path, change, { 'if-match': '"1"' });
    expect(changed).toMatchObject({ status: 200, etag: '"2"', body: { name: '新名', households: 300 } });
    const stale = await server.call('administrator', 'PATCH', path, { name: '旧' }, { 'if-match': '"1"' });
    expect(stale).toMatchObject({ status: 412, body: { code: 'http.stale' } });
    const cleared = await server.call('administrator', 'PATCH', path, { households: null }, { 'if-match': '*' });
    expect(cleared.body['households']).toBeUndefined();
    const unfit = await server.call('administrator', 'PATCH', path, { kind: 'street' }, { 'if-match': '*' });
    expect(unfit).toMatchObject({ status: 422, body: { code: 'area.kind.invalid' } });
  });

  it('keeps old codes answerable through succession', async () => {
    const heir = `${street}014003`;
    const retire = (code: string, succeededBy: string[]) =>
      server.call('administrator', 'POST', `/api/areas/${code}/retire`, { succeededBy });
    expect(await retire(`${street}014`, [])).toMatchObject({ status: 409, body: { code: 'area.hasLiveChildren' } });
    expect(await retire(grid, [`${street}014002`])).toMatchObject({
      status: 409,
      body: { code: 'area.successorRetired' },
    });
    expect(await retire(grid, [heir])).toMatchObject({ status: 200, body: { succeededBy: [heir] } });
    expect(await retire(grid, [heir])).toMatchObject({ status: 409, body: { code: 'area.retired' } });
    const { body } = await server.call('clerk', 'GET', `/api/areas/${grid}`);
    expect(body['answering']).toEqual([{ code: heir, kind: 'grid', name: '甲' }]);
  });
});
