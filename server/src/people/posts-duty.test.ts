import { describe, expect, it } from 'vitest';
import { newId } from '../new-id.ts';
import { openOnce } from '../testing.ts';
import { community, county, type Name, openPeople } from './testing.ts';

const at = openOnce(() => openPeople());

describe('posts', () => {
  it('need a place, a role the county knows, and the right over every place they reach', async () => {
    const { id } = await at.person('赵', community);
    const give = (body: object, name: Name = 'administrator') =>
      at.call(name, 'POST', '/api/posts', { person: id, role: 'grid-worker', ...body });
    expect((await give({})).body).toMatchObject({ code: 'post.nowhere' });
    expect((await give({ area: '450502' })).body).toMatchObject({ status: 422, code: 'area.unknown' });
    expect((await give({ area: community, role: 'emperor' })).body).toMatchObject({
      status: 422,
      code: 'role.unknown',
    });
    expect((await give({ area: community, to: '2026-11-20T01:00:00Z' })).body).toMatchObject({
      code: 'post.endsBeforeItBegins',
    });
    expect((await give({ area: community, person: newId() })).body).toMatchObject({ code: 'person.unknown' });
    expect((await give({ area: community, role: 'administrator' }, 'otherAdministrator')).status).toBe(403);
    expect((await give({ area: county, role: 'administrator' }, 'streetAdministrator')).status).toBe(403);
    const department = await at.organisation('公安分局');
    expect(
      (await give({ area: community, org: department.id, role: 'police-officer' }, 'streetAdministrator')).status,
    ).toBe(403);
    const given = await give({ area: community, org: department.id, role: 'police-officer' });
    expect(given).toMatchObject({
      status: 201,
      body: { personName: '赵', orgName: '公安分局', from: '2026-11-20T01:00:00.000Z' },
    });
    expect(at.rightsTold.at(-1)).toBe(id);
  });

  it('end now or later, not in the past, once', async () => {
    const { id } = await at.person('钱', community);
    const post = await at.made('/api/posts', {
      person: id,
      role: 'grid-worker',
      area: community,
      from: '2026-11-01T00:00:00+08:00',
    });
    const end = (body: object, name: Name = 'administrator') =>
      at.call(name, 'POST', `/api/posts/${post.id}/end`, { reason: '轮岗', ...body });
    expect((await end({}, 'otherAdministrator')).status).toBe(403);
    expect((await end({ at: '2026-11-10T00:00:00+08:00' })).body).toMatchObject({ code: 'post.endsInThePast' });
    expect(await end({ at: '2026-12-01T00:00:00+08:00' })).toMatchObject({
      status: 200,
      body: { to: '2026-11-30T16:00:00.000Z' },
    });
    expect(await end({})).toMatchObject({ status: 200, body: { to: '2026-11-20T01:00:00.000Z', endReason: '轮岗' } });
    expect((await end({})).body).toMatchObject({ code: 'post.alreadyEnded' });
    const open = await at.call('clerk', 'GET', `/api/posts?person=${id}`);
    expect(open.body.rows).toEqual([]);
    expect((await at.call('clerk', 'GET', `/api/posts?person=${id}&ended=true`)).body.rows).toHaveLength(1);
  });
});

describe('duty', () => {
  it('is with the clerks in office hours and with the roster outside them', async () => {
    const [a, b, c] = [
      await at.person('甲', community),
      await at.person('乙', community),
      await at.person('丙', community),
    ];
    await at.made('/api/posts', { person: a.id, role: 'community-clerk', area: community });
    await at.made('/api/posts', { person: b.id, role: 'community-clerk', area: community });
    await at.made('/api/posts', { person: b.id, role: 'grid-worker', area: `${community}001` });
    await at.made(
      '/api/duty',
      { area: community, person: c.id, from: '2026-11-20T18:00:00+08:00', to: '2026-11-21T08:00:00+08:00' },
      'dispatcher',
    );
    const now = async () => (await at.call('worker', 'GET', `/api/duty/now?area=${community}`)).body;
    expect(await now()).toMatchObject({
      officeHours: true,
      uncovered: false,
      people: [
        { name: '甲', by: 'post' },
        { name: '乙', by: 'post' },
      ],
    });
    await at.setClock('2026-11-20T12:30:00+08:00');
    expect(await now()).toMatchObject({ officeHours: false, uncovered: true, people: [] });
    await at.setClock('2026-11-20T19:40:00+08:00');
    expect(await now()).toMatchObject({ officeHours: false, people: [{ person: c.id, name: '丙', by: 'roster' }] });
    await at.setClock('2026-11-21T10:00:00+08:00');
    expect(await now()).toMatchObject({ officeHours: false, uncovered: true });
    await at.setClock('2026-11-20T09:00:00+08:00');
    const above = await at.call('worker', 'GET', '/api/duty/now?area=450802001');
    expect(above.body).toMatchObject({ uncovered: true, people: [] });
  });

  it('of an organisation is with its clerks and its roster', async () => {
    const org = await at.organisation('市政所');
    const someone = await at.person('值班员');
    await at.made('/api/duty', {
      org: org.id,
      person: someone.id,
      from: '2026-11-20T08:00:00+08:00',
      to: '2026-11-20T20:00:00+08:00',
    });
    expect((await at.call('worker', 'GET', `/api/duty/now?org=${org.id}`)).body).toMatchObject({
      people: [{ name: '值班员', by: 'roster' }],
    });
    expect((await at.call('worker', 'GET', `/api/duty/now?org=${newId()}`)).body).toMatchObject({
      code: 'organisation.unknown',
    });
    expect((await at.call('worker', 'GET', '/api/duty/now')).status).toBe(422);
    expect((await at.call('worker', 'GET', `/api/duty/now?org=${org.id}&area=${community}`)).status).toBe(422);
  });

  it('is written and read by those whose desk it is', async () => {
    const someone = await at.person('戊', community);
    const turn = {
      area: community,
      person: someone.id,
      from: '2026-11-22T18:00:00+08:00',
      to: '2026-11-23T08:00:00+08:00',
    };
    expect((await at.call('otherAdministrator', 'POST', '/api/duty', turn)).status).toBe(403);
    expect((await at.call('administrator', 'POST', '/api/duty', { ...turn, to: turn.from })).body).toMatchObject({
      code: 'duty.endsBeforeItBegins',
    });
    const { id } = await at.made('/api/duty', turn, 'streetAdministrator');
    const listed = async (name: Name) =>
      (await at.call(name, 'GET', `/api/duty?area=${community}&from=2026-11-22T00:00:00Z`)).body.rows.length;
    expect(await listed('clerk')).toBe(1);
    expect(await listed('otherAdministrator')).toBe(0);
    expect((await at.call('otherAdministrator', 'DELETE', `/api/duty/${id}`)).status).toBe(404);
    expect((await at.call('administrator', 'DELETE', `/api/duty/${id}`)).status).toBe(204);
    expect(await listed('clerk')).toBe(0);
  });
});
