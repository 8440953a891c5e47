import type { Actor } from '@gezhi/domain/access/index';
import type { Body, CaseEvent } from '@gezhi/domain/cases/index';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../database/testing.ts';
import type { Deps } from '../deps.ts';
import { type Gateways, NotDelivered } from '../gateways/index.ts';
import { openApp } from '../http/app.ts';
import { newId } from '../new-id.ts';
import { createSubject, eraseSubject } from '../people/index.ts';
import { seedRules } from '../rules/index.ts';
import { actorHeader, testConfig, testDeps } from '../testing.ts';
import { handleNotices, queueMessage, registerNotices, tell } from './index.ts';
import { community, county, friday, keepCase, organisation, staff, street } from './testing.ts';

const system = { county, system: true } as const;
const actors: Record<string, Actor> = {};
const sent: { to: string; text: string }[] = [];
let failures = 0;
const gateways: Gateways = {
  sms: {
    send: ({ to, text }) => {
      if (failures > 0) {
        failures -= 1;
        return Promise.reject(new NotDelivered('status 500'));
      }
      sent.push({ to, text });
      return Promise.resolve();
    },
  },
};

let db: TestDatabase;
let deps: Deps;
let app: FastifyInstance;
let bureau: string;
beforeAll(async () => {
  db = await openTestDatabase();
  deps = await testDeps(db, actors, testConfig({ DEMO: '0', GEZHI_CLOCK: 'real', DEFAULT_COUNTY: county }));
  handleNotices(deps, gateways);
  await deps.jobs.start(false);
  app = await openApp(deps);
  registerNotices(app, deps);
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await deps.jobs.stop();
  await deps.live.stop();
  await deps.clock.stop();
  await db.close();
});
beforeEach(async () => {
  await db.clear();
  sent.length = 0;
  failures = 0;
  await db.transaction(system, async (trx) => {
    await seedRules(trx, county, friday);
    bureau = await organisation(trx, '城管局');
    actors['clerk'] = await staff(trx, '甲', 'community-clerk', { area: community });
    actors['second'] = await staff(trx, '乙', 'community-clerk', { area: community });
    actors['chief'] = await staff(trx, '丁', 'small-grid-chief', { area: `${community}007` });
    actors['worker'] = await staff(trx, '城管', 'department-clerk', { org: bureau });
    actors['street'] = await staff(trx, '街道', 'dispatcher', { area: street });
    actors['elsewhere'] = await staff(trx, '别处', 'dispatcher', { area: '450802002' });
  });
});

const personOf = (name: string): string => {
  const actor = actors[name];
  if (actor?.kind !== 'staff') throw new Error(name);
  return actor.person;
};
type Unsigned = CaseEvent extends infer E ? (E extends CaseEvent ? Omit<E, 'at' | 'by'> & Partial<E> : never) : never;
const event = (given: Unsigned, by = 'clerk'): CaseEvent => ({
  at: friday,
  by: { kind: 'staff', person: personOf(by) },
  ...given,
});

const reported = (id: string, subject?: string, more: object = {}): CaseEvent =>
  event({
    type: 'reported',
    by: { kind: 'reporter' },
    id,
    county,
    number: `2026-${id.slice(-6)}`,
    channel: 'resident',
    reporter: { kind: 'resident', ...(subject !== undefined && { subject }) },
    category: '01020401',
    kind: 'ordinary',
    urgency: 'ordinary',
    level: 'community',
    area: `${community}007`,
    onNoGrid: false,
    description: '路灯不亮',
    photos: [],
    homeDesk: community,
    desk: community,
    routing: { version: 1, gap: true },
    hideFromHandler: false,
    ...more,
  });
const order = (body: Body) => ({ id: 'wo.1', body, role: 'lead' as const, by: 'dispatch' as const, from: community });

/** Files a case with these events and tells of all of them. */
async function happen(
  events: (subject: string) => readonly CaseEvent[],
  contact: object = { phone: '+8613800138000' },
) {
  return db.transaction(system, async (trx) => {
    const at = new Date(friday).toISOString();
    const subject = await createSubject(trx, deps.keys, { county, area: `${community}007`, at, ...contact });
    const all = events(subject.id);
    const [first] = all;
    if (first?.type !== 'reported') throw new Error('a case begins with its report');
    await keepCase(trx, all, subject.id);
    await tell(deps, trx, { county, caseId: first.id, fromSeq: 0, toSeq: all.length });
    return { caseId: first.id, subject: subject.id, length: all.length };
  });
}

