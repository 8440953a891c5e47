import { type Actor, defaultRoles } from '@gezhi/domain/access/index';
import { chinaCalendar } from '@gezhi/domain/cases/index';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../database/testing.ts';
import type { Deps } from '../deps.ts';
import { openApp } from '../http/app.ts';
import { newId } from '../new-id.ts';
import { openPlaces, type Places } from '../places/index.ts';
import { seedRules } from '../rules/index.ts';
import { actorHeader, testConfig, testDeps } from '../testing.ts';
import { clearFault, raiseFault, registerInsight } from './index.ts';
import { type Kept, keepCases } from './testing.ts';

const county = '450802';
const street = '450802001';
const one = '450802001013';
const two = '450802001014';
const now = Date.parse('2026-11-30T18:00+08:00');
const day = 86_400_000;
const bureau = newId();
const police = newId();
const system = { county, system: true } as const;

function actor(role: string, area: string): Actor {
  const permissions = defaultRoles.find(({ id }) => id === role)?.permissions ?? [];
  const post = { id: newId(), role, permissions, area };
  return { kind: 'staff', county: area.slice(0, 6), person: newId(), name: role, posts: [post] };
}
const actors = {
  commander: actor('commander', county),
  dispatcher: actor('dispatcher', street),
  clerk: actor('community-clerk', one),
  worker: actor('grid-worker', `${one}001`),
  far: actor('commander', '211282'),
};
type Name = keyof typeof actors;

let db: TestDatabase;
let deps: Deps;
let places: Places;
let app: FastifyInstance;

const keep = (...cases: readonly Kept[]): Promise<void> => keepCases(db, now, cases);

const inTime = { handle: { due: now - day, doneAt: now - 2 * day } };
const late = { handle: { due: now - 2 * day, doneAt: now - day } };

beforeAll(async () => {
  db = await openTestDatabase();
  deps = await testDeps(db, actors, testConfig());
  places = await openPlaces(deps);
  app = await openApp(deps);
  registerInsight(app, { ...deps, places });
  await app.ready();
  await deps.clock.set(now, false);
  const at = new Date(now - 100 * day).toISOString();
  await db.transaction(system, async (trx) => {
    await seedRules(trx, county, now - 100 * day);
    await trx.insertInto('places_version').values({ county, version: 9 }).execute();
    const area = (code: string, kind: string, name: string, parent: string | null, changed: number) => {
      return { county, code, kind, name, parent, valid_from: at, version: 1, changed };
    };
    await trx
      .insertInto('area')
      .values([
        area(county, 'county', '港北区', null, 1),
        area(street, 'street', '贵城街道', county, 2),
        area(one, 'community', '荷城社区', street, 3),
        area(two, 'community', '东井社区', street, 4),
        area(`${one}001`, 'grid', '第一网格', one, 5),
      ])
      .execute();
    const org = (id: string, name: string) => {
      return { county, id, kind: 'department', name, initials: '', area: county, version: 1, created_at: at };
    };
    await trx
      .insertInto('organisation')
      .values([org(bureau, '城管局'), org(police, '派出所')])
      .execute();
  });
  await places.refresh(county);
  await keep(
    {
      area: `${one}001`,
      state: 'closed',
      light: 'green',
      facts: { ...inTime, rating: { solved: 'yes', satisfied: 'very' } },
      orgs: [bureau],
    },
    {
      area: `${one}001`,
      state: 'closed',
      light: 'red',
      facts: { ...late, rating: { solved: 'no', satisfied: 'no' } },
      orgs: [bureau, police],
    },
    {
      area: one,
      light: 'red',
      due: now - day,
      facts: { handle: { due: now - day } },
      doc: { routing: { gap: true }, report: { onNoGrid: true } },
    },
    { area: one, category: '10030201', due: now + day, facts: { handle: { due: now + day } } },
    { area: two, state: 'closed', light: 'awaiting', facts: inTime, orgs: [police] },
    { area: street, state: 'rejected', light: 'none', facts: { state: 'rejected', everAssigned: false } },
    { area: two, daysAgo: 40, state: 'closed', light: 'awaiting', facts: inTime },
  );
});
afterAll(async () => {
  await app.close();
  await places.stop();
  await deps.live.stop();
  await db.close();
});

async function get(url: string, as: Name, language = 'zh-CN') {
  const answer = await app.inject({ url, headers: { [actorHeader]: as, 'accept-language': language } });
  return {
    status: answer.statusCode,
    body: answer.headers['content-type']?.includes('json') ? answer.json() : answer.body,
  };
}

