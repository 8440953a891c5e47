import { describe, expect, it } from 'vitest';
import { newId } from '../new-id.ts';
import { createSubject, eraseSubject } from '../people/index.ts';
import { actorHeader } from '../testing.ts';
import { queueMessage, tell } from './index.ts';
import { openStaffed } from './testing-staffed.ts';
import { community, county, friday, keepCase } from './testing.ts';

const system = { county, system: true } as const;
const { at, sent, failures, staffOf, event, reported, happen } = openStaffed();

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
    await at.deps.jobs.drain();
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
    await at.db.transaction(system, (trx) => tell(at.deps, trx, told));
    const [jobs] = await at.db.asOwner((owner) => owner.query('select string_agg(job::text, chr(10)) from pgboss.job'));
    expect(jobs?.['string_agg']).toMatch(/^(?!.*7K3M2Q9ABCDEF).*followCode/su);
    await at.deps.jobs.drain();
    expect(sent[0]?.text).toMatch(/^您反映的“路灯不亮”已收到（编号 .*。查进度、补充、评价：\S+\/f\/7K3M2Q9ABCDEF$/);
    expect(await at.db.asOwner((owner) => owner.query('select secret from outbox'))).toEqual([{ secret: true }]);
  });

  it('speak the language of the page on which somebody reported', async () => {
    await happen(closed(newId()), { phone: '+8613800138000', language: 'en' });
    await at.deps.jobs.drain();
    expect(sent.map(({ text }) => text).join(' ')).not.toMatch(/\p{Script=Han}/u);
    expect(sent[0]?.text).toContain('Street lamp out');
  });

  it('give the reason of a rejection', async () => {
    await happen((subject) => [reported(newId(), subject), event({ type: 'rejected', reason: '不属本县' })]);
    await at.deps.jobs.drain();
    expect(sent[0]?.text).toContain('原因：不属本县');
  });

  it('reach supporters and those whose case was merged, by their own number', async () => {
    const main = newId();
    const other = newId();
    const into = { type: 'merged', into: main } as const;
    await happen((subject) => [reported(other, subject), event(into)], { phone: '+8613900139000' });
    await at.deps.jobs.drain();
    await at.db.transaction(system, async (trx) => {
      const moment = new Date(friday).toISOString();
      const supporter = await createSubject(trx, at.deps.keys, {
        county,
        area: community,
        at: moment,
        phone: '+8613700137000',
      });
      await keepCase(trx, [reported(main)], null);
      const row = { county, case_id: main, supporter: 'x', verified: true, subject: supporter.id, at: moment };
      await trx.insertInto('case_support').values(row).execute();
      const more = [event({ type: 'handled' }), event({ type: 'closed' })];
      const rows = more.map((one, index) => ({
        county,
        case_id: main,
        seq: index + 2,
        type: one.type,
        at: moment,
        event: JSON.stringify(one),
        prev: '',
        hash: '',
        recorded_at: moment,
      }));
      await trx.insertInto('case_event').values(rows).execute();
      await tell(at.deps, trx, { county, caseId: main, fromSeq: 1, toSeq: 3 });
    });
    sent.length = 0;
    await at.deps.jobs.drain();
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
    await at.deps.jobs.drain();
    expect(sent).toEqual([]);
    expect((await at.get('/api/outbox', 'street')).body.rows).toEqual([]);
  });

  it('are tried again, and at last are a fault', async () => {
    failures.left = 99;
    await happen((subject) => [reported(newId(), subject), event({ type: 'accepted' })]);
    for (let tries = 0; tries < 6; tries += 1) {
      await at.deps.jobs.drain();
      await at.db.asOwner((owner) => owner.query("update pgboss.job set start_after = now() where state = 'retry'"));
    }
    const { body } = await at.get('/api/outbox', 'street');
    expect(body.rows[0]).toMatchObject({ state: 'failed', tries: 6, error: 'status 500' });
    const faults = await at.db.asOwner((owner) => owner.query('select kind, ref, area from fault'));
    expect(faults).toEqual([{ kind: 'messageFailed', ref: body.rows[0].id, area: `${community}007` }]);
  });

  it('that failed once are sent the next time', async () => {
    failures.left = 1;
    await happen((subject) => [reported(newId(), subject), event({ type: 'accepted' })]);
    await at.deps.jobs.drain();
    expect((await at.get('/api/outbox', 'street')).body.rows[0]).toMatchObject({ state: 'waiting', tries: 1 });
    await at.db.asOwner((owner) => owner.query("update pgboss.job set start_after = now() where state = 'retry'"));
    await at.deps.jobs.drain();
    expect((await at.get('/api/outbox', 'street')).body.rows[0]).toMatchObject({ state: 'sent', tries: 2 });
    expect(sent).toHaveLength(1);
  });

  it('without a gateway are a fault outside the demonstration', async () => {
    await happen((subject) => [reported(newId(), subject), event({ type: 'accepted' })], { email: 'li@example.org' });
    await at.deps.jobs.drain();
    expect((await at.get('/api/outbox', 'street')).body.rows[0]).toMatchObject({
      state: 'failed',
      error: 'noGateway',
      recipient: 'l***@example.org',
    });
  });
});

describe('the outbox', () => {
  it('shows masked recipients to whom it may, in their area', async () => {
    await happen((subject) => [reported(newId(), subject), event({ type: 'accepted' })]);
    await at.deps.jobs.drain();
    const { body } = await at.get('/api/outbox', 'street');
    expect(body.rows).toHaveLength(1);
    expect(body.rows[0]).toMatchObject({ recipient: '138****8000', state: 'sent', secret: false });
    expect(JSON.stringify(body)).not.toContain('13800138000');
    expect((await at.get('/api/outbox', 'elsewhere')).body.rows).toEqual([]);
    expect((await at.get('/api/outbox', 'clerk')).status).toBe(403);
    const csv = await at.app.inject({ url: '/api/outbox?format=csv', headers: { [actorHeader]: 'street' } });
    expect(csv.body.split('\r\n')[1]).toContain('138****8000');
  });

  it('holds nothing readable of who was erased', async () => {
    const { subject } = await happen((id) => [reported(newId(), id), event({ type: 'accepted' })]);
    await at.deps.jobs.drain();
    const eraser = staffOf('street');
    const post = { id: newId(), role: 'administrator', area: county, permissions: ['personal.erase'] as const };
    await eraseSubject(at.deps, { actor: { ...eraser, posts: [post] }, subject, reason: '本人要求' });
    const { body } = await at.get('/api/outbox', 'street');
    expect(body.rows[0]).toMatchObject({ recipient: '***' });
    expect(body.rows[0].text).toBeUndefined();
  });

  it('keeps codes for their recipients', async () => {
    await at.db.transaction({ county, filing: true }, (trx) =>
      queueMessage(at.deps, trx, {
        county,
        area: county,
        kind: 'sms',
        to: '+8613800138000',
        text: '验证码 123456',
        secret: true,
        at: friday,
      }),
    );
    await at.deps.jobs.drain();
    expect(sent).toEqual([{ to: '+8613800138000', text: '验证码 123456' }]);
    const stored = await at.db.asOwner((owner) => owner.query('select * from outbox'));
    expect(JSON.stringify(stored)).not.toMatch(/13800138000|123456/);
    const whole = staffOf('street');
    at.actors['county'] = { ...whole, posts: whole.posts.map((post) => ({ ...post, area: county })) };
    const { body } = await at.get('/api/outbox', 'county');
    expect(body.rows[0]).toMatchObject({ secret: true, recipient: '138****8000' });
    expect(body.rows[0].text).toBeUndefined();
  });
});
