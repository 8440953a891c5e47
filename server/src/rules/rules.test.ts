import type { Actor } from '@gezhi/domain/access/index';
import { defaultRoles } from '@gezhi/domain/access/index';
import { chinaCalendar, defaultClockRules, defaultLightRules } from '@gezhi/domain/cases/index';
import { defaultSettings, type RuleKind } from '@gezhi/domain/rules/index';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../database/testing.ts';
import type { Deps } from '../deps.ts';
import { openApp } from '../http/app.ts';
import { newId } from '../new-id.ts';
import { openPlaces, type Places } from '../places/index.ts';
import { actorHeader, testConfig, testDeps } from '../testing.ts';
import { handleRules, readRules, registerRules, seedRules } from './index.ts';

const county = '450802';
const street = '450802001';
const community = '450802001013';
const start = Date.parse('2026-11-20T09:10+08:00');
const day = 86_400_000;
const system = { county, system: true } as const;
const bureau = newId();

function actor(role: string, area: string): Actor {
  const permissions = defaultRoles.find(({ id }) => id === role)?.permissions ?? [];
  const held = { id: newId(), role, permissions, area };
  return { kind: 'staff', county: area.slice(0, 6), person: newId(), name: role, posts: [held] };
}
const actors = {
  administrator: actor('administrator', county),
  streetAdministrator: actor('administrator', street),
  farAdministrator: actor('administrator', '211282'),
  clerk: actor('community-clerk', community),
  worker: actor('grid-worker', `${community}001`),
};
type Name = keyof typeof actors;

const restated: string[] = [];
const relit: string[] = [];
let db: TestDatabase;
let deps: Deps;
let places: Places;
let app: FastifyInstance;
beforeAll(async () => {
  db = await openTestDatabase();
  deps = await testDeps(db, actors, testConfig());
  handleRules(deps, {
    restateClocks: (one) => Promise.resolve(restated.push(one)),
    relight: (one) => Promise.resolve(relit.push(one)),
  });
  await deps.jobs.start(false);
  places = await openPlaces(deps);
  app = await openApp(deps);
  registerRules(app, { ...deps, places });
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await places.stop();
  await deps.jobs.stop();
  await deps.live.stop();
  await db.close();
});
beforeEach(async () => {
  await db.clear();
  restated.length = 0;
  relit.length = 0;
  await deps.clock.set(start, false);
  const at = new Date(start).toISOString();
  const area = (code: string, kind: string, name: string, parent: string | null, number: number) => ({
    county,
    code,
    kind,
    name,
    parent,
    valid_from: at,
    version: 1,
    changed: number,
  });
  await db.transaction(system, async (trx) => {
    await seedRules(trx, county, start - 100 * day);
    await trx.insertInto('places_version').values({ county, version: 9 }).execute();
    await trx
      .insertInto('area')
      .values([
        area(county, 'county', '港北区', null, 1),
        area(street, 'street', '贵城街道', county, 2),
        area(community, 'community', '荷城社区', street, 3),
        area(`${community}001`, 'grid', '第一网格', community, 4),
      ])
      .execute();
    const org = { county, id: bureau, kind: 'department', name: '城管局', initials: 'cgj', area: county, version: 1 };
    await trx
      .insertInto('organisation')
      .values({ ...org, created_at: at })
      .execute();
  });
  await places.refresh(county);
});

async function get(url: string, as?: Name) {
  const answer = await app.inject({ url, headers: as === undefined ? {} : { [actorHeader]: as } });
  return { status: answer.statusCode, body: answer.json() };
}
async function post(url: string, payload: object, as: Name = 'administrator', more: Record<string, string> = {}) {
  const headers = { [actorHeader]: as, 'accept-language': 'zh-CN', ...more };
  const answer = await app.inject({ method: 'POST', url, payload, headers });
  return { status: answer.statusCode, body: answer.json() };
}
const write = (kind: RuleKind, body: object, more: object = {}, as?: Name) =>
  post(`/api/rules/${kind}`, { body, note: '测试', ...more }, as);
const errorsIn = (body: { errors?: { path: string; code: string }[] }): string[] =>
  (body.errors ?? []).map(({ path, code }) => `${path} ${code}`);
const row = (id: string, more: object = {}) => ({ id, lead: { kind: 'org', org: bureau }, ...more });

