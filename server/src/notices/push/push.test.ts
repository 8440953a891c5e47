import type { PushMessage } from '@gezhi/contract/notices/index';
import type { CaseEvent } from '@gezhi/domain/cases/index';
import { beforeEach, describe, expect, it } from 'vitest';
import { NotDelivered } from '../../gateways/index.ts';
import { device, isSignedFor, openPushService } from './testing.ts';
import { newId } from '../../new-id.ts';
import { seedRules } from '../../rules/index.ts';
import { actorHeader, openOnce } from '../../testing.ts';
import { tell } from '../index.ts';
import { plainSentence } from '../present-notice.ts';
import { findNotice } from '../store.ts';
import { community, county, friday, keepCase, openNotices, staff } from '../testing.ts';
import { type Alert, alertDevice } from './index.ts';

const system = { county, system: true } as const;
const service = openOnce(openPushService);
const at = openOnce(() => openNotices({ settings: { PUSH_TRUSTED: service.origin } }));
beforeEach(async () => {
  await at.db.clear();
  service.pushed.length = 0;
  service.answers.length = 0;
  await at.db.transaction(system, async (trx) => {
    await seedRules(trx, county, friday);
    at.actors['clerk'] = await staff(trx, '甲', 'community-clerk', { area: community });
    at.actors['second'] = await staff(trx, '乙', 'community-clerk', { area: community });
  });
});

const headersOf = (who: string, language = 'zh-CN') => ({ [actorHeader]: who, 'accept-language': language });
const add = (who: string, payload: object, language?: string) =>
  at.app.inject({ method: 'PUT', url: '/api/push/devices', headers: headersOf(who, language), payload });
const devicesOf = async (who: string): Promise<string[]> =>
  (await at.app.inject({ url: '/api/push', headers: headersOf(who) })).json().devices;

const note = '李四家的灯，电话 13800138000';

/** A new case waits at the desk of both; it was sent up with words that name somebody. */
async function newCase(): Promise<string> {
  const id = newId();
  const first = { at: friday, by: { kind: 'system' } } as const;
  const reported: CaseEvent = {
    ...first,
    type: 'reported',
    by: { kind: 'reporter' },
    id,
    county,
    number: `2026-${id.slice(-6)}`,
    channel: 'resident',
    reporter: { kind: 'resident' },
    category: '01020401',
    kind: 'ordinary',
    urgency: 'ordinary',
    level: 'community',
    area: `${community}007`,
    onNoGrid: false,
    description: note,
    photos: [],
    homeDesk: community,
    desk: community,
    routing: { version: 1, gap: true },
    hideFromHandler: false,
  };
  await at.db.transaction(system, async (trx) => {
    await keepCase(trx, [reported], null);
    await tell(at.deps, trx, { county, caseId: id, fromSeq: 0, toSeq: 1 });
  });
  return id;
}

describe('devices', () => {
  it('are the asker’s own; the same one is kept once', async () => {
    const one = device(`${service.origin}/1`);
    const first = (await add('clerk', one.subscription)).json().mark;
    expect((await add('clerk', one.subscription)).json().mark).toBe(first);
    expect(await devicesOf('clerk')).toEqual([first]);
    expect(await devicesOf('second')).toEqual([]);
    // Another cannot take it off, nor learn that it is there.
    const url = `/api/push/devices/${first}`;
    expect((await at.app.inject({ method: 'DELETE', url, headers: headersOf('second') })).statusCode).toBe(204);
    expect(await devicesOf('clerk')).toEqual([first]);
    expect((await at.app.inject({ method: 'DELETE', url, headers: headersOf('clerk') })).statusCode).toBe(204);
    expect(await devicesOf('clerk')).toEqual([]);
  });

  it('are kept sealed: no row holds the address', async () => {
    await add('clerk', device(`${service.origin}/secret-address`).subscription);
    const rows = await at.db.transaction(system, (trx) => trx.selectFrom('push_device').selectAll().execute());
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('secret-address');
  });

  it('at an address inside, or with a key that is none, are refused', async () => {
    const { subscription } = device('https://10.0.0.1/x');
    expect((await add('clerk', subscription)).json()).toMatchObject({ status: 422, code: 'push.invalid' });
    const { keys } = subscription;
    const p256dh = Buffer.alloc(65, 4).toString('base64url');
    const wrong = await add('clerk', { endpoint: `${service.origin}/1`, keys: { ...keys, p256dh } });
    expect(wrong.json()).toMatchObject({ status: 422, code: 'push.invalid' });
    expect(await devicesOf('clerk')).toEqual([]);
  });

  it('are at most ten; the oldest make room', async () => {
    const marks: string[] = [];
    for (let count = 0; count < 12; count += 1) {
      marks.push((await add('clerk', device(`${service.origin}/${count}`).subscription)).json().mark);
    }
    const kept = await devicesOf('clerk');
    expect(kept).toHaveLength(10);
    expect(kept).toContain(marks.at(-1));
  });
});

