import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../database/testing.ts';
import { isRefusal } from '../refusal.ts';
import { addOrganisation, addPerson, addPost, chiefOf, openDirectories, personsIn, personsWith } from './index.ts';
import { testDeps } from '../testing.ts';
import { isOpen } from './rules.ts';
import { chinaCalendar } from '@gezhi/domain/cases/index';

const county = '450802';
const community = '450802001013';
const now = Date.parse('2026-11-20T09:00:00+08:00');
const system = { county, system: true } as const;

let db: TestDatabase;
let parts: Awaited<ReturnType<typeof testDeps>>;
const ids: Record<string, string> = {};
beforeAll(async () => {
  db = await openTestDatabase();
  parts = await testDeps(db);
  const deps = { ...parts, changed: { rights: () => undefined, names: () => undefined } };
  await db.transaction(system, async (trx) => {
    const org = await addOrganisation(
      trx,
      deps,
      county,
      { kind: 'committee', name: '荷城社区党委', area: community, dutyPhone: '0775-4561234' },
      now,
    );
    if (isRefusal(org)) throw new Error(org.code);
    ids['org'] = org.id;
    const give = async (
      name: string,
      role: string,
      where: { area?: string; org?: string; to?: string; from?: string },
    ) => {
      const person = await addPerson(trx, deps, county, { name, area: community }, now);
      if (isRefusal(person)) throw new Error(person.code);
      ids[name] = person.id;
      const post = await addPost(trx, deps, {
        county,
        input: { person: person.id, role, time: 'full', from: '2026-01-01T00:00:00Z', ...where },
        by: null,
        now,
      });
      if (isRefusal(post)) throw new Error(post.code);
    };
    await give('甲', 'community-clerk', { area: community });
    await give('丁', 'small-grid-chief', { area: `${community}001` });
    await give('街道', 'large-grid-chief', { area: '450802001' });
    await give('别处', 'community-clerk', { area: '450802001014' });
    await give('已离', 'community-clerk', { area: community, to: '2026-11-20T09:00:00+08:00' });
    await give('未到', 'community-clerk', { area: community, from: '2026-11-20T09:00:01+08:00' });
    await give('经办', 'department-clerk', { org: org.id });
  });
});
afterAll(async () => {
  await parts.live.stop();
  await parts.clock.stop();
  await db.close();
});

describe('who has a right', () => {
  it('in an area, above and below it, is whoever holds a post that gives it now', async () => {
    const holders = await db.transaction(system, (trx) => personsWith(trx, county, 'case.verify', community, now));
    expect(holders.map(({ person, area }) => [person, area])).toEqual([
      [ids['街道'], '450802001'],
      [ids['甲'], community],
      [ids['丁'], `${community}001`],
    ]);
    expect(await db.transaction(system, (trx) => personsWith(trx, county, 'account.manage', community, now))).toEqual(
      [],
    );
  });

  it('in an organisation likewise', async () => {
    const of = (org: string) => db.transaction(system, (trx) => personsIn(trx, county, 'case.work', org, now));
    expect(await of(ids['org'] ?? '')).toEqual([ids['经办']]);
    expect(await of('none')).toEqual([]);
  });
});

describe('the chief of an area', () => {
  it('is named with the nearest duty line', async () => {
    const chief = (area: string) => db.transaction(system, (trx) => chiefOf(trx, county, area, now));
    expect(await chief(`${community}001`)).toEqual({ person: ids['丁'], name: '丁', phone: '0775-4561234' });
    expect(await chief('450802001')).toEqual({ person: ids['街道'], name: '街道', phone: undefined });
    expect(await chief(`${community}002`)).toBeUndefined();
  });
});

describe('while the chief is away', () => {
  it('the one who stands in is named, for the days of the leave', async () => {
    const days = { from_at: '2026-11-19T16:00:00Z', to_at: '2026-11-21T16:00:00Z' };
    await db.transaction(system, async (trx) => {
      const post = await trx
        .selectFrom('post')
        .selectAll()
        .where('county', '=', county)
        .where('person', '=', ids['丁'] ?? '')
        .executeTakeFirstOrThrow();
      // Begun before the post it stands in for is listed: which of two is away is said, not guessed by the order.
      const acting = { ...post, ...days, id: 'a-deputy', person: ids['甲'] ?? '', acting_for: post.id };
      await trx.insertInto('post').values(acting).execute();
    });
    const at = (time: string) =>
      db.transaction(system, (trx) => chiefOf(trx, county, `${community}001`, Date.parse(time)));
    expect((await at('2026-11-20T09:00:00+08:00'))?.name).toBe('甲');
    expect((await at('2026-11-22T00:00:00+08:00'))?.name).toBe('丁');
    expect((await at('2026-11-19T23:00:00+08:00'))?.name).toBe('丁');
  });
});

describe('the directory', () => {
  it('knows bodies and people by id, and what changed once it is told', async () => {
    const directories = await openDirectories(db);
    const { org = '', 甲: person = '' } = ids;
    const before = await directories.of(county);
    expect(before.org(org)).toEqual({ name: '荷城社区党委', area: community, active: true });
    expect(before.person(person)).toBe('甲');
    expect(before.person('none')).toBeUndefined();
    await db.transaction(system, (trx) =>
      trx
        .updateTable('organisation')
        .set({ name: '新名' })
        .where('county', '=', county)
        .where('id', '=', org)
        .execute(),
    );
    expect((await directories.of(county)).org(org)?.name).toBe('荷城社区党委');
    directories.changed();
    expect((await directories.of(county)).org(org)?.name).toBe('新名');
    await directories.close();
  });
});

describe('office hours', () => {
  it.each([
    ['2026-11-20T08:00:00+08:00', true],
    ['2026-11-20T07:59:59+08:00', false],
    ['2026-11-20T12:00:00+08:00', false],
    ['2026-11-20T13:59:00+08:00', false],
    ['2026-11-20T14:00:00+08:00', true],
    ['2026-11-20T18:00:00+08:00', false],
    ['2026-11-21T09:00:00+08:00', false],
    ['2026-10-01T09:00:00+08:00', false],
    ['2026-10-10T09:00:00+08:00', true],
  ])('at %s: %s', (text, open) => {
    expect(isOpen(chinaCalendar, Date.parse(text))).toBe(open);
  });
});