describe('reading rules', () => {
  it('shows every kind with the version in force', async () => {
    const { status, body } = await get('/api/rules', 'clerk');
    expect(status).toBe(200);
    expect(body.rows).toHaveLength(12);
    expect(body.rows.every((one: { version: number; standing: string }) => one.standing === 'inForce')).toBe(true);
  });

  it('shows versions and bodies to those with the right, what holds to all staff, nothing to others', async () => {
    expect((await get('/api/rules', 'worker')).status).toBe(403);
    expect((await get('/api/rules/settings', 'worker')).status).toBe(403);
    expect((await get('/api/rules/settings/1', 'worker')).status).toBe(403);
    expect((await get('/api/rules/settings/1', 'clerk')).body.body).toEqual(defaultSettings);
    expect((await get('/api/rules/settings/2', 'clerk')).status).toBe(404);
    expect((await get('/api/rules/nothing', 'clerk')).status).toBe(422);
    expect((await get('/api/rules/settings/current', 'worker')).body).toMatchObject({
      version: 1,
      body: defaultSettings,
    });
    expect((await get('/api/rules/settings/current')).status).toBe(401);
    expect((await get('/api/rules/settings/current', 'farAdministrator')).status).toBe(404);
  });

  it('tells anybody what can be reported', async () => {
    const { status, body } = await get(`/api/categories?county=${county}`);
    expect(status).toBe(200);
    expect(body.everyday[0]).toMatchObject({ code: '01020401', name: { zh: '路灯不亮', en: 'Street lamp out' } });
    const codes = new Set(body.categories.map(({ code }: { code: string }) => code));
    expect(body.everyday.every(({ code }: { code: string }) => codes.has(code))).toBe(true);
    // Retired from the start: it would file a person under belief.
    expect(codes.has('130803')).toBe(false);
    expect((await get('/api/categories?county=999999')).status).toBe(404);
  });
});

