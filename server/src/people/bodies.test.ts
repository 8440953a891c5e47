import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seedRules } from '../rules/index.ts';
import { openOnce } from '../testing.ts';
import { community, county, openPeople, otherStreet, street } from './testing.ts';

/** Work orders that bodies owe: a stand-in for the cases, whose own tests show that they move. */
let owed: { readonly id: string; body: string }[] = [];
const people = openOnce(() =>
  openPeople({
    openWork: {
      owedBy: (_trx, _county, body) =>
        Promise.resolve(
          owed
            .filter((one) => body.kind === 'org' && one.body === body.org)
            .map(({ id }) => ({ id, number: `2026-${id}`, description: '路灯不亮' })),
        ),
      assignedTo: () => Promise.resolve([]),
      toVerify: () => Promise.resolve([]),
      prepare: () =>
        Promise.resolve((_trx, { caseId, to }) => {
          owed = owed.map((one) => (one.id === caseId && to.kind === 'org' ? { ...one, body: to.org } : one));
          return Promise.resolve(undefined);
        }),
    },
  }),
);
beforeAll(() => people.db.transaction({ county, system: true }, (trx) => seedRules(trx, county, 0)));
beforeEach(() => {
  owed = [];
});

interface Duty {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
}
const dutiesOf = async (id: string) => {
  const { status, body } = await people.call('administrator', 'GET', `/api/organisations/${id}/duties`);
  expect(status).toBe(200);
  return body.rows as unknown as Duty[];
};
const chartOf = async (id: string) => (await people.call('worker', 'GET', `/api/organisations/${id}/chart`)).body;

