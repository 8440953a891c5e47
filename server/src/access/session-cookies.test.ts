import { describe, expect, it } from 'vitest';
import { newId } from '../new-id.ts';
import { openOnce } from '../testing.ts';
import { authenticatorCode, community, county, openServer, password } from './testing.ts';

const at = openOnce(() => openServer());

const newcomer = async (username: string) =>
  at.accounts([{ username, name: '甲', role: 'community-clerk', area: community }]);

describe('a session', () => {
  it('is never one that was there before signing in', async () => {
    await newcomer('fixed');
    const attacker = await at.staff('community-clerk', community);
    const planted = attacker.cookie();
    const victim = at.browser();
    const answer = await victim.post('/api/session', { username: 'fixed', password }, { cookie: planted });
    expect(answer.status).toBe(200);
    expect(victim.cookie()).not.toBe('');
    expect(victim.cookie()).not.toBe(planted);
    // What was planted is still the attacker's own session, not the victim's.
    expect((await attacker.get('/api/session')).body).toMatchObject({ username: attacker.username });
    expect((await victim.get('/api/session')).body).toMatchObject({ username: 'fixed' });
  });

  it('is another one each time', async () => {
    await newcomer('twice');
    const one = at.browser();
    const other = at.browser();
    await one.signIn('twice');
    await other.signIn('twice');
    expect(one.cookie()).not.toBe(other.cookie());
    await one.delete('/api/session');
    expect((await other.get('/api/session')).status).toBe(200);
  });

  it('is none while the second factor is still asked for, nor is the cookie of the first step one afterwards', async () => {
    const commander = await at.enrolled('commander', county);
    const half = at.browser();
    expect((await half.signIn(commander.username)).status).toBe(202);
    const halfway = half.cookie();
    expect((await half.get('/api/session')).status).toBe(401);
    const code = authenticatorCode(commander.uri, 1);
    expect((await half.post('/api/session/second-factor', { code })).status).toBe(200);
    expect(half.cookie()).not.toBe(halfway);
    expect((await at.browser().get('/api/session', { cookie: halfway })).status).toBe(401);
  });

  it('ends everywhere else with a new password', async () => {
    await newcomer('changes');
    const here = at.browser();
    const elsewhere = at.browser();
    await here.signIn('changes');
    await elsewhere.signIn('changes');
    const next = 'another long enough password';
    expect((await here.put('/api/session/password', { current: password, next })).status).toBe(204);
    expect((await here.get('/api/session')).status).toBe(200);
    expect((await elsewhere.get('/api/session')).status).toBe(401);
  });
});

describe('the cookie', () => {
  it('is out of reach of scripts and of other sites, for the whole site, and for no other', async () => {
    await newcomer('flags');
    const { cookies } = await at.browser().signIn('flags');
    for (const cookie of cookies) {
      expect(cookie).toMatch(/; *HttpOnly/i);
      expect(cookie).toMatch(/; *SameSite=(Lax|Strict)/i);
      expect(cookie).toMatch(/; *Path=\//i);
      expect(cookie).not.toMatch(/; *Domain=/i);
    }
  });

  it('is for https only where the site is', async () => {
    const secure = await openServer({ PUBLIC_URL: 'https://gezhi.example' }, at.db);
    try {
      await secure.accounts([{ username: 'tls', name: '甲', role: 'community-clerk', area: community }]);
      const answer = await secure.browser().signIn('tls');
      expect(answer.status).toBe(200);
      expect(answer.cookies.length).toBeGreaterThan(0);
      for (const cookie of answer.cookies) expect(cookie).toMatch(/; *Secure/i);
      expect(answer.headers['strict-transport-security']).toContain('max-age=');
    } finally {
      await secure.close();
    }
  });
});

describe('another site', () => {
  const elsewhere = { origin: 'https://evil.example' };

  it.each(['/sign-in', '/sign-in/code', '/api/session', '/api/session/second-factor'])(
    'cannot sign a visitor in by %s',
    async (url) => {
      await newcomer(`csrf${url.replaceAll('/', '.')}`);
      const fields = { username: `csrf${url.replaceAll('/', '.')}`, password, code: '000000' };
      const api = url.startsWith('/api');
      for (const from of [
        elsewhere,
        { origin: 'null' },
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
      ]) {
        const answer = api ? await at.browser().post(url, fields, from) : await at.browser().form(url, fields, from);
        expect([url, from, answer.status]).toEqual([url, from, 403]);
        expect(answer.cookies).toEqual([]);
      }
    },
  );

  it('cannot sign a visitor out, nor change anything with their session', async () => {
    const clerk = await at.staff('community-clerk', community);
    expect((await clerk.form('/sign-out', {}, elsewhere)).status).toBe(403);
    expect((await clerk.post('/api/people', { name: '乙', area: community }, elsewhere)).body).toMatchObject({
      code: 'http.foreignSite',
    });
    expect((await clerk.get('/api/session')).status).toBe(200);
  });

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/%5Cevil.example',
    '/desk//evil.example',
    '\t//evil.example',
  ])('is nowhere a visitor is sent on to after signing in: %s', async (next) => {
    const username = `next.${newId().slice(-12)}`;
    await newcomer(username);
    const answer = await at.browser().form('/sign-in', { username, password, next });
    expect(answer.status).toBe(303);
    const to = new URL(String(answer.headers.location), 'https://gezhi.example');
    expect(to.origin).toBe('https://gezhi.example');
  });
});