describe('writing rules', () => {
  it('adds a version that holds from now, and says what differs', async () => {
    const { status, body } = await write('settings', { ...defaultSettings, sampleRate: 1 });
    expect(status).toBe(201);
    expect(body).toEqual({
      kind: 'settings',
      version: 2,
      validFrom: new Date(start).toISOString(),
      differences: [{ path: 'sampleRate', before: defaultSettings.sampleRate, after: 1 }],
      differing: 1,
      appliesToRunning: false,
    });
    expect((await readRules(db, county, start)).sampleRate).toBe(1);
    expect((await readRules(db, county, start - 1)).sampleRate).toBe(defaultSettings.sampleRate);
    const versions = (await get('/api/rules/settings', 'clerk')).body.rows;
    expect(versions.map(({ version, standing }: { version: number; standing: string }) => [version, standing])).toEqual(
      [
        [2, 'inForce'],
        [1, 'past'],
      ],
    );
  });

  it('adds a version that waits for its date', async () => {
    const validFrom = new Date(start + 10 * day).toISOString();
    expect((await write('settings', { ...defaultSettings, sampleRate: 1 }, { validFrom })).status).toBe(201);
    expect((await get('/api/rules/settings/current', 'clerk')).body.version).toBe(1);
    expect((await get(`/api/rules/settings/current?at=${validFrom}`, 'clerk')).body.version).toBe(2);
    await deps.clock.set(start + 10 * day, false);
    expect((await get('/api/rules/settings/current', 'clerk')).body.version).toBe(2);
  });

  it('is for those who hold the whole county', async () => {
    const body = { ...defaultSettings, sampleRate: 1 };
    expect((await write('settings', body, {}, 'clerk')).status).toBe(403);
    expect((await write('settings', body, {}, 'streetAdministrator')).status).toBe(403);
    expect((await write('settings', body, {}, 'farAdministrator')).status).toBe(404);
    const rows = await db.transaction(system, (trx) => trx.selectFrom('rule_set').select('id').execute());
    expect(rows).toHaveLength(12);
  });

  it('is done once for one key', async () => {
    const payload = { body: { ...defaultSettings, sampleRate: 1 }, note: '一次' };
    const key = { 'idempotency-key': 'rules-once-1' };
    const first = await post('/api/rules/settings', payload, 'administrator', key);
    const second = await post('/api/rules/settings', payload, 'administrator', key);
    expect(second).toEqual(first);
    expect((await post('/api/rules/settings', payload)).body.code).toBe('rules.unchanged');
  });

  it.each<[string, RuleKind, object, object, number, string]>([
    [
      'the past',
      'settings',
      { ...defaultSettings, sampleRate: 1 },
      { validFrom: '2026-11-19T00:00:00Z' },
      409,
      'rules.inThePast',
    ],
    ['running clocks and lights', 'lightRules', {}, { applyToRunning: true }, 422, 'http.invalid'],
    [
      'running clocks and settings',
      'settings',
      { ...defaultSettings, sampleRate: 1 },
      { applyToRunning: true },
      409,
      'rules.timesNothing',
    ],
    ['the same again', 'settings', defaultSettings, {}, 409, 'rules.unchanged'],
    ['a share above one', 'settings', { ...defaultSettings, sampleRate: 2 }, {}, 422, 'http.invalid'],
    ['an unknown field', 'settings', { ...defaultSettings, extra: 1 }, {}, 422, 'http.invalid'],
    [
      'year 9999',
      'settings',
      { ...defaultSettings, sampleRate: 1 },
      { validFrom: '9999-01-01T00:00:00Z' },
      422,
      'http.invalid',
    ],
  ])('refuses %s', async (_, kind, body, more, status, code) => {
    const answer = await write(kind, body, more);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect((await get(`/api/rules/${kind}`, 'clerk')).body.rows).toHaveLength(1);
  });

  it('names every wrong row of a duty list by its path, in words', async () => {
    const unknown = newId();
    const { status, body } = await write('dutyList', {
      rows: [
        row('lamps', { category: '01020401', area: community }),
        row('lamps', { category: '99', area: '450802009' }),
        row('desk', { lead: { kind: 'desk', area: `${community}001` }, supporting: [{ kind: 'org', org: unknown }] }),
      ],
    });
    expect([status, body.code]).toEqual([422, 'rules.invalid']);
    expect(errorsIn(body)).toEqual([
      'body.rows.1.id rules.doubled',
      'body.rows.1.category rules.unknownCategory',
      'body.rows.1.area rules.unknownArea',
      'body.rows.2.lead rules.noDeskThere',
      'body.rows.2.supporting.0 rules.unknownOrganisation',
    ]);
    expect(body.errors[1].message).toBe('没有事项 99。');
  });

  it('leaves no stage without a clock', async () => {
    const rows = defaultClockRules.filter(({ stage }) => stage !== 'verify');
    const { status, body } = await write('clockRules', { rows });
    expect(status).toBe(422);
    expect(errorsIn(body)).toEqual(['body.rows rules.stageWithoutClock']);
    expect(body.errors[0].message).toContain('verify');
  });

  it('takes no role away that somebody holds', async () => {
    await db.transaction(system, async (trx) => {
      const at = new Date(start).toISOString();
      const person = newId();
      const keep = { county, id: person, name: '乙', initials: 'y', area: county, version: 1, created_at: at };
      await trx.insertInto('person').values(keep).execute();
      const held = { county, id: newId(), person, role: 'police-officer', area: street, reach: street };
      await trx
        .insertInto('post')
        .values({ ...held, from_at: at, time: 'full' })
        .execute();
    });
    const roles = defaultRoles.filter(({ id }) => id !== 'police-officer');
    expect(errorsIn((await write('roles', { roles })).body)).toEqual(['body.roles rules.roleHeld']);
    const harmless = defaultRoles.filter(({ id }) => id !== 'duty-clerk');
    expect((await write('roles', { roles: harmless })).status).toBe(201);
  });

  it('restates running clocks only when told to', async () => {
    const rows = (amount: number) =>
      defaultClockRules.map((rule) => (rule.id === 'judge' ? { ...rule, amount: { ...rule.amount, amount } } : rule));
    await write('clockRules', { rows: rows(2) });
    await deps.jobs.drain();
    expect(restated).toEqual([]);
    const told = await write('clockRules', { rows: rows(3) }, { applyToRunning: true });
    expect(told.body.appliesToRunning).toBe(true);
    await deps.jobs.drain();
    expect(restated).toEqual([county]);
    const later = { applyToRunning: true, validFrom: new Date(start + day).toISOString() };
    expect((await write('clockRules', { rows: rows(4) }, later)).body.code).toBe('rules.runningLater');
  });

  it('has the lights of all cases made again when the rules of lights change', async () => {
    await write('clockRules', { rows: defaultClockRules.slice(0, -1) });
    await deps.jobs.drain();
    expect(relit).toEqual([]);
    expect((await write('lightRules', { ...defaultLightRules, reopenings: 3 })).status).toBe(201);
    await deps.jobs.drain();
    expect(relit).toEqual([county]);
  });

  it('of two at once takes one, and tells the other to look', async () => {
    const answers = await Promise.all(
      [0.3, 0.4].map((sampleRate) => write('settings', { ...defaultSettings, sampleRate })),
    );
    const versions = (await get('/api/rules/settings', 'clerk')).body.rows;
    const written = answers.filter(({ status }) => status === 201).length;
    expect(versions).toHaveLength(1 + written);
    for (const { status } of answers) expect([201, 412]).toContain(status);
  });
});