interface Row {
  unit: { code: string; name: string; own: boolean };
  cases: number;
  rates: { code: string; numerator: number; denominator: number; n: number; rate?: number; ranked: boolean }[];
}
/** `closure 1/2` for each unit. */
const said = (rows: readonly Row[], code: string) =>
  rows.map(({ unit, rates }) => {
    const found = rates.find((rate) => rate.code === code);
    return `${unit.name} ${found?.numerator}/${found?.denominator}`;
  });
const recent = `from=${new Date(now - 30 * day).toISOString()}`;

describe('figures', () => {
  it('give every rate of the county by unit, and all together', async () => {
    const { status, body } = await get(`/api/figures?${recent}&area=${street}`, 'commander');
    expect(status).toBe(200);
    expect(body.formulas.map(({ name }: { name: string }) => name)).toContain('按期结案率');
    expect(said(body.rows, 'closure')).toEqual(['贵城街道 0/0', '荷城社区 2/3', '东井社区 1/1']);
    expect(said(body.rows, 'onTime')).toEqual(['贵城街道 0/0', '荷城社区 1/3', '东井社区 1/1']);
    expect(body.rows.map(({ unit }: Row) => unit.own)).toEqual([true, false, false]);
    expect(body.total).toMatchObject({
      cases: 6,
      states: { closed: 3, handling: 2, rejected: 1, merged: 0 },
      lights: { red: 2, yellow: 1, green: 1, awaiting: 1, none: 1 },
      overdue: 1,
    });
    const closure = body.total.rates.find(({ code }: { code: string }) => code === 'closure');
    expect(closure).toMatchObject({ numerator: 3, denominator: 4, n: 4, rate: 0.75, ranked: false });
    expect(closure.interval[0]).toBeCloseTo(0.3006, 4);
  });

  it('go as many levels down as asked', async () => {
    const { body } = await get(`/api/figures?${recent}&level=2`, 'dispatcher');
    expect(body.rows.map(({ unit, cases }: Row) => `${unit.name} ${cases}`)).toEqual([
      '贵城街道 1',
      '荷城社区 2',
      '第一网格 2',
      '东井社区 1',
    ]);
  });

  it('count a case for every body that works on it', async () => {
    const { body } = await get(`/api/figures?by=org&${recent}`, 'commander');
    expect(new Set(said(body.rows, 'resolution'))).toEqual(new Set(['城管局 1/2', '派出所 0/1']));
    const { body: own } = await get(`/api/figures?${recent}&org=${police}`, 'commander');
    expect(own.total.cases).toBe(2);
  });

  it('group by category, in the asker’s language', async () => {
    const { body } = await get(`/api/figures?by=category&level=4&${recent}`, 'commander', 'en');
    expect(body.rows.map(({ unit, cases }: Row) => `${unit.name} ${cases}`)).toEqual([
      'Street lamp out 5',
      'Stray dogs 1',
    ]);
    expect(body.total.unit.name).toBe('All');
  });

  it('keep to the period', async () => {
    expect((await get('/api/figures', 'commander')).body.total.cases).toBe(7);
    const to = new Date(now - 30 * day).toISOString();
    expect((await get(`/api/figures?to=${to}`, 'commander')).body.total.cases).toBe(1);
  });

  it('keep to the areas where the asker may read figures', async () => {
    const { body } = await get('/api/figures', 'clerk');
    expect(body.total.cases).toBe(4);
    expect((await get(`/api/figures?area=${two}`, 'clerk')).status).toBe(403);
    expect((await get(`/api/figures?area=${county}`, 'dispatcher')).status).toBe(403);
    expect((await get('/api/figures', 'worker')).status).toBe(403);
    expect((await get('/api/figures', 'far')).status).toBe(404);
    expect((await app.inject({ url: '/api/figures' })).statusCode).toBe(401);
  });

  it('come as a sheet', async () => {
    const { body } = await get(`/api/figures/sheet?${recent}&area=${street}&format=csv`, 'commander');
    const lines = body.slice(1).split('\r\n');
    expect(lines[0]).toBe('编码,单位,件数,指标,分子,分母,百分比,95% 区间下限,95% 区间上限,参与排名');
    expect(lines).toContain(`${one},荷城社区,4,结案率,2,3,66.67,20.77,93.85,false`);
    expect(lines).toHaveLength(1 + 4 * 9 + 1);
  });

  it('refuse what is no query', async () => {
    for (const query of ['by=person', 'level=0', 'from=yesterday', 'area=x']) {
      expect((await get(`/api/figures?${query}`, 'commander')).status).toBe(422);
    }
  });
});

