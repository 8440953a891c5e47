import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../new-id.ts';
import { openOnce } from '../testing.ts';
import { actors, community, county, grid, openRegisters, otherCommunity } from './testing.ts';

const at = openOnce(openRegisters);
let unit: { id: string };
let li: { id: string };
beforeAll(async () => {
  unit = await at.organisation('区税务局');
  li = await at.person('李小明', community);
});

const names = (body: { rows: readonly Record<string, unknown>[] }) => body.rows.map((row) => row['id']);

describe('an entry', () => {
  it('is added, read with the names it refers to, changed on the version read, ended and removed', async () => {
    const { id } = await at.entry('pairing', {
      org: unit.id,
      from: '2026-01-01T00:00:00+08:00',
      to: '2026-12-10T00:00:00+08:00',
      fields: { how: 'sponsor', duties: '每季度到社区报到' },
    });
    const read = await at.call('worker', 'GET', `/api/registers/${id}`);
    expect(read.status).toBe(404);
    const seen = await at.call('clerk', 'GET', `/api/registers/${id}`);
    expect(seen).toMatchObject({
      status: 200,
      body: { orgName: '区税务局', fields: { how: 'sponsor' }, area: community },
    });
    const change = { fields: { how: 'joint' } };
    const url = `/api/registers/${id}`;
    expect((await at.call('clerk', 'PATCH', url, change)).status).toBe(428);
    const changed = await at.call('clerk', 'PATCH', url, change, { 'if-match': seen.etag });
    expect(changed).toMatchObject({ status: 200, body: { fields: { how: 'joint' }, version: 2 } });
    expect((await at.call('clerk', 'PATCH', url, change, { 'if-match': seen.etag })).body).toMatchObject({
      code: 'http.stale',
    });
    const list = () => at.call('clerk', 'GET', `/api/registers?kind=pairing&area=${community}&org=${unit.id}`);
    expect(names((await list()).body)).toEqual([id]);
    await at.call('clerk', 'PATCH', url, { to: '2026-11-01T00:00:00+08:00' }, { 'if-match': '*' });
    expect(names((await list()).body)).toEqual([]);
    const ended = await at.call('clerk', 'GET', '/api/registers?kind=pairing&ended=true');
    expect(names(ended.body)).toEqual([id]);
    expect((await at.call('otherClerk', 'DELETE', url)).status).toBe(404);
    expect((await at.call('clerk', 'DELETE', url)).status).toBe(204);
    expect((await at.call('clerk', 'GET', url)).status).toBe(404);
  });

  it('is refused with each thing that is wrong', async () => {
    const typed = { kind: 'pairing', area: community, fields: { how: 'friends' } };
    expect(await at.call('clerk', 'POST', '/api/registers', typed)).toMatchObject({ status: 422 });
    const nobody = { kind: 'commendation', area: community, fields: { title: '先进' } };
    expect(await at.call('clerk', 'POST', '/api/registers', nobody)).toMatchObject({
      status: 422,
      body: { code: 'register.entry.invalid', errors: [{ code: 'register.nobody' }] },
    });
    const unknown = {
      kind: 'training',
      area: community,
      person: newId(),
      fields: { occasion: 'drill', course: '消防', hours: 2 },
    };
    expect(await at.call('clerk', 'POST', '/api/registers', unknown)).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'person', code: 'person.unknown' }] },
    });
    const nowhere = { kind: 'anchorHousehold', area: '110000', person: li.id, fields: { name: '中心户' } };
    expect((await at.call('clerk', 'POST', '/api/registers', nowhere)).status).toBe(403);
    const kind = { kind: 'keyPersons', area: community, fields: {} };
    expect((await at.call('clerk', 'POST', '/api/registers', kind)).status).toBe(422);
  });

  it('is kept by those of its area only, and made once for a key', async () => {
    const payload = { kind: 'teamMember', area: community, org: unit.id, person: li.id, fields: { part: 'member' } };
    expect((await at.call('worker', 'POST', '/api/registers', payload)).status).toBe(403);
    expect((await at.call('otherClerk', 'POST', '/api/registers', payload)).body).toMatchObject({
      code: 'register.forbidden',
    });
    const key = { 'idempotency-key': newId() };
    const first = await at.call('clerk', 'POST', '/api/registers', payload, key);
    const again = await at.call('clerk', 'POST', '/api/registers', payload, key);
    expect([first.status, again.body['id']]).toEqual([201, first.body['id']]);
    expect((await at.call('clerk', 'GET', '/api/registers?kind=teamMember')).body.rows).toHaveLength(1);
  });

  it('that is confidential is for the person and those who edit people', async () => {
    const fields = { period: '2026 上半年', note: '工作踏实' };
    const payload = { kind: 'appraisal', area: community, person: actors.worker.person, fields };
    expect((await at.call('clerk', 'POST', '/api/registers', payload)).body).toMatchObject({
      code: 'register.forbidden',
    });
    await at.made('/api/registers', payload, 'administrator');
    const seen = async (who: 'administrator' | 'clerk' | 'worker' | 'microChief') =>
      (await at.call(who, 'GET', '/api/registers?kind=appraisal')).body.rows.length;
    expect([await seen('administrator'), await seen('clerk'), await seen('worker'), await seen('microChief')]).toEqual([
      1, 0, 1, 0,
    ]);
  });

  it('comes in pages that neither skip nor repeat, by person with hours, and as a sheet', async () => {
    for (let day = 1; day <= 5; day += 1)
      await at.entry('serviceHours', {
        person: li.id,
        from: `2026-10-0${day}T08:00:00+08:00`,
        fields: { hours: 1.5, what: '清洁楼道', as: 'dual' },
      });
    await at.entry('training', {
      person: li.id,
      from: '2026-10-09T08:00:00+08:00',
      fields: { occasion: 'beforePost', course: '网格员岗前培训', hours: 16, passed: true },
    });
    const seen: unknown[] = [];
    for (let cursor = ''; ; ) {
      const { body } = await at.call('clerk', 'GET', `/api/registers?kind=serviceHours&limit=2${cursor}`);
      seen.push(...names(body));
      if (body.next === undefined) break;
      cursor = `&cursor=${body.next}`;
    }
    expect([seen.length, new Set(seen).size]).toEqual([5, 5]);
    const own = await at.call('clerk', 'GET', `/api/people/${li.id}/records`);
    expect(own.body).toMatchObject({ hours: { service: 7.5, training: 16 } });
    expect(own.body.rows[0]).toMatchObject({ kind: 'teamMember' });
    const sheet = await at.call('clerk', 'GET', '/api/registers?kind=serviceHours&format=csv');
    expect(sheet.text).toMatch(/^\uFEFF编号,类别,区域代码/);
    expect(sheet.text).toContain('清洁楼道');
    expect(sheet.text.split('\r\n')).toHaveLength(7);
    expect(
      (await at.call('clerk', 'GET', `/api/registers?kind=serviceHours&q=${encodeURIComponent('李小')}`)).body.rows,
    ).toHaveLength(5);
    expect((await at.call('clerk', 'GET', '/api/registers?kind=serviceHours&q=%25')).body.rows).toEqual([]);
  });
});

