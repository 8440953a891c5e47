import type { FastifyRequest } from 'fastify';
import { beforeEach, describe, expect, it } from 'vitest';
import { phoneIndexOf } from '../people/index.ts';
import { openOnce } from '../testing.ts';
import { verifiedPhoneIndex } from './index.ts';
import { county, openServer } from './testing.ts';

const at = openOnce(() => openServer());
let minute = 0;
beforeEach(async () => {
  // Limits count over a day; each test has a day of its own, after the one on which the server began to forget old codes.
  minute += 24 * 60;
  await at.deps.clock.set(Date.parse('2026-12-01T00:00:00Z') + minute * 60_000, false);
});

const ask = (phone: string) => at.browser().post('/api/phone-verifications', { phone });
const confirm = (id: unknown, code: string) => at.browser().post('/api/phone-verifications/confirm', { id, code });
const codeSent = () => /验证码 (\d{6})/.exec(at.sent.at(-1)?.text ?? '')?.[1] ?? '';
const other = (code: string, n = 1) => String((Number(code) + n) % 1_000_000).padStart(6, '0');
const shown = (token: unknown) =>
  verifiedPhoneIndex(at.deps, { headers: { 'x-resident-token': token } } as unknown as FastifyRequest);
const later = (ms: number) => at.deps.clock.set(at.deps.clock.now() + ms, false);

describe('a phone', () => {
  it('is proved by the code sent to it, for 30 days', async () => {
    const asked = await ask('１３８ ００１３ ８０００');
    expect(asked.status).toBe(202);
    expect(at.sent.at(-1)).toMatchObject({ kind: 'sms', to: '+8613800138000', county });
    expect(asked.text).not.toContain(codeSent());
    const done = await confirm(asked.body['id'], codeSent());
    expect(done.status).toBe(200);
    const { token } = done.body;
    expect(shown(token)).toBe(phoneIndexOf(at.deps.keys, '+8613800138000'));
    expect(String(token)).not.toContain('13800138000');
    await later(30 * 24 * 3_600_000 - 1);
    expect(shown(token)).toBeDefined();
    await later(1);
    expect(shown(token)).toBeUndefined();
  });

  it.each(['', 'x', 'a.b', 'a.b.c', 'a.b.c.d', '..', 7, undefined, 'x'.repeat(500)])('is not proved by %j', (token) => {
    expect(shown(token)).toBeUndefined();
  });

  it('is not proved by a token that was changed', async () => {
    const asked = await ask('13800138001');
    const { token } = (await confirm(asked.body['id'], codeSent())).body;
    const [index = '', until = '', mac = ''] = String(token).split('.');
    expect(shown(`${phoneIndexOf(at.deps.keys, '+8613800138002')}.${until}.${mac}`)).toBeUndefined();
    expect(shown(`${index}.${until}z.${mac}`)).toBeUndefined();
    expect(shown(`${index}.${until}.${mac}x`)).toBeUndefined();
  });

  it('has five tries and ten minutes, and its code works once', async () => {
    const asked = await ask('13800138003');
    const code = codeSent();
    for (let n = 1; n <= 5; n += 1)
      expect((await confirm(asked.body['id'], other(code, n))).body).toMatchObject({
        status: 422,
        code: 'phone.code.invalid',
      });
    expect((await confirm(asked.body['id'], code)).body).toMatchObject({ status: 410, code: 'phone.code.gone' });
    await later(60_000);
    const again = await ask('13800138003');
    await later(599_999);
    expect((await confirm(again.body['id'], codeSent())).status).toBe(200);
    expect((await confirm(again.body['id'], codeSent())).status).toBe(410);
    await later(60_000);
    const third = await ask('13800138003');
    await later(600_000);
    expect((await confirm(third.body['id'], codeSent())).status).toBe(410);
  });

  it('gets one code a minute and five an hour', async () => {
    expect((await ask('13800138004')).status).toBe(202);
    expect((await ask('13800138004')).body).toMatchObject({ status: 429, code: 'phone.tooMany' });
    expect((await ask('13800138005')).status).toBe(202);
    for (let n = 0; n < 4; n += 1) {
      await later(60_000);
      expect((await ask('13800138004')).status).toBe(202);
    }
    await later(60_000);
    expect((await ask('13800138004')).status).toBe(429);
  });

  it('is verified only for a county that is served', async () => {
    const answer = await at.browser().post('/api/phone-verifications', { phone: '13800138007', county: '110101' });
    expect(answer.body).toMatchObject({ status: 422, code: 'county.unknown' });
  });

  it('must take text messages', async () => {
    for (const phone of ['0775-4567890', '+852 9123 4567', '400-123-4567', 'abc']) {
      expect((await ask(phone)).body).toMatchObject({ status: 422, code: 'phone.mobile.invalid' });
    }
  });

  it('and its code are nowhere in the database', async () => {
    await ask('13800138006');
    const rows = await at.db.asOwner((owner) => owner.query('select * from phone_verification'));
    expect(JSON.stringify(rows)).not.toContain('13800138006');
    expect(JSON.stringify(rows)).not.toContain(codeSent());
  });
});