async function get(url: string, as: string, language = 'zh-CN') {
  const answer = await app.inject({ url, headers: { [actorHeader]: as, 'accept-language': language } });
  return { status: answer.statusCode, body: answer.json() };
}
const textsOf = async (as: string, language?: string): Promise<string[]> => {
  const { body } = await get('/api/notices', as, language);
  return body.rows.map((row: { text: string }) => row.text);
};

describe('the unread list', () => {
  it('tells the desk of a new case, and nobody else', async () => {
    const id = newId();
    await happen((subject) => [reported(id, subject)]);
    await deps.jobs.drain();
    const number = `2026-${id.slice(-6)}`;
    expect(await textsOf('clerk')).toEqual([`新诉求待受理：路灯不亮（${number}）`]);
    expect(await textsOf('second', 'en')).toEqual([`New case to accept: Street lamp out (${number})`]);
    for (const other of ['chief', 'worker', 'street', 'elsewhere']) expect(await textsOf(other)).toEqual([]);
  });

  it('tells a body of its order, verifiers of a finish, and not who did it', async () => {
    const id = newId();
    await happen((subject) => [
      reported(id, subject),
      event({ type: 'accepted' }),
      event({ type: 'dispatched', workOrders: [order({ kind: 'org', org: bureau })] }),
      event({ type: 'workOrderFinished', workOrder: 'wo.1', note: '已修', photos: [] }, 'worker'),
      event({ type: 'handled' }, 'worker'),
    ]);
    await deps.jobs.drain();
    expect((await textsOf('worker'))[0]).toMatch(/^新工单待签收：路灯不亮/);
    expect((await textsOf('chief'))[0]).toMatch(/^待核查：路灯不亮/);
    // 甲 dispatched it and so may not verify it.
    expect(await textsOf('clerk')).toEqual([]);
    expect(await textsOf('second')).toHaveLength(1);
  });

  it('goes to the roster out of office hours', async () => {
    const night = Date.parse('2026-11-20T22:15+08:00');
    await db.transaction(system, (trx) =>
      trx
        .insertInto('duty_turn')
        .values({
          county,
          id: newId(),
          area: community,
          reach: community,
          person: personOf('second'),
          from_at: new Date(night - 3_600_000).toISOString(),
          to_at: new Date(night + 3_600_000).toISOString(),
        })
        .execute(),
    );
    await happen((subject) => [{ ...reported(newId(), subject), at: night }]);
    await deps.jobs.drain();
    expect(await textsOf('second')).toHaveLength(1);
    expect(await textsOf('clerk')).toEqual([]);
  });

  it('is told once, however often the job is done', async () => {
    const { caseId, length } = await happen((subject) => [reported(newId(), subject), event({ type: 'accepted' })]);
    await db.transaction(system, (trx) => tell(deps, trx, { county, caseId, fromSeq: 0, toSeq: length }));
    await deps.jobs.drain();
    const { body } = await get('/api/outbox', 'street');
    expect(body.rows).toHaveLength(1);
  });

  it('shows unread before read, page by page, and counts', async () => {
    for (const minute of [1, 2, 3]) {
      await happen((subject) => [{ ...reported(newId(), subject), at: friday + minute * 60_000 }]);
    }
    await deps.jobs.drain();
    const { body: all } = await get('/api/notices', 'clerk');
    expect(all.unread).toBe(3);
    const [newest, middle, oldest] = all.rows;
    const read = await app.inject({
      method: 'POST',
      url: `/api/notices/${newest.id}/read`,
      headers: { [actorHeader]: 'clerk' },
    });
    expect(read.json()).toEqual({ unread: 2 });
    const ids: string[] = [];
    for (let url = '/api/notices?limit=1'; ; ) {
      const { body } = await get(url, 'clerk');
      ids.push(...body.rows.map((row: { id: string }) => row.id));
      if (body.next === undefined) break;
      url = `/api/notices?limit=1&cursor=${encodeURIComponent(body.next)}`;
    }
    expect(ids).toEqual([middle.id, oldest.id, newest.id]);
    expect((await get('/api/notices', 'second')).body.unread).toBe(3);
    await app.inject({ method: 'POST', url: '/api/notices/read', headers: { [actorHeader]: 'clerk' } });
    expect((await get('/api/notices?unread=true', 'clerk')).body).toMatchObject({ rows: [], unread: 0 });
  });

  it('belongs to its person alone', async () => {
    await happen((subject) => [reported(newId(), subject)]);
    await deps.jobs.drain();
    const { body } = await get('/api/notices', 'clerk');
    const url = `/api/notices/${body.rows[0].id}/read`;
    const other = await app.inject({ method: 'POST', url, headers: { [actorHeader]: 'second' } });
    expect(other.statusCode).toBe(404);
    const scope = { county, areas: [county], person: personOf('second') };
    const seen = await db.transaction(scope, (trx) => trx.selectFrom('notice').select('person').execute());
    expect(new Set(seen.map(({ person }) => person))).toEqual(new Set([personOf('second')]));
    expect((await app.inject({ url: '/api/notices' })).statusCode).toBe(401);
  });
});