describe('what expires soon', () => {
  it('is one list of entries, posts and care, within the areas of the asker', async () => {
    await at.entry('training', {
      person: li.id,
      to: '2026-12-01T00:00:00+08:00',
      fields: { occasion: 'rotation', course: '消防轮训', hours: 8 },
    });
    await at.entry('secondment', {
      person: li.id,
      to: '2027-03-01T00:00:00+08:00',
      fields: { reason: '专班' },
    });
    await at.post(li.id, 'part-time-grid-worker', grid, '2026-11-25T00:00:00+08:00');
    await at.made('/api/care', {
      kind: 'livingAlone',
      area: grid,
      name: '王大爷',
      basis: 'consent',
      basisNote: '2026-11 同意书',
      purpose: '每周走访',
      expires: '2026-12-05T00:00:00+08:00',
    });
    const what = async (who: 'clerk' | 'dispatcher' | 'otherClerk', query = '') =>
      (await at.call(who, 'GET', `/api/expiring${query}`)).body.rows.map((row) => row['kind']);
    expect(await what('clerk')).toEqual(['part-time-grid-worker', 'training', 'livingAlone']);
    expect(await what('clerk', '?days=200')).toContain('secondment');
    expect(await what('dispatcher')).toEqual(['part-time-grid-worker', 'training']);
    expect(await what('otherClerk')).toEqual([]);
    expect(await what('clerk', `?area=${otherCommunity}`)).toEqual([]);
    expect(await what('clerk', `?area=${county}`)).toEqual([]);
  });
});

