import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../database/testing.ts';
import { inputsIn, openResidents } from './testing.ts';

let db: TestDatabase;
let server: Awaited<ReturnType<typeof openResidents>>;

beforeAll(async () => {
  db = await openTestDatabase();
  server = await openResidents(db);
});
afterAll(async () => {
  await server.close();
  await db.close();
});

const formIn = (page: string): string => page.split('<form').find((form) => form.includes('action="/look"')) ?? '';

/** Taps one of the buttons for text and language of a page. */
async function tap(url: string, name: string, value: string, cookie = '') {
  const page = await server.get(url, { cookie });
  const answer = await server.app.inject({
    method: 'POST',
    url: '/look',
    payload: new URLSearchParams([...inputsIn(formIn(page.body)), [name, value]]).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
  });
  const kept = [answer.headers['set-cookie'] ?? []].flat().map((one) => one.split(';')[0] ?? '');
  return { back: answer.headers.location, cookie: kept.join('; ') };
}

describe('language', () => {
  test.each(['/', '/r', '/f', '/map', '/phone', '/sign-in', '/f/ABC'])('%s is read in the one chosen', async (url) => {
    const { back, cookie } = await tap(url, 'language', 'en');
    expect(back).toBe(url);
    const page = await server.get(url, { cookie, 'accept-language': 'zh-CN' });
    expect(page.body).toContain('<html lang="en"');
    expect((await server.get(url, { 'accept-language': 'zh-CN' })).body).toContain('<html lang="zh-CN"');
  });

  test('refusals of the API on a page are in it too, and the API itself speaks what it is asked', async () => {
    const english = { cookie: 'gezhi_locale=en' };
    const found = await server.get('/f/0000000000000', english);
    expect(found.body).toContain('There is no such code');
    expect((await server.get('/api/follow/0000000000000', english)).json<{ title: string }>().title).toMatch(
      /\p{Script=Han}/u,
    );
  });
});

describe('the elder mode', () => {
  test('comes with one tap, stays, grows to 30 pixels, and goes', async () => {
    const first = await tap('/r', 'size', '22');
    expect((await server.get('/map', { cookie: first.cookie })).body).toContain('class="elder size-22"');
    const page = await server.get('/r', { cookie: 'gezhi_size=30' });
    expect(page.body).toContain('class="elder size-30"');
    expect(page.body).toContain('data-read=');
    expect(page.body).not.toContain('大一点');
    expect((await tap('/r', 'size', '', 'gezhi_size=30')).cookie).toBe('gezhi_size=');
    expect((await server.get('/r', { cookie: 'gezhi_size=99' })).body).not.toContain('elder');
  });

  test('leads nowhere else', async () => {
    for (const back of ['//evil.example', 'https://evil.example', '/\\evil.example', '/a//b']) {
      const payload = new URLSearchParams({ back, language: 'en' }).toString();
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const answer = await server.app.inject({ method: 'POST', url: '/look', payload, headers });
      expect(answer.headers.location, back).toBe('/');
    }
  });
});

describe('an address that is none', () => {
  test('is a page with ways on for a browser, and a problem document for programs', async () => {
    const accept = 'text/html,application/xhtml+xml';
    const page = await server.get('/nowhere', { accept, 'accept-language': 'en' });
    expect([page.statusCode, page.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    expect(page.body).toContain('There is no such page');
    expect(page.body).toContain('href="/r"');
    expect(page.body).toContain('href="/sign-in"');
    for (const [url, headers] of [
      ['/nowhere', {}],
      ['/api/nowhere', { accept }],
    ] as const) {
      const answer = await server.get(url, headers);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(answer.json()).toMatchObject({ code: 'http.notFound' });
    }
  });
});

test('in the demonstration the phone page says where the code can be read', async () => {
  expect((await server.get('/phone')).body).toContain('href="/desk/outbox"');
});