describe('messages to residents', () => {
  const closed = (id: string) => (subject: string) => [
    reported(id, subject),
    event({ type: 'accepted' }),
    event({ type: 'handled' }),
    event({ type: 'closed' }),
  ];

  it('say acceptance and closing, once each, to the phone they left', async () => {
    const id = newId();
    await happen(closed(id));
    await deps.jobs.drain();
    expect(sent.map(({ to }) => to)).toEqual(['+8613800138000', '+8613800138000']);
    const number = `2026-${id.slice(-6)}`;
    expect(sent.map(({ text }) => text).sort()).toEqual([
      expect.stringContaining(`“路灯不亮”（编号 ${number}）已结案`),
      expect.stringContaining(`“路灯不亮”（编号 ${number}）已受理`),
    ]);
  });

  it('tell at once who has a report by when, with the link that nobody else reads', async () => {
    const id = newId();
    await happen((subject) => [reported(id, subject)]);
    const told = { county, caseId: id, fromSeq: 0, toSeq: 1, followCode: '7K3M2Q9ABCDEF' };
    await db.transaction(system, (trx) => tell(deps, trx, told));
    const [jobs] = await db.asOwner((owner) => owner.query('select string_agg(job::text, chr(10)) from pgboss.job'));
    expect(jobs?.['string_agg']).toMatch(/^(?!.*7K3M2Q9ABCDEF).*followCode/su);
    await deps.jobs.drain();
    expect(sent[0]?.text).toMatch(/^您反映的“路灯不亮”已收到（编号 .*。查进度、补充、评价：\S+\/f\/7K3M2Q9ABCDEF$/);
    expect(await db.asOwner((owner) => owner.query('select secret from outbox'))).toEqual([{ secret: true }]);
  });

  it('give the reason of a rejection', async () => {
    await happen((subject) => [reported(newId(), subject), event({ type: 'rejected', reason: '不属本县' })]);
    await deps.jobs.drain();
    expect(sent[0]?.text).toContain('原因：不属本县');
  });

  it('reach supporters and those whose case was merged, by their own number', async () => {
    const main = newId();
    const other = newId();
    const into = { type: 'merged', into: main } as const;
    await happen((subject) => [reported(other, subject), event(into)], { phone: '+8613900139000' });
    await deps.jobs.drain();
    await db.transaction(system, async (trx) => {
      const at = new Date(friday).toISOString();
      const supporter = await createSubject(trx, deps.keys, { county, area: community, at, phone: '+8613700137000' });
      await keepCase(trx, [reported(main)], null);
      const row = { county, case_id: main, supporter: 'x', verified: true, subject: supporter.id, at };
      await trx.insertInto('case_support').values(row).execute();
      const more = [event({ type: 'handled' }), event({ type: 'closed' })];
      const rows = more.map((one, index) => ({
        county,
        case_id: main,
        seq: index + 2,
        type: one.type,
        at,
        event: JSON.stringify(one),
        prev: '',
        hash: '',
        recorded_at: at,
      }));
      await trx.insertInto('case_event').values(rows).execute();
      await tell(deps, trx, { county, caseId: main, fromSeq: 1, toSeq: 3 });
    });
    sent.length = 0;
    await deps.jobs.drain();
    expect(new Map(sent.map(({ to, text }) => [to, text.includes(other.slice(-6))]))).toEqual(
      new Map([
        ['+8613900139000', true],
        ['+8613700137000', false],
      ]),
    );
  });

  it('are not written to whoever left no address for them, or about what was brought in', async () => {
    await happen((subject) => [reported(newId(), subject), event({ type: 'accepted' })], { name: '李四' });
    await happen((subject) => [reported(newId(), subject), event({ type: 'accepted' })], { phone: '+867754567890' });
    await happen((subject) => [
      reported(newId(), subject),
      event({ type: 'accepted' }),
      event({ type: 'imported', state: 'closed' }),
    ]);
    await deps.jobs.drain();
    expect(sent).toEqual([]);
    expect((await get('/api/outbox', 'street')).body.rows).toEqual([]);
  });

  it('are tried again, and at last are a fault', async () => {
    failures = 99;
    await happen((subject) => [reported(newId(), subject), event({ type: 'accepted' })]);
    for (let tries = 0; tries < 6; tries += 1) {
      await deps.jobs.drain();
      await db.asOwner((owner) => owner.query("update pgboss.job set start_after = now() where state = 'retry'"));
    }
    const { body } = await get('/api/outbox', 'street');
    expect(body.rows[0]).toMatchObject({ state: 'failed', tries: 6, error: 'status 500' });
    const faults = await db.asOwner((owner) => owner.query('select kind, ref, area from fault'));
    expect(faults).toEqual([{ kind: 'messageFailed', ref: body.rows[0].id, area: `${community}007` }]);
  });

  it('that failed once are sent the next time', async () => {
    failures = 1;
    await happen((subject) => [reported(newId(), subject), event({ type: 'accepted' })]);
    await deps.jobs.drain();
    expect((await get('/api/outbox', 'street')).body.rows[0]).toMatchObject({ state: 'waiting', tries: 1 });
    await db.asOwner((owner) => owner.query("update pgboss.job set start_after = now() where state = 'retry'"));
    await deps.jobs.drain();
    expect((await get('/api/outbox', 'street')).body.rows[0]).toMatchObject({ state: 'sent', tries: 2 });
    expect(sent).toHaveLength(1);
  });

  it('without a gateway are a fault outside the demonstration', async () => {
    await happen((subject) => [reported(newId(), subject), event({ type: 'accepted' })], { email: 'li@example.org' });
    await deps.jobs.drain();
    expect((await get('/api/outbox', 'street')).body.rows[0]).toMatchObject({
      state: 'failed',
      error: 'noGateway',
      recipient: 'l***@example.org',
    });
  });
});