describe('an anchor household', () => {
  it('has a head who holds the post of one, named by the person or by the post', async () => {
    const head = await at.person('何户长', community);
    const other = await at.person('邻居', community);
    const entry = (more: object) => ({ kind: 'anchorHousehold', area: grid, fields: { name: '甲户' }, ...more });
    const refused = await at.call('clerk', 'POST', '/api/registers', entry({ person: head.id }));
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ path: 'person', code: 'register.notHead' }] } });
    const past = await at.post(other.id, 'anchor-household-head', grid, '2026-11-01T00:00:00+08:00').catch(() => null);
    expect(past).toBeNull();
    const post = await at.post(head.id, 'anchor-household-head', grid);
    const worker = await at.post(head.id, 'grid-worker', grid);
    const { id } = await at.made('/api/registers', entry({ person: head.id }));
    const byPost = (of: string, more: object = {}) =>
      at.call('clerk', 'POST', '/api/registers', entry({ fields: { name: '乙户', post: of }, ...more }));
    expect((await byPost(post.id)).status).toBe(201);
    expect((await byPost(worker.id)).body).toMatchObject({
      errors: [{ path: 'fields.post', code: 'register.notHead' }],
    });
    expect((await byPost(post.id, { person: other.id })).body).toMatchObject({
      errors: [{ path: 'person', code: 'register.otherHead' }],
    });
    const change = { person: other.id };
    expect((await at.call('clerk', 'PATCH', `/api/registers/${id}`, change, { 'if-match': '*' })).status).toBe(422);
  });
});

describe('leaving', () => {
  it('is refused with the list of posts still held that day, and taken once they are ended by then', async () => {
    const who = await at.person('离任者', community);
    await at.post(who.id, 'grid-worker', grid, '2026-11-25T00:00:00+08:00');
    await at.post(who.id, 'micro-grid-chief', `${grid}001`, '2026-11-30T00:00:00+08:00');
    const leave = (from: string) =>
      at.call('administrator', 'POST', '/api/registers', {
        kind: 'exit',
        area: community,
        person: who.id,
        from,
        fields: { reason: 'resigned' },
      });
    const early = await leave('2026-11-22T00:00:00+08:00');
    expect(early).toMatchObject({ status: 422, body: { code: 'register.entry.invalid' } });
    const errors = early.body['errors'] as { code: string; message: string }[];
    expect(errors.map(({ code }) => code)).toEqual(['register.exit.holdsPost', 'register.exit.holdsPost']);
    expect(errors[0]?.message).toContain('专职网格员');
    expect((await leave('2026-11-26T00:00:00+08:00')).body['errors']).toHaveLength(1);
    expect((await leave('2026-11-30T00:00:00+08:00')).status).toBe(201);
  });
});

describe('the responsibility chart', () => {
  it('prints posts, who is responsible by rank, and anchor households', async () => {
    const head = await at.person('陈<户长>', community);
    await at.post(head.id, 'anchor-household-head', grid);
    const { id } = await at.entry('anchorHousehold', { area: grid, person: head.id, fields: { name: '荷塘苑中心户' } });
    const home = await at.household('荷塘苑3栋101', `${grid}001`, { anchor: id });
    await at.entry('responsibility', {
      area: grid,
      person: li.id,
      household: home.id,
      fields: { scheme: 'households', rank: 'first', duties: '每月上门' },
    });
    const { status, text, headers } = await at.call('clerk', 'GET', `/api/areas/${grid}/responsibility-chart`);
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    for (const part of ['责任分工图', '李小明', '第一责任人', '荷塘苑3栋101', '陈&lt;户长>', '荷塘苑中心户'])
      expect(text).toContain(part);
    expect((await at.call('otherClerk', 'GET', `/api/areas/${grid}/responsibility-chart`)).status).toBe(403);
  });
});
