import { describe, expect, it } from 'vitest';
import { openOnce } from '../testing.ts';
import { actors, community, county, openPeople, otherStreet } from './testing.ts';

const at = openOnce(() => openPeople());

describe('people', () => {
  it('show their phone masked, and in clear only for a purpose and on the record', async () => {
    const { id } = await at.person('李小明', community, { phone: '１３８ ０００１ ２３４５', email: 'li@example.cn' });
    const read = await at.call('clerk', 'GET', `/api/people/${id}`);
    expect(read.body).toMatchObject({ name: '李小明', phone: '138****2345', hasEmail: true });
    expect(JSON.stringify(read.body)).not.toContain('13800012345');
    const [stored] = await at.db.asOwner((owner) =>
      owner.query(
        'select s.phone from subject s join person p on p.subject = s.id and p.county = s.county where p.id = $1',
        [id],
      ),
    );
    expect(String(stored?.['phone'])).not.toContain('1380001');
    expect((await at.call('worker', 'POST', `/api/people/${id}/reveal`, { purpose: '联系' })).status).toBe(403);
    expect((await at.call('clerk', 'POST', `/api/people/${id}/reveal`, { purpose: '   ' })).status).toBe(422);
    const shown = await at.call('clerk', 'POST', `/api/people/${id}/reveal`, { purpose: '安排夜间值班' });
    expect(shown.body).toEqual({ phone: '+8613800012345', until: '2026-11-20T01:01:00.000Z' });
    const log = await at.db.asOwner((owner) => owner.query('select person, purpose from reveal_log'));
    expect(log).toEqual([{ person: actors.clerk.person, purpose: '安排夜间值班' }]);
  });

  it('change, with a phone that can be read', async () => {
    const { id } = await at.person('王芳', community);
    expect(
      (await at.call('administrator', 'PATCH', `/api/people/${id}`, { phone: '12' }, { 'if-match': '*' })).body,
    ).toMatchObject({ status: 422, code: 'phone.invalid' });
    const changed = await at.call(
      'administrator',
      'PATCH',
      `/api/people/${id}`,
      { phone: '0775-4567890', name: '王芳芳' },
      { 'if-match': '"1"' },
    );
    expect(changed).toMatchObject({ status: 200, body: { phone: '0775****890', name: '王芳芳' }, etag: '"2"' });
    const cleared = await at.call(
      'administrator',
      'PATCH',
      `/api/people/${id}`,
      { phone: null },
      { 'if-match': '"2"' },
    );
    expect(cleared.body['phone']).toBeUndefined();
    expect(
      (await at.call('streetAdministrator', 'PATCH', `/api/people/${id}`, { area: county }, { 'if-match': '*' }))
        .status,
    ).toBe(403);
  });

  it('are found by name, initials, role and place', async () => {
    const { id } = await at.person('欧阳锋', community);
    await at.made('/api/posts', { person: id, role: 'small-grid-chief', area: `${community}001` });
    const find = async (query: string) =>
      (await at.call('clerk', 'GET', `/api/people?${query}`)).body.rows.map((row) => row['id']);
    expect(await find('q=oyf')).toEqual([id]);
    expect(await find(`q=${encodeURIComponent('欧阳')}`)).toEqual([id]);
    expect(await find('role=small-grid-chief')).toEqual([id]);
    expect(await find(`role=small-grid-chief&area=${otherStreet}`)).toEqual([]);
    expect(await find(`area=${community}`)).toContain(id);
    const [row] = (await at.call('clerk', 'GET', '/api/people?q=oyf')).body.rows;
    expect(row?.['posts']).toMatchObject([{ role: 'small-grid-chief', area: `${community}001` }]);
  });

  it('are added once under one Idempotency-Key', async () => {
    const add = () =>
      at.call(
        'administrator',
        'POST',
        '/api/people',
        { name: '只一次', area: county },
        { 'idempotency-key': 'people-0001' },
      );
    const [first, second] = [await add(), await add()];
    expect(second).toEqual(first);
    expect(
      (await at.call('administrator', 'GET', `/api/people?q=${encodeURIComponent('只一次')}`)).body.rows,
    ).toHaveLength(1);
  });
});
