import { describe, expect, it } from 'vitest';
import { openOnce } from '../testing.ts';
import { community, county, openPeople } from './testing.ts';

const grid = `${community}001`;
const lamp = { id: 'case-1', number: '2026-1', description: '路灯不亮' };
const people = openOnce(() =>
  openPeople({
    openWork: {
      owedBy: () => Promise.resolve([]),
      assignedTo: (_trx, _county, body) => Promise.resolve(body.kind === 'org' ? [lamp] : []),
      toVerify: () => Promise.resolve([{ ...lamp, id: 'case-2', number: '2026-2' }]),
      prepare: () => Promise.resolve(() => Promise.resolve(undefined)),
    },
  }),
);

const dutiesOf = async (id: string, name: 'administrator' | 'clerk' | 'otherAdministrator' = 'administrator') =>
  people.call(name, 'GET', `/api/posts/${id}/duties`);

describe('what the end of a post leaves without an owner', () => {
  it('is named before and answered after: work passed on, turns, places in bodies', async () => {
    const org = await people.organisation('城管局');
    const force = await people.organisation('专班', county, { kind: 'taskForce' });
    const clerk = await people.person('何丽华');
    const post = await people.made('/api/posts', { person: clerk.id, role: 'department-clerk', org: org.id });
    const turn = { org: org.id, person: clerk.id };
    await people.made('/api/duty', { ...turn, from: '2026-11-21T00:00:00+08:00', to: '2026-11-22T00:00:00+08:00' });
    const member = { memberOrg: org.id, memberPerson: clerk.id, duty: 'liaison' };
    await people.made(`/api/organisations/${force.id}/members`, member);
    const before = await dutiesOf(post.id);
    expect(before.body.rows.map(({ kind }) => kind)).toEqual(['case', 'turn', 'membership']);
    const ended = await people.call('administrator', 'POST', `/api/posts/${post.id}/end`, { reason: '退休' });
    expect(ended).toMatchObject({ status: 200, body: { openDuties: before.body.rows } });
  });

  it('names the area without its chief and the cases nobody else may verify, unless somebody else is there', async () => {
    const chief = await people.person('甲');
    const where = { role: 'small-grid-chief', area: grid };
    const post = await people.made('/api/posts', { person: chief.id, ...where });
    expect((await dutiesOf(post.id)).body.rows).toMatchObject([
      { kind: 'verify', number: '2026-2' },
      { kind: 'chief', id: grid },
    ]);
    const second = await people.person('乙');
    await people.made('/api/posts', { person: second.id, ...where });
    expect((await dutiesOf(post.id)).body.rows).toEqual([]);
  });

  it('is for whoever may end the post', async () => {
    const chief = await people.person('丙');
    const post = await people.made('/api/posts', { person: chief.id, role: 'grid-worker', area: grid });
    expect((await dutiesOf(post.id, 'clerk')).status).toBe(403);
    expect((await dutiesOf(post.id, 'otherAdministrator')).body).toMatchObject({ code: 'people.forbidden' });
  });
});

describe('leave', () => {
  it('is refused where it cannot stand, and for whoever may not give the posts', async () => {
    const [one, two] = [await people.person('丁'), await people.person('戊')];
    await people.made('/api/posts', { person: one.id, role: 'dispatcher', area: county });
    const days = { person: one.id, deputy: two.id, from: '2026-12-01T00:00:00+08:00', to: '2026-12-05T00:00:00+08:00' };
    const take = (more: object, name: 'administrator' | 'streetAdministrator' = 'administrator') =>
      people.call(name, 'POST', '/api/leaves', { ...days, ...more });
    expect(await take({}, 'streetAdministrator')).toMatchObject({ status: 403, body: { code: 'people.forbidden' } });
    expect((await take({ deputy: one.id })).body).toMatchObject({ code: 'leave.ownDeputy' });
    expect((await take({ to: days.from })).body).toMatchObject({ code: 'leave.endsBeforeItBegins' });
    expect(await take({})).toMatchObject({ status: 201, body: { standing: 'ahead', acting: 1, deputyName: '戊' } });
    expect((await take({})).body).toMatchObject({ code: 'leave.overlaps' });
    expect((await take({ person: two.id, deputy: undefined })).body).toMatchObject({ code: 'leave.isDeputy' });
    const { body } = await people.call('clerk', 'GET', `/api/leaves?person=${one.id}`);
    expect(body.rows).toHaveLength(1);
  });

  it('keeps rows of another area out of reach in the database too', async () => {
    const one = await people.person('己');
    const foreign = { county, areas: ['450802002'], person: one.id };
    const row = { county, id: 'l', person: one.id, deputy: null, reach: community, made_by: one.id, ended_at: null };
    const days = { from_at: '2026-12-01T00:00:00Z', to_at: '2026-12-05T00:00:00Z', made_at: '2026-11-20T00:00:00Z' };
    await expect(
      people.db.transaction(foreign, (trx) =>
        trx
          .insertInto('leave')
          .values({ ...row, ...days, ended_by: null })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/);
    const changed = await people.db.transaction(foreign, (trx) =>
      trx.updateTable('leave').set({ ended_by: one.id }).where('county', '=', county).executeTakeFirst(),
    );
    expect(changed.numUpdatedRows).toBe(0n);
  });
});
