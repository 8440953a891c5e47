import { describe, expect, it } from 'vitest';
import { newId } from '../../new-id.ts';
import { openOnce } from '../../testing.ts';
import { authenticatorCode, community, county, openServer, password } from '../testing.ts';

const at = openOnce(() => openServer());

async function clerk(): Promise<string> {
  const username = `clerk.${newId().slice(-8)}`;
  await at.accounts([{ username, name: '李', role: 'community-clerk', area: community }]);
  return username;
}

describe('the sign-in page', () => {
  it('is a plain form in Chinese, with nothing inline that runs', async () => {
    const page = await at.browser().get('/sign-in?next=/desk/cases');
    expect(page.status).toBe(200);
    expect(page.text).toMatch(/<html lang="zh-CN">/);
    expect(page.text).toContain('登录格治');
    expect(page.text).toContain('name="next" value="/desk/cases"');
    expect(page.text).not.toMatch(/<script|onclick|style="/);
    expect(page.headers['cache-control']).toBe('no-store');
    const nonce = /<style nonce="([^"]+)"/.exec(page.text)?.[1];
    expect(String(page.headers['content-security-policy'])).toContain(`'nonce-${nonce}'`);
    expect((await at.browser().get('/sign-in', { 'accept-language': 'en' })).text).toContain('Sign in to Gezhi');
  });

  it('signs in without JavaScript and goes on where it was asked to', async () => {
    const browser = at.browser();
    const answer = await browser.form('/sign-in', { username: await clerk(), password, next: '/desk/cases?q=1' });
    expect(answer).toMatchObject({ status: 303, headers: { location: '/desk/cases?q=1' } });
    expect((await browser.get('/api/session')).status).toBe(200);
    expect((await browser.form('/sign-out', {})).headers['location']).toBe('/sign-in');
    expect((await browser.get('/api/session')).status).toBe(401);
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'does not send anybody to %s',
    async (next) => {
      const answer = await at.browser().form('/sign-in', { username: await clerk(), password, next });
      expect(answer).toMatchObject({ status: 303, headers: { location: '/desk' } });
      expect((await at.browser().get(`/sign-in?next=${encodeURIComponent(next)}`)).text).toContain('value="/desk"');
    },
  );

  it('says what is wrong, keeps the name and not the password', async () => {
    const answer = await at
      .browser()
      .form('/sign-in', { username: '"><script>x</script>', password: 'secret text', next: '/desk' });
    expect(answer.status).toBe(401);
    expect(answer.text).toContain('用户名或密码不对');
    expect(answer.text).not.toContain('<script>');
    expect(answer.text).not.toContain('secret text');
  });

  it('refuses a form from another site, and one that is no form', async () => {
    const username = await clerk();
    const foreign = await at.browser().form('/sign-in', { username, password }, { 'sec-fetch-site': 'cross-site' });
    expect(foreign.status).toBe(403);
    expect(foreign.cookies).toEqual([]);
    expect((await at.browser().form('/sign-in', {})).status).toBe(401);
    expect((await at.browser().post('/sign-in', { username: ['a'], password: {} })).status).toBe(401);
  });

  it('asks for the second factor on a page of its own', async () => {
    const { username, uri } = await at.enrolled('commander', county);
    const browser = at.browser();
    const first = await browser.form('/sign-in', { username, password, next: '/desk/map' });
    expect(first.status).toBe(200);
    expect(first.text).toContain('autocomplete="one-time-code"');
    expect(first.text).toContain('value="/desk/map"');
    const wrong = await browser.form('/sign-in/code', { code: '000000', next: '/desk/map' });
    expect(wrong.status).toBe(401);
    expect(wrong.text).toContain('验证码不对');
    const right = await browser.form('/sign-in/code', { code: authenticatorCode(uri, 1), next: '/desk/map' });
    expect(right).toMatchObject({ status: 303, headers: { location: '/desk/map' } });
    expect((await browser.get('/api/session')).status).toBe(200);
    const late = await at.browser().form('/sign-in/code', { code: '123456', next: '/desk/map' });
    expect(late.text).toContain('登录已过时');
  });
});

describe('the page behind a link', () => {
  it('sets the password, and shows what is wrong with it', async () => {
    const administrator = await at.enrolled('administrator', county);
    const { id } = await at.person('韦佳', community);
    const username = `wei.${newId().slice(-6)}`;
    const { body } = await administrator.post('/api/accounts', { person: id, username });
    const path = new URL(String(body['link'])).pathname;
    const guest = at.browser();
    const page = await guest.get(path);
    expect(page.text).toContain('韦佳，请设置登录密码');
    expect(page.text).toContain('autocomplete="new-password"');
    expect(page.headers['referrer-policy']).toBe('no-referrer');
    expect((await guest.form(path, { password, again: 'another one' })).text).toContain('两次输入的密码不一样');
    expect((await guest.form(path, { password: 'short', again: 'short' })).text).toContain('至少要 10 个字');
    const done = await guest.form(path, { password, again: password });
    expect(done.text).toContain('密码已设置');
    expect((await guest.signIn(username)).status).toBe(200);
    const gone = await guest.get(path);
    expect(gone.status).toBe(410);
    expect(gone.text).toContain('链接已失效');
    expect((await guest.get('/invite/no')).status).toBe(410);
  });
});

describe('the page for a forgotten password', () => {
  it('says the same to everybody', async () => {
    const answers = await Promise.all(
      [await clerk(), 'nobody-there'].map((username) => at.browser().form('/forgot', { username })),
    );
    const plain = answers.map(({ text }) => text.replace(/nonce="[^"]+"/, ''));
    expect(plain[0]).toBe(plain[1]);
    expect(plain[0]).toContain('已受理');
  });
});
