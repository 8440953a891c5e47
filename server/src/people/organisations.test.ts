import { describe, expect, it } from 'vitest';
import { newId } from '../new-id.ts';
import { openOnce } from '../testing.ts';
import { community, county, openPeople, otherStreet, street } from './testing.ts';

const at = openOnce(() => openPeople());

describe('organisations', () => {
  it('are added, read, renamed on the version read, and found by name and by initials', async () => {
    const { id } = await at.organisation('城市管理局', county, { code: 'CG', dutyPhone: '0775-4561234' });
    const read = await at.call('clerk', 'GET', `/api/organisations/${id}`);
    expect(read).toMatchObject({
      status: 200,
      body: { id, name: '城市管理局', code: 'CG', dutyPhone: '0775-4561234', area: county },
    });
    const renamed = await at.call(
      'administrator',
      'PATCH',
      `/api/organisations/${id}`,
      { name: '城市管理和综合执法局' },
      { 'if-match': read.etag },
    );
    expect(renamed).toMatchObject({ status: 200, body: { name: '城市管理和综合执法局' } });
    const stale = await at.call(
      'administrator',
      'PATCH',
      `/api/organisations/${id}`,
      { name: 'x' },
      { 'if-match': read.etag },
    );
    expect(stale).toMatchObject({ status: 412, body: { code: 'http.stale' } });
    for (const q of ['综合执法', 'csglhzhzfj', 'CSGL']) {
      expect((await at.call('clerk', 'GET', `/api/organisations?q=${encodeURIComponent(q)}`)).body.rows).toMatchObject([
        { id },
      ]);
    }
    expect((await at.call('clerk', 'GET', '/api/organisations?q=%25')).body.rows).toEqual([]);
  });

  it('keep a tree, and a code is given once', async () => {
    const top = await at.organisation('区委');
    const middle = await at.organisation('街道党工委', street, { parent: top.id, code: 'DGW' });
    const low = await at.organisation('社区党委', community, { parent: middle.id });
    const circle = await at.call(
      'administrator',
      'PATCH',
      `/api/organisations/${top.id}`,
      { parent: low.id },
      { 'if-match': '*' },
    );
    expect(circle).toMatchObject({ status: 409, body: { code: 'organisation.circle' } });
    const twice = await at.call('administrator', 'POST', '/api/organisations', {
      kind: 'committee',
      name: '另一个',
      area: county,
      code: 'DGW',
    });
    expect(twice).toMatchObject({ status: 409, body: { code: 'organisation.codeTaken' } });
    const orphan = await at.call('administrator', 'POST', '/api/organisations', {
      kind: 'committee',
      name: '孤',
      area: county,
      parent: newId(),
    });
    expect(orphan).toMatchObject({ status: 422, body: { code: 'organisation.unknown' } });
  });

  it('end only when nobody holds a post in them', async () => {
    const org = await at.organisation('住建局');
    const someone = await at.person('周工');
    const post = await at.made('/api/posts', { person: someone.id, role: 'department-clerk', org: org.id });
    expect(await at.call('administrator', 'POST', `/api/organisations/${org.id}/retire`)).toMatchObject({
      status: 409,
      body: { code: 'organisation.hasPosts' },
    });
    await at.call('administrator', 'POST', `/api/posts/${post.id}/end`, { reason: '调离' });
    const retired = await at.call('administrator', 'POST', `/api/organisations/${org.id}/retire`);
    expect(retired).toMatchObject({ status: 200, body: { retiredAt: '2026-11-20T01:00:00.000Z' } });
    expect(
      await at.call('administrator', 'POST', '/api/posts', {
        person: someone.id,
        role: 'department-clerk',
        org: org.id,
      }),
    ).toMatchObject({ status: 422, body: { code: 'organisation.unknown' } });
  });

  it('are edited only by those whose area keeps them', async () => {
    const payload = { kind: 'branch', name: '支部', area: community };
    expect((await at.call('otherAdministrator', 'POST', '/api/organisations', payload)).body).toMatchObject({
      code: 'people.forbidden',
      status: 403,
    });
    expect((await at.call('clerk', 'POST', '/api/organisations', payload)).body).toMatchObject({
      code: 'access.forbidden',
    });
    expect((await at.call('nobody', 'GET', '/api/organisations')).status).toBe(401);
    const { id } = await at.made('/api/organisations', payload, 'streetAdministrator');
    expect(
      await at.call('otherAdministrator', 'PATCH', `/api/organisations/${id}`, { name: 'x' }, { 'if-match': '*' }),
    ).toMatchObject({ status: 403 });
    expect(
      await at.call(
        'streetAdministrator',
        'PATCH',
        `/api/organisations/${id}`,
        { area: otherStreet },
        { 'if-match': '*' },
      ),
    ).toMatchObject({ status: 403 });
  });

  it('come in pages that neither skip nor repeat, and as a sheet', async () => {
    const names = Array.from({ length: 7 }, (_, index) => `分页${index % 3}`);
    for (const name of names) await at.organisation(name, otherStreet);
    const seen: string[] = [];
    for (let cursor = ''; ; ) {
      const answer = await at.call(
        'clerk',
        'GET',
        `/api/organisations?area=${otherStreet}&limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      seen.push(...answer.body.rows.map((row) => String(row['id'])));
      if (answer.body.next === undefined) break;
      cursor = answer.body.next;
    }
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
    const sheet = await at.call('clerk', 'GET', `/api/organisations?area=${otherStreet}&format=csv`);
    expect(String(sheet.body['text']).split('\r\n')).toHaveLength(9);
    expect(sheet.body['text']).toMatch(/^\uFEFF编号,代码,类别,名称/);
  });
});