describe('faults', () => {
  const groupsOf = async (as: Name, query = '') => {
    const { body } = await get(`/api/faults${query}`, as);
    return new Map<string, string[]>(
      body.groups.map(({ kind, rows }: { kind: string; rows: { text: string }[] }) => [
        kind,
        rows.map(({ text }) => text),
      ]),
    );
  };

  it('show what is missing: staff, rows, the calendar', async () => {
    const groups = await groupsOf('commander');
    expect(groups.get('deskWithoutStaff')).toHaveLength(4);
    expect(groups.get('categoryWithoutRow')).toContain('“路灯不亮”没有对应的责任单位，案件会留在属地');
    expect(groups.get('dutyGap')).toEqual(['“路灯不亮”近 90 天有 1 件在权责清单里没有对应行']);
    expect(groups.get('onNoGrid')).toEqual(['荷城社区 近 90 天有 1 件不在任何网格上']);
    expect(groups.get('yearUnpublished')).toEqual(['2027 年的放假安排还没有载入，工作日只按周末推算']);
  });

  it('warn of a year from sixty days before it begins', async () => {
    const begins = Date.parse('2027-01-01T00:00+08:00');
    expect(Object.keys(chinaCalendar.years)).toContain('2026');
    await deps.clock.set(begins - 60 * day - 60_000, false);
    expect((await groupsOf('commander')).has('yearUnpublished')).toBe(false);
    await deps.clock.set(begins - 60 * day, false);
    expect((await groupsOf('commander')).get('yearUnpublished')).toHaveLength(1);
    await deps.clock.set(now, false);
  });

  it('stop when somebody holds the post', async () => {
    await db.transaction(system, async (trx) => {
      const at = new Date(now - day).toISOString();
      const person = newId();
      const keepBy = { county, id: person, name: '甲', initials: '', area: one, version: 1, created_at: at };
      await trx.insertInto('person').values(keepBy).execute();
      const post = { county, id: newId(), person, role: 'community-clerk', area: one, reach: one };
      await trx
        .insertInto('post')
        .values({ ...post, from_at: at, time: 'full' })
        .execute();
    });
    expect((await groupsOf('commander')).get('deskWithoutStaff')).not.toContain('荷城社区 的工作台没有在岗人员');
  });

  it('that were noted stand once, until they are cleared, for those of their area', async () => {
    const fault = { county, kind: 'messageFailed', ref: 'm1', area: two, detail: { error: 'status 500' }, at: now };
    await db.transaction({ county }, (trx) => raiseFault(trx, fault));
    await db.transaction({ county }, (trx) => raiseFault(trx, fault));
    expect((await groupsOf('dispatcher')).get('messageFailed')).toEqual(['一条消息没有送达（status 500）']);
    expect((await groupsOf('dispatcher', `?area=${one}`)).has('messageFailed')).toBe(false);
    await db.transaction(system, (trx) => clearFault(trx, { ...fault, at: now + 1 }));
    expect((await groupsOf('dispatcher')).has('messageFailed')).toBe(false);
    await db.transaction({ county }, (trx) => raiseFault(trx, { ...fault, at: now + 2 }));
    expect((await groupsOf('dispatcher')).get('messageFailed')).toHaveLength(1);
  });

  it('count upheld hand-backs against the row that misled, for the whole county only', async () => {
    await db.transaction(system, async (trx) => {
      const { id } = await trx
        .selectFrom('case_file')
        .select('id')
        .where('county', '=', county)
        .limit(1)
        .executeTakeFirstOrThrow();
      const at = new Date(now - day).toISOString();
      const event = JSON.stringify({ type: 'handedBack', workOrder: 'wo.1', row: 'lamps' });
      const row = { county, case_id: id, seq: 1, type: 'handedBack', at, event, prev: '', hash: '', recorded_at: at };
      await trx.insertInto('case_event').values(row).execute();
    });
    expect((await groupsOf('commander')).get('misleadingRow')).toEqual(['权责清单第 lamps 行近 90 天派错 1 件']);
    expect((await groupsOf('dispatcher')).has('misleadingRow')).toBe(false);
  });

  it('are for those with the right', async () => {
    for (const name of ['clerk', 'worker'] as const) expect((await get('/api/faults', name)).status).toBe(403);
    expect((await get(`/api/faults?area=${county}`, 'dispatcher')).status).toBe(403);
    const seen = await db.transaction({ county, areas: [one], person: 'p' }, (trx) =>
      trx.selectFrom('fault').select('id').execute(),
    );
    expect(seen).toEqual([]);
  });
});
