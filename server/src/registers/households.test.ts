import { describe, expect, it } from 'vitest';
import { newId } from '../new-id.ts';
import { openOnce } from '../testing.ts';
import { community, county, grid, microgrid, openRegisters, otherCommunity, otherMicrogrid } from './testing.ts';

const at = openOnce(openRegisters);

const many = (count: number, area = microgrid) =>
  Array.from({ length: count }, (_, index) => ({ area, address: `荷塘苑${1 + (index >> 6)}栋${101 + (index & 63)}` }));

describe('households', () => {
  it('are kept by address and microgrid, and no field could hold who lives there', async () => {
    const { id } = await at.household('荷塘苑 ３栋 101');
    const read = await at.call('worker', 'GET', `/api/households/${id}`);
    expect(read.body).toEqual({ id, area: microgrid, address: '荷塘苑3栋101', version: 1 });
    const twice = await at.call('clerk', 'POST', '/api/households', { area: microgrid, address: '荷塘苑3栋101' });
    expect(twice).toMatchObject({ status: 409, body: { code: 'household.there' } });
    const members = { area: microgrid, address: 'x', members: ['李'] };
    expect((await at.call('clerk', 'POST', '/api/households', members)).status).toBe(422);
    const gone = { movedAt: '2026-11-01T00:00:00+08:00' };
    const left = await at.call('clerk', 'PATCH', `/api/households/${id}`, gone, { 'if-match': read.etag });
    expect(left).toMatchObject({ status: 200, body: { version: 2 } });
    expect((await at.call('clerk', 'GET', '/api/households')).body.rows).toEqual([]);
    expect((await at.call('clerk', 'GET', '/api/households?moved=true')).body.rows).toHaveLength(1);
    expect((await at.call('otherClerk', 'GET', `/api/households/${id}`)).status).toBe(404);
  });

  it('come in by thousands, a second time without doubling, whole or not at all', async () => {
    const begun = performance.now();
    for (let from = 0; from < 24_000; from += 5_000) {
      const households = many(24_000, otherMicrogrid).slice(from, from + 5_000);
      expect((await at.call('clerk', 'POST', '/api/households/import', { households })).body).toEqual({
        created: households.length,
        changed: 0,
        unchanged: 0,
      });
    }
    // 24,000 take some 4 s of a core; the limit is against something gone wrong by an order of magnitude on a busy machine.
    expect(performance.now() - begun).toBeLessThan(90_000);
    const households = many(100, otherMicrogrid);
    expect((await at.call('clerk', 'POST', '/api/households/import', { households })).body).toEqual({
      created: 0,
      changed: 0,
      unchanged: 100,
    });
    const wrong = [...many(2), { area: `${otherCommunity}001`, address: '外社区1号' }];
    expect(await at.call('clerk', 'POST', '/api/households/import', { households: wrong })).toMatchObject({
      status: 422,
      body: { code: 'household.import.invalid', errors: [{ path: 'households.2.area', code: 'register.forbidden' }] },
    });
    expect((await at.call('clerk', 'GET', `/api/households?area=${microgrid}`)).body.rows).toEqual([]);
    const page = await at.call('clerk', 'GET', `/api/households?area=${grid}&limit=2`);
    const next = await at.call('clerk', 'GET', `/api/households?area=${grid}&limit=2&cursor=${page.body.next ?? ''}`);
    expect(new Set([...page.body.rows, ...next.body.rows].map((row) => row['id'])).size).toBe(4);
    const found = await at.call('clerk', 'GET', `/api/households?q=${encodeURIComponent('375栋164')}`);
    expect(found.body.rows).toHaveLength(1);
  });

  it('stand under an anchor household: 1+N', async () => {
    const head = await at.person('中心户长');
    await at.post(head.id, 'anchor-household-head', grid);
    const { id: anchor } = await at.entry('anchorHousehold', {
      area: grid,
      person: head.id,
      fields: { name: '和谐中心户' },
    });
    const homes = [await at.household('甲1'), await at.household('甲2'), await at.household('甲3')];
    const url = `/api/anchor-households/${anchor}/households`;
    const taken = await at.call('clerk', 'POST', url, { add: homes.map(({ id }) => id) });
    expect(taken).toMatchObject({ status: 200, body: { looksAfter: 3 } });
    const left = await at.call('clerk', 'POST', url, { remove: [homes[0]?.id] });
    expect(left.body).toMatchObject({ looksAfter: 2 });
    const listed = await at.call('clerk', 'GET', `/api/households?anchor=${anchor}`);
    expect(listed.body.rows).toMatchObject([{ anchorName: '和谐中心户' }, { anchorName: '和谐中心户' }]);
    expect((await at.call('clerk', 'POST', url, { add: [newId()] })).body).toMatchObject({ code: 'household.unknown' });
    expect((await at.call('otherClerk', 'POST', url, { remove: [] })).status).toBe(404);
    const notAnchor = { area: microgrid, address: '乙1', anchor: newId() };
    expect((await at.call('clerk', 'POST', '/api/households', notAnchor)).body).toMatchObject({
      code: 'anchor.unknown',
    });
    await at.call('clerk', 'DELETE', `/api/registers/${anchor}`);
    expect((await at.call('clerk', 'GET', `/api/households?anchor=${anchor}`)).body.rows).toEqual([]);
  });

  it('are shown by the database to the staff of their area alone', async () => {
    const count = (areas: string[]) =>
      at.db.transaction(
        { county, areas, person: 'p' },
        async (trx) => (await trx.selectFrom('household').select('id').limit(5).execute()).length,
      );
    expect([await count([community]), await count([otherCommunity])]).toEqual([5, 0]);
    const foreign = { county, areas: [otherCommunity], person: 'p' };
    const row = {
      county,
      id: newId(),
      area: microgrid,
      address: 'x',
      anchor: null,
      version: 1,
      created_at: '2026-01-01T00:00:00Z',
      moved_at: null,
    };
    await expect(
      at.db.transaction(foreign, (trx) => trx.insertInto('household').values(row).execute()),
    ).rejects.toThrow(/row-level security/);
  });
});