describe('the outbox', () => {
  it('shows masked recipients to whom it may, in their area', async () => {
    await happen((subject) => [reported(newId(), subject), event({ type: 'accepted' })]);
    await deps.jobs.drain();
    const { body } = await get('/api/outbox', 'street');
    expect(body.rows).toHaveLength(1);
    expect(body.rows[0]).toMatchObject({ recipient: '138****8000', state: 'sent', secret: false });
    expect(JSON.stringify(body)).not.toContain('13800138000');
    expect((await get('/api/outbox', 'elsewhere')).body.rows).toEqual([]);
    expect((await get('/api/outbox', 'clerk')).status).toBe(403);
    const csv = await app.inject({ url: '/api/outbox?format=csv', headers: { [actorHeader]: 'street' } });
    expect(csv.body.split('\r\n')[1]).toContain('138****8000');
  });

  it('holds nothing readable of who was erased', async () => {
    const { subject } = await happen((id) => [reported(newId(), id), event({ type: 'accepted' })]);
    await deps.jobs.drain();
    const eraser = actors['street'] as Extract<Actor, { kind: 'staff' }>;
    const post = { id: newId(), role: 'administrator', area: county, permissions: ['personal.erase'] as const };
    await eraseSubject(deps, { actor: { ...eraser, posts: [post] }, subject, reason: '本人要求' });
    const { body } = await get('/api/outbox', 'street');
    expect(body.rows[0]).toMatchObject({ recipient: '***' });
    expect(body.rows[0].text).toBeUndefined();
  });

  it('keeps codes for their recipients', async () => {
    await db.transaction({ county, filing: true }, (trx) =>
      queueMessage(deps, trx, {
        county,
        area: county,
        kind: 'sms',
        to: '+8613800138000',
        text: '验证码 123456',
        secret: true,
        at: friday,
      }),
    );
    await deps.jobs.drain();
    expect(sent).toEqual([{ to: '+8613800138000', text: '验证码 123456' }]);
    const stored = await db.asOwner((owner) => owner.query('select * from outbox'));
    expect(JSON.stringify(stored)).not.toMatch(/13800138000|123456/);
    const whole = { ...(actors['street'] as Extract<Actor, { kind: 'staff' }>) };
    actors['county'] = { ...whole, posts: whole.posts.map((post) => ({ ...post, area: county })) };
    const { body } = await get('/api/outbox', 'county');
    expect(body.rows[0]).toMatchObject({ secret: true, recipient: '138****8000' });
    expect(body.rows[0].text).toBeUndefined();
  });
});
