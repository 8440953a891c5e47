import { coverageOf, tallyReach } from '@gezhi/domain/registers/index';
import { describe, expect, it } from 'vitest';
import { newId } from '../new-id.ts';
import { openOnce } from '../testing.ts';
import { community, county, grid, microgrid, openRegisters, otherCommunity, otherMicrogrid } from './testing.ts';

const at = openOnce(openRegisters);

const group = (name: string, covers: readonly string[], more: object = {}) =>
  at.made('/api/groups', { name, platform: '微信', area: community, covers, ...more });
const reach = (id: string, add: readonly string[]) => at.call('clerk', 'POST', `/api/groups/${id}/households`, { add });
const coverage = async (area: string) => (await at.call('clerk', 'GET', `/api/groups/coverage?area=${area}`)).body;

describe('a chat group', () => {
  it('keeps the address of its robot sealed and never shows it', async () => {
    const robot = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=abc';
    const { id } = await group('机器人群', [microgrid], { robot });
    const read = await at.call('clerk', 'GET', `/api/groups/${id}`);
    expect(read.body).toMatchObject({ hasRobot: true });
    expect(read.text).not.toContain('qyapi');
    const [row] = await at.db.asOwner((owner) => owner.query('select robot from chat_group where id = $1', [id]));
    expect(String(row?.['robot'])).not.toContain('qyapi');
    const plain = { name: 'x', platform: '微信', area: community, covers: [microgrid], robot: 'http://plain.example' };
    expect((await at.call('clerk', 'POST', '/api/groups', plain)).status).toBe(422);
    await at.call('clerk', 'PATCH', `/api/groups/${id}`, { robot: null, retired: true }, { 'if-match': read.etag });
    expect((await at.call('clerk', 'GET', '/api/groups')).body.rows).toEqual([]);
  });

  it('reaches households in scope only, and reports areas it covers only', async () => {
    const { id } = await group('试群', [`${grid}009`]);
    expect((await reach(id, [newId()])).body).toMatchObject({ code: 'household.unknown' });
    const url = `/api/groups/${id}/report`;
    const elsewhere = { reports: [{ area: microgrid, households: 3 }] };
    expect((await at.call('clerk', 'PUT', url, elsewhere)).body).toMatchObject({
      code: 'group.report.invalid',
      errors: [{ path: 'reports.0.area', code: 'group.notCovered' }],
    });
    expect((await at.call('otherClerk', 'PUT', url, elsewhere)).status).toBe(404);
    await at.call('clerk', 'PATCH', `/api/groups/${id}`, { retired: true }, { 'if-match': '*' });
  });
});

describe('coverage', () => {
  it('counts households once, as the domain does, and explains what groups claim', async () => {
    const homes = [];
    for (let index = 0; index < 10; index += 1)
      homes.push((await at.household(`楼${index}`, index < 6 ? microgrid : otherMicrogrid)).id);
    const outside = (
      await at.made('/api/households', { area: `${otherCommunity}001001`, address: '外1' }, 'otherClerk')
    ).id;
    const first = await group('一单元群', [microgrid]);
    const second = await group('业主群', [grid]);
    await reach(first.id, homes.slice(0, 4));
    await reach(second.id, homes.slice(2, 8));
    // The clerk cannot list what lies outside; a household that moved to the other community can be there all the same.
    await at.db.transaction({ county, system: true }, (trx) =>
      trx
        .insertInto('group_household')
        .values({ county, chat_group: second.id, household: outside, area: community, at: '2026-11-20T00:00:00Z' })
        .execute(),
    );
    await at.call(
      'clerk',
      'PATCH',
      `/api/households/${homes[0]}`,
      { movedAt: '2026-11-01T00:00:00+08:00' },
      { 'if-match': '*' },
    );
    const found = await coverage(community);
    expect(found).toMatchObject({
      groups: 2,
      households: 9,
      reached: 7,
      rate: 7 / 9,
      claimed: 11,
      difference: { twice: 2, moved: 1, outside: 1, unproven: 0 },
    });
    const domain = coverageOf(
      tallyReach(community, {
        households: [
          ...homes.map((id, index) => ({ id, area: index < 6 ? microgrid : otherMicrogrid, moved: index === 0 })),
          { id: outside, area: `${otherCommunity}001001`, moved: false },
        ],
        memberships: [
          ...homes.slice(0, 4).map((household) => ({ group: first.id, household })),
          ...homes.slice(2, 8).map((household) => ({ group: second.id, household })),
          { group: second.id, household: outside },
        ],
        reports: [],
      }),
    );
    expect(found).toMatchObject(domain);
    // A group of the whole community is asked for one microgrid only.
    expect(await coverage(otherMicrogrid)).toMatchObject({ households: 4, reached: 2, claimed: 2 });
    expect((await at.call('clerk', 'GET', `/api/households?unreached=true`)).body.rows).toHaveLength(2);
  });

  it('takes a report for what it proves, and never passes 100 %', async () => {
    const third = await group('上报群', [community]);
    const reports = [
      { area: otherMicrogrid, households: 500 },
      { area: microgrid, households: 5 },
    ];
    const done = await at.call('clerk', 'PUT', `/api/groups/${third.id}/report`, { reports });
    expect(done.body).toEqual({ listed: 0, reported: 505 });
    expect(await coverage(community)).toMatchObject({
      households: 9,
      reached: 9,
      rate: 1,
      claimed: 516,
      difference: { unproven: 503 },
      oldestReport: '2026-11-20T01:00:00.000Z',
    });
    expect((await at.call('otherClerk', 'GET', `/api/groups/coverage?area=${community}`)).status).toBe(403);
    expect(await coverage(`${grid}077`)).not.toHaveProperty('rate');
  });
});