describe('bodies made of others', () => {
  it('have members from other bodies with their duties, and lose them', async () => {
    const committee = await people.organisation('荷城社区大党委', community, { kind: 'communityCommittee' });
    const property = await people.organisation('金港物业', community, { kind: 'propertyCompany' });
    const secretary = await people.person('卢书记');
    const url = `/api/organisations/${committee.id}/members`;
    const first = await people.made(url, { memberPerson: secretary.id, duty: 'first-secretary' });
    await people.made(url, { memberOrg: property.id, duty: 'part-time-member' });
    expect(await chartOf(committee.id)).toMatchObject({
      members: [
        { memberPersonName: '卢书记', duty: 'first-secretary' },
        { memberOrgName: '金港物业', duty: 'part-time-member' },
      ],
    });
    expect(await chartOf(property.id)).toMatchObject({ memberOf: [{ organisationName: '荷城社区大党委' }] });
    const end = `/api/members/${first.id}/end`;
    expect(await people.call('administrator', 'POST', end, { reason: '轮换' })).toMatchObject({ status: 200 });
    expect(await people.call('administrator', 'POST', end, { reason: '轮换' })).toMatchObject({
      status: 409,
      body: { code: 'membership.over' },
    });
    const { body } = await people.call('clerk', 'GET', `${url}?ended=true`);
    expect(body.rows).toHaveLength(2);
  });

  it.each([
    { name: 'nobody', more: {}, code: 'membership.nobody' },
    { name: 'itself', more: { memberOrg: 'itself' }, code: 'membership.ofItself' },
    {
      name: 'somebody unknown',
      more: { memberPerson: '01900000-0000-7000-8000-00000000dead' },
      code: 'person.unknown',
    },
  ])('refuse $name as a member', async ({ more, code }) => {
    const body = await people.organisation('专班', county, { kind: 'taskForce' });
    const given = { duty: 'member', ...more, ...('memberOrg' in more && { memberOrg: body.id }) };
    const answer = await people.call('administrator', 'POST', `/api/organisations/${body.id}/members`, given);
    expect(answer.body).toMatchObject({ code });
  });

  it('are changed by whoever keeps them, read by all, and guarded by the database too', async () => {
    const body = await people.organisation('先锋治理小组', community, { kind: 'pioneerGroup' });
    const somebody = await people.person('甲');
    const url = `/api/organisations/${body.id}/members`;
    const given = { memberPerson: somebody.id, duty: 'head' };
    expect(await people.call('otherAdministrator', 'POST', url, given)).toMatchObject({ status: 403 });
    expect(await people.call('clerk', 'POST', url, given)).toMatchObject({ status: 403 });
    const twice = await people.call('streetAdministrator', 'POST', url, given);
    expect(twice.status).toBe(201);
    expect(await people.call('streetAdministrator', 'POST', url, given)).toMatchObject({
      body: { code: 'membership.doubled' },
    });
    const foreign = { county, areas: [otherStreet], person: somebody.id };
    const member = {
      county,
      id: 'x',
      organisation: body.id,
      member_person: somebody.id,
      duty: 'head',
      reach: community,
    };
    const row = { ...member, member_org: null, from_at: '2026-01-01T00:00:00Z', to_at: null };
    await expect(
      people.db.transaction(foreign, (trx) =>
        trx
          .insertInto('organisation_member')
          .values({ ...row, added_by: null, ended_by: null, end_reason: null })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/);
    const changed = await people.db.transaction(foreign, (trx) =>
      trx.updateTable('organisation_member').set({ duty: 'member' }).where('county', '=', county).executeTakeFirst(),
    );
    expect(changed.numUpdatedRows).toBe(0n);
  });
});

describe('the tree', () => {
  it('opens a step at a time, with how much hangs below; found by name, code and initials', async () => {
    const top = await people.organisation('区委', county, { kind: 'committee', code: 'QW01' });
    const below = await people.organisation('街道工委', street, { kind: 'committee', parent: top.id });
    await people.organisation('社区党委', community, { kind: 'committee', parent: below.id });
    const roots = await people.call('worker', 'GET', '/api/organisation-tree?limit=200');
    expect(roots.body.rows.find((row) => row['id'] === top.id)).toMatchObject({ children: 1, posts: 0 });
    const step = await people.call('worker', 'GET', `/api/organisation-tree?parent=${top.id}`);
    expect(step.body.rows).toMatchObject([{ name: '街道工委', children: 1 }]);
    for (const q of ['区委', 'qw0', 'qw']) {
      const found = await people.call('worker', 'GET', `/api/organisations?q=${encodeURIComponent(q)}`);
      expect(found.body.rows.map((row) => row['id'])).toContain(top.id);
    }
    expect(await chartOf(below.id)).toMatchObject({ above: [{ name: '区委' }], below: [{ name: '社区党委' }] });
  });

  it('says what a body serves beside its own area', async () => {
    const station = await people.organisation('派出所', street, { kind: 'station' });
    const set = await people.call('administrator', 'PUT', `/api/organisations/${station.id}/serves`, {
      areas: [community, street, otherStreet],
      zones: [],
    });
    expect(set).toMatchObject({ status: 200, body: { areas: [community, otherStreet], zones: [] } });
    expect(await chartOf(station.id)).toMatchObject({ areas: [community, otherStreet] });
    const unknown = { areas: ['999999'], zones: [] };
    const url = `/api/organisations/${station.id}/serves`;
    expect(await people.call('administrator', 'PUT', url, unknown)).toMatchObject({ body: { code: 'area.unknown' } });
    const zone = { areas: [], zones: ['01900000-0000-7000-8000-00000000dead'] };
    expect(await people.call('administrator', 'PUT', url, zone)).toMatchObject({ body: { code: 'zone.notFound' } });
    expect(await people.call('clerk', 'PUT', url, zone)).toMatchObject({ status: 403 });
  });
});

/** A body with one of everything that can be open. */
async function busy(name: string, code = `B${owed.length}`) {
  const body = await people.organisation(name, street, { code });
  const other = await people.organisation(`${name}的专班`, county, { kind: 'taskForce' });
  const child = await people.organisation(`${name}一科`, street, { kind: 'section', parent: body.id });
  const clerk = await people.person(`${name}的人`);
  const post = await people.made('/api/posts', { person: clerk.id, role: 'department-clerk', org: body.id });
  const turn = { org: body.id, person: clerk.id, from: '2026-11-21T00:00:00+08:00', to: '2026-11-22T00:00:00+08:00' };
  await people.made('/api/duty', turn);
  await people.made(`/api/organisations/${other.id}/members`, { memberOrg: body.id, duty: 'member' });
  owed = [...owed, { id: `case-${name}`, body: body.id }];
  return { body, other, child, clerk, post };
}

describe('merging one body into another', () => {
  it('hands every open duty on, keeps the history, and never gives the code again', async () => {
    const { body, other, child, clerk, post } = await busy('市容局', 'SRJ');
    const heir = await people.organisation('城管局', street);
    const open = await dutiesOf(body.id);
    expect(open.map(({ kind }) => kind).sort()).toEqual(['child', 'membership', 'post', 'turn', 'workOrder']);
    const merged = await people.call('administrator', 'POST', `/api/organisations/${body.id}/merge`, {
      into: heir.id,
      reason: '机构改革',
    });
    expect(merged).toMatchObject({ status: 200, body: { successor: heir.id, endReason: '机构改革' } });
    expect(owed).toEqual([{ id: 'case-市容局', body: heir.id }]);
    expect((await dutiesOf(heir.id)).map(({ kind }) => kind).sort()).toEqual([
      'child',
      'membership',
      'post',
      'turn',
      'workOrder',
    ]);
    const posts = await people.call('clerk', 'GET', `/api/posts?person=${clerk.id}&ended=true`);
    expect(posts.body.rows).toHaveLength(2);
    expect(posts.body.rows.find((row) => row['id'] === post.id)).toMatchObject({ endReason: '机构改革', org: body.id });
    expect(await chartOf(child.id)).toMatchObject({ above: [{ name: '城管局' }] });
    expect(await chartOf(other.id)).toMatchObject({ members: [{ memberOrgName: '城管局' }] });
    expect(await chartOf(heir.id)).toMatchObject({ before: [{ name: '市容局', successor: heir.id }] });
    const kept = await people.call('clerk', 'GET', `/api/organisations/${body.id}/hand-overs`);
    expect(kept.body.rows).toHaveLength(5);
    expect(kept.body.rows.every((row) => row['takenByName'] === '城管局')).toBe(true);
    const again = { kind: 'department', name: '新局', area: county, code: 'SRJ' };
    expect(await people.call('administrator', 'POST', '/api/organisations', again)).toMatchObject({
      body: { code: 'organisation.codeTaken' },
    });
    const merge = { into: heir.id, reason: '再来' };
    expect(await people.call('administrator', 'POST', `/api/organisations/${body.id}/merge`, merge)).toMatchObject({
      body: { code: 'organisation.retired' },
    });
    expect(people.rightsTold).toContain(clerk.id);
  });

  it('lets a third take what is named, and the successor the rest', async () => {
    const { body } = await busy('房管所', 'FGS');
    const heir = await people.organisation('住建局', street);
    const third = await people.organisation('第三局', street);
    const [work] = (await dutiesOf(body.id)).filter(({ kind }) => kind === 'workOrder');
    const takes = [{ kind: 'workOrder', id: work?.id, to: third.id }];
    const given = { into: heir.id, reason: '改革', takes };
    expect((await people.call('administrator', 'POST', `/api/organisations/${body.id}/merge`, given)).status).toBe(200);
    expect(owed).toEqual([{ id: 'case-房管所', body: third.id }]);
    expect((await dutiesOf(heir.id)).map(({ kind }) => kind)).toContain('post');
  });

  it('moves rows of the duty list to the successor, as a new version', async () => {
    const body = await people.organisation('老部门', county);
    const heir = await people.organisation('新部门', county);
    const rows = [
      { id: 'a', category: '0102', lead: { kind: 'org', org: body.id }, supporting: [{ kind: 'org', org: heir.id }] },
    ];
    await people.db.transaction({ county, system: true }, async (trx) => {
      const at = '2026-11-20T00:00:00Z';
      const made = { county, kind: 'dutyList', version: 2, id: 'v2', valid_from: at, note: '', created_at: at };
      await trx
        .insertInto('rule_set')
        .values({ ...made, created_by: null, body: JSON.stringify({ rows }) })
        .execute();
    });
    expect(await dutiesOf(body.id)).toMatchObject([{ kind: 'dutyRow', id: 'a', mustBeTaken: true }]);
    const given = { into: heir.id, reason: '职责划转' };
    const answer = await people.call('administrator', 'POST', `/api/organisations/${body.id}/merge`, given);
    expect(answer).toMatchObject({ status: 200 });
    const written = await people.db.transaction({ county, system: true }, (trx) =>
      trx.selectFrom('rule_set').selectAll().where('kind', '=', 'dutyList').where('version', '=', 3).execute(),
    );
    expect(written).toMatchObject([
      { note: '职责划转', body: { rows: [{ id: 'a', lead: { org: heir.id }, supporting: [] }] } },
    ]);
  });

  it('into one below it: the heir moves up, and the tree stays a tree', async () => {
    const top = await people.organisation('上级', street);
    const middle = await people.organisation('中级', street, { parent: top.id });
    const heir = await people.organisation('下级', street, { parent: middle.id });
    const given = { into: heir.id, reason: '改革' };
    expect((await people.call('administrator', 'POST', `/api/organisations/${middle.id}/merge`, given)).status).toBe(
      200,
    );
    expect(await chartOf(heir.id)).toMatchObject({ above: [{ name: '上级' }] });
  });

  it('is for whoever keeps both, and not into itself or one that ended', async () => {
    const mine = await people.organisation('甲局', street);
    const theirs = await people.organisation('乙局', otherStreet);
    const merge = (name: 'streetAdministrator' | 'administrator' | 'clerk', into: string) =>
      people.call(name, 'POST', `/api/organisations/${mine.id}/merge`, { into, reason: '改革' });
    expect(await merge('streetAdministrator', theirs.id)).toMatchObject({ body: { code: 'people.forbidden' } });
    expect(await merge('clerk', theirs.id)).toMatchObject({ status: 403 });
    expect(await merge('administrator', mine.id)).toMatchObject({ body: { code: 'organisation.intoItself' } });
    await people.call('administrator', 'POST', `/api/organisations/${theirs.id}/retire`);
    expect(await merge('administrator', theirs.id)).toMatchObject({ body: { code: 'organisation.retired' } });
    expect((await people.call('otherAdministrator', 'GET', `/api/organisations/${mine.id}/duties`)).status).toBe(403);
  });
});

describe('closing a body', () => {
  it('asks for every duty by name, and takes all or nothing', async () => {
    const { body, clerk } = await busy('撤销的所', 'CX');
    const heir = await people.organisation('承接的所', street);
    const open = await dutiesOf(body.id);
    const close = (takes: object[]) =>
      people.call('administrator', 'POST', `/api/organisations/${body.id}/close`, { reason: '撤销', takes });
    const named = open.map(({ kind, id }) => ({ kind, id, to: heir.id }));
    expect(await close(named.slice(1))).toMatchObject({ status: 422, body: { code: 'handOver.missing' } });
    const dropped = open.map(({ kind, id }) => ({ kind, id }));
    expect(await close(dropped)).toMatchObject({ body: { code: 'handOver.mustBeTaken' } });
    expect(await people.call('administrator', 'POST', `/api/organisations/${body.id}/retire`)).toMatchObject({
      body: { code: 'organisation.hasPosts' },
    });
    expect((await dutiesOf(body.id)).length).toBe(open.length);
    // The post ends with the body; the rest is taken.
    const takes = open.map(({ kind, id }) => ({ kind, id, ...(kind === 'post' ? {} : { to: heir.id }) }));
    expect(await close(takes)).toMatchObject({ status: 200, body: { endReason: '撤销' } });
    const { body: closed } = await people.call('clerk', 'GET', `/api/organisations/${body.id}`);
    expect(closed['successor']).toBeUndefined();
    const posts = await people.call('clerk', 'GET', `/api/posts?person=${clerk.id}`);
    expect(posts.body.rows).toEqual([]);
    expect((await dutiesOf(heir.id)).map(({ kind }) => kind)).not.toContain('post');
  });

  it('without anything open needs no names; retire says where something is', async () => {
    const idle = await people.organisation('空闲', street);
    const parent = await people.organisation('有下级', street);
    await people.organisation('下级单位', street, { parent: parent.id });
    expect(await people.call('administrator', 'POST', `/api/organisations/${parent.id}/retire`)).toMatchObject({
      body: { code: 'organisation.hasDuties' },
    });
    const given = { reason: '空' };
    expect((await people.call('administrator', 'POST', `/api/organisations/${idle.id}/close`, given)).status).toBe(200);
  });
});
