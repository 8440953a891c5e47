import { connect } from 'node:net';
import { everyRoute } from '@gezhi/contract/routes';
import { type Actor, defaultRoles } from '@gezhi/domain/access/index';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openProgram, type Program } from './authorisation/program.ts';
import { actorHeader } from './testing.ts';

const county = '450802';
const administrator: Actor = {
  kind: 'staff',
  county,
  person: '01900000-0000-7000-8000-000000000001',
  name: '甲',
  posts: [
    {
      id: '01900000-0000-7000-8000-000000000002',
      role: 'administrator',
      permissions: [...new Set(defaultRoles.flatMap(({ permissions }) => permissions))],
      area: county,
    },
  ],
};

let program: Program;
let base: string;
const open: { readonly method: string; readonly url: string }[] = [];
beforeAll(async () => {
  program = await openProgram({ administrator }, [county], ({ method, url }) => open.push({ method, url }));
  base = await program.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => program.close());

const anId = '01900000-0000-7000-8000-00000000abcd';
const addressOf = (path: string) => path.replaceAll(/:id|:code|:token/g, anId).replaceAll(/:\w+|\*/g, '1');
const changing = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

describe('a page of another site', () => {
  const ways: readonly Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost.evil.example' },
    { origin: 'http://127.0.0.1' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:8080' },
  ];

  it('changes nothing with a visitor’s cookies, on any route there is', { timeout: 300_000 }, async () => {
    const all = [...everyRoute.map(({ method, path }) => ({ method, url: path })), ...open].filter(({ method }) =>
      changing.has(method),
    );
    expect(all.length).toBeGreaterThan(90);
    const wrong: string[] = [];
    for (const { method, url } of all) {
      for (const way of ways) {
        const answer = await program.app.inject({
          method: method as 'POST',
          url: addressOf(url),
          headers: { cookie: 'gezhi.session_token=a.b', [actorHeader]: 'administrator', ...way },
        });
        if (answer.statusCode !== 403 || answer.json<{ code: string }>().code !== 'http.foreignSite')
          wrong.push(`${method} ${url} ${JSON.stringify(way)}: ${answer.statusCode}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('is let in by no header of ours', { timeout: 300_000 }, async () => {
    const wrong: string[] = [];
    for (const { method, url } of [...everyRoute.map(({ method: m, path }) => ({ method: m, url: path })), ...open]) {
      // A stream does not end, and no client sends a TRACE.
      if (url === '/api/live' || method === 'TRACE' || method === 'CONNECT') continue;
      for (const asked of ['OPTIONS', method]) {
        const answer = await fetch(`${base}${addressOf(url)}`, {
          method: asked,
          headers: {
            origin: 'https://evil.example',
            'access-control-request-method': method,
            'access-control-request-headers': 'content-type',
          },
          redirect: 'manual',
        });
        await answer.arrayBuffer();
        const allowed = [...answer.headers.keys()].filter((name) =>
          /^access-control-allow-(origin|credentials)$/.test(name),
        );
        if (allowed.length > 0) wrong.push(`${asked} ${url}: ${allowed.join()}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('every kind of answer', () => {
  const kinds: readonly (readonly [what: string, method: string, path: string, more?: RequestInit])[] = [
    ['JSON', 'GET', '/api/clock'],
    ['nothing there', 'GET', '/api/nothing'],
    ['a page that is not there', 'GET', '/nothing', { headers: { accept: 'text/html' } }],
    ['sign in first', 'GET', '/api/people'],
    ['a list as a sheet', 'GET', '/api/people?format=csv', { headers: { [actorHeader]: 'administrator' } }],
    ['a workbook', 'GET', '/api/sheets/people/template', { headers: { [actorHeader]: 'administrator' } }],
    ['broken JSON', 'POST', '/api/cases', { body: '{', headers: { 'content-type': 'application/json' } }],
    ['another type', 'POST', '/api/cases', { body: '<a/>', headers: { 'content-type': 'text/xml' } }],
    ['a form without end', 'POST', '/r', { body: 'x', headers: { 'content-type': 'multipart/form-data; boundary=b' } }],
    ['an address that is none', 'GET', '/api/cases/%E4%BD'],
    ['a page', 'GET', '/sign-in'],
    ['the resident’s page', 'GET', '/r'],
    ['a way on', 'POST', '/look', { body: new URLSearchParams({ back: '/r' }) }],
    ['an upload that is none', 'PATCH', '/api/uploads/x', { headers: { 'tus-resumable': '1.0.0' } }],
    ['what uploads can do', 'OPTIONS', '/api/uploads', { headers: { 'tus-resumable': '1.0.0' } }],
    ['a picture that is not there', 'GET', `/files/${anId}/480`],
    ['Open311', 'GET', '/open311/v2/discovery.xml'],
    ['the health', 'GET', '/healthz'],
    ['the metrics', 'GET', '/metrics'],
    ['the description', 'GET', '/api/openapi.json'],
  ];

  it.each(kinds.map(([what, method, path, more = {}]) => ({ what, method, path, more })))(
    '$what has its headers',
    async ({ method, path, more }) => {
      const answer = await fetch(`${base}${path}`, { method, redirect: 'manual', ...more });
      await answer.arrayBuffer();
      const { headers } = answer;
      expect(answer.status).toBeLessThan(500);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toMatch(/default-src '(self|none)'/);
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('content-security-policy')).not.toMatch(/unsafe-(inline|eval)/);
      expect(headers.get('x-frame-options')).toMatch(/DENY|SAMEORIGIN/);
      expect(headers.get('referrer-policy')).toMatch(/same-origin|no-referrer/);
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('server')).toBeNull();
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    },
  );

  it('of the live stream has its headers', async () => {
    const stop = new AbortController();
    const answer = await fetch(`${base}/api/live`, {
      headers: { [actorHeader]: 'administrator' },
      signal: stop.signal,
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('cache-control')).toContain('no-');
    stop.abort();
  });
});

describe('what nobody asked for', () => {
  interface Shape {
    readonly type?: string;
    readonly properties?: Readonly<Record<string, Shape>>;
    readonly additionalProperties?: unknown;
    readonly [part: string]: unknown;
  }

  /** Paths of the parts of a body that would take properties that the contract does not name. */
  function loose(shape: unknown, path: string): string[] {
    if (typeof shape !== 'object' || shape === null) return [];
    const { type, additionalProperties, properties } = shape as Shape;
    const takesMore = additionalProperties !== undefined && additionalProperties !== false && properties !== undefined;
    // z.object leaves aside what it does not name; only a loose one passes it on.
    const here = type === 'object' && takesMore && Object.keys(properties).length > 0 ? [path] : [];
    return [...here, ...Object.entries(shape).flatMap(([name, inner]) => loose(inner, `${path}.${name}`))];
  }

  it('reaches no use case: no body of the contract takes unknown properties', () => {
    const found = everyRoute.flatMap(({ name, body }) =>
      body === undefined ? [] : loose(z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }), name),
    );
    expect(found).toEqual([]);
  });

  it.each([
    ['/api/people', { name: '乙', area: county }],
    ['/api/organisations', { name: '某局', kind: 'department', area: county }],
    ['/api/posts', { person: anId, role: 'grid-worker', area: county }],
    ['/api/cases', { description: '灯', place: { point: [109.592, 23.105] } }],
  ])('is refused by %s', async (url, body) => {
    for (const more of [
      { county: '450502' },
      { id: anId },
      { permissions: ['*'] },
      { version: 9 },
      { state: 'closed' },
    ]) {
      const { status, text } = await program.ask('administrator', 'POST', url, { ...body, ...more });
      expect([url, more, status]).toEqual([url, more, 422]);
      expect(text).toContain('unexpected');
    }
  });
});

describe('what cannot be read', () => {
  it.each(['"', 'W/', '""', 'W/"', '*, *', 'null', '-1', '"1" or 1=1', 'é'])(
    'If-Match %j fits no version',
    async (tag) => {
      const answer = await program.app.inject({
        method: 'PATCH',
        url: `/api/people/${anId}`,
        headers: { [actorHeader]: 'administrator', 'if-match': tag },
        payload: { name: '丙' },
      });
      expect([404, 412, 422]).toContain(answer.statusCode);
    },
  );

  it.each([
    ['no boundary', 'multipart/form-data', 'a'],
    ['an empty boundary', 'multipart/form-data; boundary=', 'a'],
    ['no end', 'multipart/form-data; boundary=b', '--b\r\nContent-Disposition: form-data; name="description"\r\n\r\na'],
    ['no heading', 'multipart/form-data; boundary=b', '--b\r\n\r\n\r\n--b--'],
    ['a broken heading', 'multipart/form-data; boundary=b', '--b\r\nContent-Disposition\r\n\r\na\r\n--b--\r\n'],
    [
      'a name of the prototype',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="__proto__"\r\n\r\na\r\n--b--\r\n',
    ],
    [
      'a thousand parts',
      'multipart/form-data; boundary=b',
      `${'--b\r\nContent-Disposition: form-data; name="a"\r\n\r\na\r\n'.repeat(1_000)}--b--\r\n`,
    ],
    ['a boundary of a kilobyte', `multipart/form-data; boundary=${'b'.repeat(1_000)}`, 'a'],
  ])('a form with %s is the sender’s fault', async (_what, type, payload) => {
    for (const url of ['/r', '/open311/v2/requests.json']) {
      const answer = await program.app.inject({ method: 'POST', url, payload, headers: { 'content-type': type } });
      expect([url, answer.statusCode < 500]).toEqual([url, true]);
      expect(({} as Record<string, unknown>)['description']).toBeUndefined();
    }
  });

  it.each([
    [
      'headers without end',
      `GET /api/clock HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(40_000)}\r\n\r\n`,
      431,
      'http.headersTooLarge',
    ],
    [
      'an address without end',
      `GET /api/clock?${'a'.repeat(40_000)} HTTP/1.1\r\nHost: a\r\n\r\n`,
      431,
      'http.headersTooLarge',
    ],
    ['no request', 'hello\r\n\r\n', 400, 'http.unreadable'],
    [
      'two lengths',
      'POST /api/cases HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\naa',
      400,
      'http.unreadable',
    ],
    [
      'a length and pieces',
      'POST /api/cases HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
      'http.unreadable',
    ],
    [
      'a heading folded over lines',
      'GET /api/clock HTTP/1.1\r\nHost: a\r\nX: a\r\n b\u0000\r\n\r\n',
      400,
      'http.unreadable',
    ],
  ])('%s gets a problem document and a closed line', async (_what, bytes, status, code) => {
    const said = await sendBytes(bytes);
    expect(said).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(said).toMatch(/content-type: application\/problem\+json/i);
    expect(said).toMatch(/x-content-type-options: nosniff/i);
    expect(JSON.parse(said.slice(said.indexOf('\r\n\r\n')))).toMatchObject({ code, status });
  });

  it.each([`/api/cases/${'a'.repeat(600)}`, '/api/cases/%', '/api/cases/%ff', `/api/follow/${'%20'.repeat(400)}`])(
    'an address of %s is nobody’s',
    async (url) => {
      const answer = await program.app.inject({ url, headers: { [actorHeader]: 'administrator' } });
      expect([400, 404, 422]).toContain(answer.statusCode);
      expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    },
  );
});

/** Sends bytes that no client would, and gives back everything that came until the line was closed. */
function sendBytes(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(new URL(base).port), '127.0.0.1', () => socket.write(Buffer.from(bytes, 'latin1')));
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('close', () => resolve(Buffer.concat(chunks).toString()));
    socket.on('error', reject);
  });
}