describe('an alert', () => {
  it('reaches every device of whoever is told, signed and sealed, and says nothing of anybody', async () => {
    const [phone, other] = [device(`${service.origin}/phone`), device(`${service.origin}/other`)];
    await add('clerk', phone.subscription);
    await add('clerk', other.subscription, 'en');
    const caseId = await newCase();
    await at.deps.jobs.drain();
    expect(service.pushed.map(({ path }) => path).toSorted()).toEqual(['/other', '/phone']);
    const read = ({ path, body }: (typeof service)['pushed'][number]) =>
      JSON.parse((path === '/phone' ? phone : other).read(body)) as PushMessage;
    const told = Object.fromEntries(service.pushed.map((one) => [one.path, read(one)]));
    expect(told['/phone']).toMatchObject({ caseId, lang: 'zh-CN' });
    expect(told['/phone']?.text).toMatch(/^新诉求待受理：路灯不亮（2026-.{6}）$/);
    expect(told['/other']?.text).toMatch(/^New case to accept: Street lamp out \(2026-.{6}\)$/);
    for (const { headers, body } of service.pushed) {
      expect(isSignedFor(service.origin, headers.authorization ?? '')).toBe(true);
      expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', urgency: 'high' });
      expect(body.includes('路灯')).toBe(false);
    }
  });

  it('leaves out what colleagues wrote', () => {
    const row = { county, person: 'p', id: 'n', news: 'x', case_id: 'c', category: '1', unread: true, read_at: null };
    const about = { ...row, kind: 'reminded', number: '2026-1', at: '', detail: { words: note } };
    expect(plainSentence(about, 'zh-CN', { zh: '路灯不亮' })).toBe('催办：路灯不亮（2026-1）');
    expect(plainSentence(about, 'en', { zh: '路灯不亮', en: 'Lamp out' })).toBe('Reminder: Lamp out (2026-1)');
  });

  it('goes to nobody else', async () => {
    at.actors['elsewhere'] = await at.db.transaction(system, (trx) =>
      staff(trx, '别处', 'dispatcher', { area: '450802002' }),
    );
    await add('elsewhere', device(`${service.origin}/elsewhere`).subscription);
    await newCase();
    await at.deps.jobs.drain();
    expect(service.pushed).toEqual([]);
  });

  it.each([404, 410])('that is answered %d takes the device off', async (status) => {
    await add('clerk', device(`${service.origin}/1`).subscription);
    await add('second', device(`${service.origin}/2`).subscription);
    service.answers.push(status, 201);
    await newCase();
    await at.deps.jobs.drain();
    expect([...(await devicesOf('clerk')), ...(await devicesOf('second'))]).toHaveLength(1);
  });

  it('is tried again when the push service fails, and not once the notice was read', async () => {
    const one = device(`${service.origin}/1`);
    const { mark } = (await add('clerk', one.subscription)).json();
    await newCase();
    const sent: string[] = [];
    const push = {
      send: (_: unknown, text: string) => {
        sent.push(text);
        return Promise.reject(new NotDelivered('status 503'));
      },
    };
    await at.deps.jobs.drain();
    const { rows } = (await at.app.inject({ url: '/api/notices', headers: headersOf('clerk') })).json();
    const actor = at.actors['clerk'];
    if (actor?.kind !== 'staff') throw new Error('no clerk');
    const alert: Alert = { county, person: actor.person, notice: rows[0].id, mark };
    await expect(alertDevice({ ...at.deps, push }, alert)).rejects.toMatchObject({ code: 'status 503' });
    expect(sent).toHaveLength(1);
    expect(await devicesOf('clerk')).toEqual([mark]);
    await at.app.inject({ method: 'POST', url: '/api/notices/read', headers: headersOf('clerk') });
    expect(await at.db.transaction(system, (trx) => findNotice(trx, county, rows[0].id))).toMatchObject({
      unread: false,
    });
    await alertDevice({ ...at.deps, push }, alert);
    expect(sent).toHaveLength(1);
  });

  it('is retried by the queue', async () => {
    await add('clerk', device(`${service.origin}/1`).subscription);
    service.answers.push(500);
    await newCase();
    await at.deps.jobs.drain();
    expect(service.pushed).toHaveLength(1);
    await expect
      .poll(
        async () => {
          await at.deps.jobs.drain();
          return service.pushed.length;
        },
        { timeout: 30_000, interval: 500 },
      )
      .toBe(2);
    expect(await devicesOf('clerk')).toHaveLength(1);
  });
});