describe('the calendar sheet', () => {
  const load = (sheet: string) => post('/api/rules/calendar/sheet', { sheet, note: '国务院办公厅通知' });

  it('puts a year in and leaves the others', async () => {
    const { status, body } = await load('日期,名称,休班\n2027-01-01,元旦,休\n2027-01-03,元旦,班\n');
    expect(status).toBe(201);
    expect(body.differences.map(({ path }: { path: string }) => path)).toEqual(['years.2027']);
    const { calendar } = await readRules(db, county, start);
    expect(calendar.years[2027]).toEqual({ holidays: ['2027-01-01'], makeUpWorkdays: ['2027-01-03'] });
    expect(calendar.years[2026]).toEqual(chinaCalendar.years[2026]);
  });

  it('names each wrong line and writes nothing', async () => {
    const { status, body } = await load('2027-13-01,x,off\n2027-01-01,x,perhaps');
    expect(status).toBe(422);
    expect(errorsIn(body)).toEqual(['sheet.1 rules.sheetDate', 'sheet.2 rules.sheetOffOrWork']);
    expect((await get('/api/rules/calendar', 'clerk')).body.rows).toHaveLength(1);
  });
});

describe('trying rules out', () => {
  const matter = { category: '01020401', area: `${community}001`, at: '2026-11-20T01:35:00Z' };

  it('says which rows fit and why, and when it would be due', async () => {
    await write('dutyList', {
      rows: [
        row('all'),
        row('lamps', { category: '010204', area: street }),
        row('night', { category: '010204', area: street, window: { days: 'all', from: 1080, to: 480 } }),
      ],
    });
    const { status, body } = await post('/api/rules/try', matter, 'clerk');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      area: { code: `${community}001`, name: '第一网格' },
      desk: { code: community, name: '荷城社区' },
      duty: {
        row: 'lamps',
        gap: false,
        because: [
          { condition: 'category', value: '010204' },
          { condition: 'area', value: street },
        ],
        lead: { kind: 'org', id: bureau, name: '城管局' },
        others: ['all'],
        onTheGate: true,
      },
    });
    const due = new Map(body.clocks.map(({ stage, dueAt }: { stage: string; dueAt: string }) => [stage, dueAt]));
    expect(due.get('acknowledge')).toBe('2026-11-20T02:35:00.000Z');
    expect(due.get('handle')).toBe('2026-11-27T10:00:00.000Z');
    expect(due.has('reportIn')).toBe(false);
    const night = await post('/api/rules/try', { ...matter, at: '2026-11-20T14:00:00Z' }, 'clerk');
    expect(night.body.duty.row).toBe('night');
  });

  it('shows a gap where no row fits, and the clocks of a summons', async () => {
    const { body } = await post('/api/rules/try', { ...matter, summonsKind: 'urgent' }, 'clerk');
    expect(body.duty).toMatchObject({ gap: true, lead: { kind: 'desk', id: community, name: '荷城社区' } });
    const reportIn = body.clocks.find(({ stage }: { stage: string }) => stage === 'reportIn');
    expect(reportIn).toMatchObject({ rule: 'reportIn.urgent', others: ['reportIn'] });
  });

  it.each([
    [{ category: '99' }, 'category rules.unknownCategory'],
    [{ area: '450802099' }, 'area rules.unknownPlace'],
    [{ area: undefined, point: [0, 0] }, 'point rules.unknownPlace'],
    [{ area: undefined }, ' rules.onePlace'],
  ])('refuses %j', async (more, error) => {
    const answer = await post('/api/rules/try', { ...matter, ...more }, 'clerk');
    expect([answer.status, ...errorsIn(answer.body)]).toEqual([422, error]);
  });
});
