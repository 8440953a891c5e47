import { defineRoute } from '@gezhi/contract/route';
import { filledText, page, paging } from '@gezhi/contract/shapes';
import type { Actor } from '@gezhi/domain/access/index';
import type { FastifyInstance } from 'fastify';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { actorHeader, openOnce, openTestServer } from '../testing.ts';
import { forgetAnswers } from './idempotency-store.ts';
import { cursorAfter, etagOf, pageOf, positionIn, refuseStale, serve } from './index.ts';

const county = '450802';
const clerk: Actor = {
  kind: 'staff',
  county,
  person: 'p1',
  name: '甲',
  posts: [{ id: 'post', role: 'community-clerk', area: '450802001013', permissions: ['case.read'] }],
};

const note = z.object({ id: z.string(), text: z.string() });
const create = defineRoute({
  name: 'notes.create',
  method: 'POST',
  path: '/api/notes',
  summary: 'Makes a note',
  access: 'public',
  body: z.strictObject({
    text: filledText(20),
    mood: z.enum(['good', 'bad']).optional(),
    tags: z.array(z.string()).max(2).optional(),
  }),
  answer: note,
  status: 201,
  idempotent: true,
});
const change = defineRoute({
  name: 'notes.change',
  method: 'PUT',
  path: '/api/notes/:id',
  summary: 'Changes a note',
  access: 'session',
  params: z.object({ id: z.string() }),
  body: z.object({ text: z.string() }),
  status: 204,
  ifMatch: true,
});
const list = defineRoute({
  name: 'notes.list',
  method: 'GET',
  path: '/api/notes',
  summary: 'Notes',
  access: { permission: 'case.read' },
  query: paging,
  answer: page(note),
  status: 200,
  csv: true,
});
const broken = defineRoute({
  name: 'notes.broken',
  method: 'GET',
  path: '/api/broken',
  summary: 'Fails',
  access: 'public',
  answer: note,
  status: 200,
});
const manager = defineRoute({
  ...broken,
  name: 'notes.manager',
  path: '/api/manager',
  access: { permission: 'account.manage' },
});

const texts = ['=1+1', 'a,"b"', '-3', '@x', '普通', '\t=2'];

function registerNotes(app: FastifyInstance, deps: Deps): void {
  serve(app, deps, create, ({ body, once }) =>
    once({ county, system: true }, async (trx) => {
      if (body.text === 'refuse') return refuse('notes.forbidden');
      const row = {
        county,
        id: deps.newId(),
        state: body.text,
        bytes: 0,
        at: new Date(deps.clock.now()).toISOString(),
      };
      await trx.insertInto('file').values(row).execute();
      return { id: row.id, text: body.text };
    }),
  );
  serve(app, deps, change, async ({ ifMatch, reply }) => {
    const stale = refuseStale(ifMatch, 3, ['text']);
    if (stale !== undefined) return stale;
    reply.header('etag', etagOf(4));
    return undefined;
  });
  const headings = [
    { heading: 'ui.close', cell: (row: { text: string }) => row.text },
    { heading: 'ui.more', cell: (row: { id: string }) => row.id },
  ] as const;
  const readPage = ({ query }: { query: { cursor?: string | undefined; limit: number } }) => {
    const position = positionIn(deps.keys, 'notes', query.cursor);
    if (isRefusal(position)) return Promise.resolve(position);
    const start = Number(position?.[0] ?? 0);
    const rows = texts.map((text, index) => ({ id: String(index + 1), text })).slice(start, start + query.limit + 1);
    return Promise.resolve(
      pageOf(
        rows,
        query.limit,
        (row) => row,
        (row) => cursorAfter(deps.keys, 'notes', [Number(row.id)]),
      ),
    );
  };
  serve(app, deps, list, readPage, { csv: headings });
  serve(app, deps, broken, () => Promise.reject(new Error('secret detail')));
  serve(app, deps, manager, () => Promise.resolve({ id: '1', text: 'x' }));
}

const at = openOnce(() => openTestServer(registerNotes, { clerk }));

const as = (name: string) => ({ [actorHeader]: name });
const post = (payload: unknown, headers: Record<string, string> = {}) =>
  at.app.inject({ method: 'POST', url: '/api/notes', payload: payload as object, headers });
const noted = async (text: string) => {
  const rows = await at.db.transaction({ county, system: true }, (trx) =>
    trx.selectFrom('file').select('id').where('state', '=', text).execute(),
  );
  return rows.length;
};

describe('a bad request', () => {
  it('gets a problem document in Chinese, or in English when asked', async () => {
    const zh = await post({ text: ' ', mood: 'so', tags: ['a', 'b', 'c'], other: 1 });
    expect(zh.statusCode).toBe(422);
    expect(zh.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(zh.json()).toMatchObject({
      type: 'urn:gezhi:problem:http.invalid',
      title: '填写的内容有误',
      status: 422,
      code: 'http.invalid',
      requestId: zh.headers['x-request-id'],
      errors: [
        { path: 'text', code: 'text.blank', message: '不能只有空白' },
        { path: 'mood', code: 'choice', message: '只能是其中之一：good, bad' },
        { path: 'tags', code: 'entries.most', message: '最多 2 项' },
        { path: '', code: 'unexpected', message: '没有这样的栏目：other' },
      ],
    });
    const en = await post({}, { 'accept-language': 'en-GB,en' });
    expect(en.json()).toMatchObject({
      title: 'Some values are not right',
      errors: [{ path: 'text', code: 'missing', message: 'Must be given' }],
    });
    expect((await post({ text: 7 })).json()).toMatchObject({
      errors: [{ code: 'type', message: '类型不对，应为 string' }],
    });
    expect((await post({ text: '长'.repeat(21) })).json()).toMatchObject({
      errors: [{ code: 'characters.most', message: '最多 20 个字' }],
    });
  });

  it.each([
    ['broken JSON', '{"text":', 'application/json', 400, 'http.malformedBody'],
    ['a poisoned prototype', '{"__proto__":{"a":1}}', 'application/json', 400, 'http.malformedBody'],
    ['nothing', '', 'application/json', 400, 'http.malformedBody'],
    ['another type', '<a/>', 'text/xml', 415, 'http.mediaType'],
    ['2 MB', `{"text":"${'a'.repeat(2_000_000)}"}`, 'application/json', 413, 'http.tooLarge'],
    ['half a character', '{"text":"a\\ud83d"}', 'application/json', 400, 'http.malformedText'],
    ['half a character in a name', '{"text":"a","\\udc00":1}', 'application/json', 400, 'http.malformedText'],
    ['NUL', '{"text":"a\\u0000"}', 'application/json', 400, 'http.malformedText'],
    ['endless nesting', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'application/json', 400, 'http.tooDeep'],
  ])('with %s is refused and writes nothing', async (_what, payload, type, status, code) => {
    const before = await noted('a');
    const answer = await at.app.inject({
      method: 'POST',
      url: '/api/notes',
      payload,
      headers: { 'content-type': type },
    });
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ code, status });
    expect(await noted('a')).toBe(before);
  });

  it('to nowhere, or at an address that cannot be read, is told so', async () => {
    expect((await at.app.inject('/api/nothing')).json()).toMatchObject({ status: 404, code: 'http.notFound' });
    expect((await at.app.inject('/api/notes/%E4%BD')).json()).toMatchObject({ status: 400, code: 'http.badAddress' });
    expect((await at.app.inject({ url: '/api/notes?cursor=%00', headers: as('clerk') })).json()).toMatchObject({
      code: 'http.malformedText',
    });
  });

  it('that fails by our fault hides why and names itself', async () => {
    const answer = await at.app.inject('/api/broken');
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('secret');
    expect(answer.json()).toMatchObject({ code: 'http.internal', requestId: answer.headers['x-request-id'] });
  });
});

describe('entry', () => {
  it('needs a session or a permission where the route says so', async () => {
    expect((await at.app.inject('/api/notes')).json()).toMatchObject({ status: 401, code: 'access.signInFirst' });
    expect((await at.app.inject({ url: '/api/notes', headers: as('clerk') })).statusCode).toBe(200);
    const refused = await at.app.inject({ url: '/api/manager', headers: as('clerk') });
    expect(refused.json()).toMatchObject({ status: 403, code: 'access.forbidden' });
  });

  it('comes before parsing', async () => {
    const answer = await at.app.inject({
      method: 'PUT',
      url: '/api/notes/1',
      payload: '{',
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.statusCode).toBe(401);
  });
});

describe('an Idempotency-Key', () => {
  const key = (value: string) => ({ 'idempotency-key': value });

  it('makes the same call once and answers the same', async () => {
    const first = await post({ text: 'once' }, key('key-00000001'));
    const again = await post({ text: 'once' }, key('key-00000001'));
    expect(first.statusCode).toBe(201);
    expect(again.statusCode).toBe(201);
    expect(again.json()).toEqual(first.json());
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(await noted('once')).toBe(1);
  });

  it('refuses another body', async () => {
    await post({ text: 'mine' }, key('key-00000002'));
    const other = await post({ text: 'other' }, key('key-00000002'));
    expect(other.json()).toMatchObject({ status: 422, code: 'http.idempotencyKeyReused' });
    expect(await noted('other')).toBe(0);
  });

  it('belongs to whoever sent it', async () => {
    await post({ text: 'theirs' }, key('key-00000003'));
    const mine = await post({ text: 'theirs' }, { ...key('key-00000003'), ...as('clerk') });
    expect(mine.headers['idempotency-replayed']).toBeUndefined();
    expect(await noted('theirs')).toBe(2);
  });

  it('lets two at once have one effect', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => post({ text: 'race' }, key('key-00000004'))));
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
    expect(answers.every((answer) => answer.statusCode === 201)).toBe(true);
    expect(await noted('race')).toBe(1);
  });

  it('is not spent by a refusal', async () => {
    expect((await post({ text: 'refuse' }, key('key-00000005'))).statusCode).toBe(403);
    expect((await post({ text: 'refuse' }, key('key-00000005'))).headers['idempotency-replayed']).toBeUndefined();
  });

  it('must be printable and long enough', async () => {
    expect((await post({ text: 'x' }, key('short'))).statusCode).toBe(422);
  });

  it('is forgotten after a time', async () => {
    await post({ text: 'old' }, key('key-00000007'));
    const forget = (before: string) =>
      at.db.transaction({ county: '*', system: true }, (trx) => forgetAnswers(trx, before));
    await forget('2000-01-01T00:00:00Z');
    expect((await post({ text: 'old' }, key('key-00000007'))).headers['idempotency-replayed']).toBe('true');
    await forget('2200-01-01T00:00:00Z');
    expect((await post({ text: 'old' }, key('key-00000007'))).headers['idempotency-replayed']).toBeUndefined();
  });

  it('keeps the answer sealed', async () => {
    await post({ text: 'sealed-text' }, key('key-00000006'));
    const rows = await at.db.asOwner((owner) =>
      owner.query("select answer from idempotency where key = 'key-00000006'"),
    );
    expect(JSON.stringify(rows)).not.toContain('sealed-text');
  });
});

describe('If-Match', () => {
  const put = (headers: Record<string, string>) =>
    at.app.inject({
      method: 'PUT',
      url: '/api/notes/1',
      payload: { text: 'x' },
      headers: { ...as('clerk'), ...headers },
    });

  it('is needed, and refuses a stale version with what changed', async () => {
    expect((await put({})).json()).toMatchObject({ status: 428, code: 'http.ifMatchMissing' });
    const stale = await put({ 'if-match': '"2"' });
    expect(stale.json()).toMatchObject({
      status: 412,
      code: 'http.stale',
      errors: [{ path: 'text', code: 'changed' }],
    });
    expect(stale.json<{ detail: string }>().detail).toContain('第 3 版');
    const good = await put({ 'if-match': '"3"' });
    expect(good.statusCode).toBe(204);
    expect(good.headers['etag']).toBe('"4"');
    expect((await put({ 'if-match': '*' })).statusCode).toBe(204);
  });
});

describe('a list', () => {
  const get = (query: string, headers: Record<string, string> = {}) =>
    at.app.inject({ url: `/api/notes${query}`, headers: { ...as('clerk'), ...headers } });

  it('comes in pages by a cursor that only we can make', async () => {
    const first = (await get('?limit=4')).json<{ rows: unknown[]; next: string }>();
    expect(first.rows).toHaveLength(4);
    const second = (await get(`?limit=4&cursor=${first.next}`)).json<{ rows: unknown[]; next?: string }>();
    expect(second.rows).toHaveLength(2);
    expect(second.next).toBeUndefined();
    expect((await get(`?cursor=A${first.next.slice(1)}`)).json()).toMatchObject({ status: 400, code: 'http.cursor' });
    expect((await get('?limit=201')).statusCode).toBe(422);
  });

  it('comes whole as a sheet that no spreadsheet runs', async () => {
    for (const answer of [await get('?format=csv&limit=1'), await get('', { accept: 'text/csv' })]) {
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
      expect(answer.body).toBe(`\uFEFF关闭,更多\r\n'=1+1,1\r\n"a,""b""",2\r\n-3,3\r\n'@x,4\r\n普通,5\r\n'\t=2,6\r\n`);
    }
  });

  it('refuses before it sends a sheet', async () => {
    expect((await at.app.inject('/api/notes?format=csv')).statusCode).toBe(401);
  });
});

describe('every answer', () => {
  it('carries the security headers', async () => {
    const { headers } = await at.app.inject('/api/nothing');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(headers['x-content-type-options']).toBe('nosniff');
    const nonce = (text: string) => /'nonce-([^']+)'/.exec(text)?.[1];
    const other = await at.app.inject('/api/nothing');
    expect(nonce(policy)).not.toBe(nonce(String(other.headers['content-security-policy'])));
  });

  it("refuses a change that another site's page sends with cookies", async () => {
    const cookie = { cookie: 'a=b' };
    const send = (headers: Record<string, string>) => post({ text: 'csrf' }, headers);
    expect((await send({ ...cookie, 'sec-fetch-site': 'cross-site' })).json()).toMatchObject({
      status: 403,
      code: 'http.foreignSite',
    });
    expect((await send({ ...cookie, origin: 'https://evil.example' })).statusCode).toBe(403);
    expect((await send({ ...cookie, 'sec-fetch-site': 'same-origin' })).statusCode).toBe(201);
    expect((await send({ 'sec-fetch-site': 'cross-site' })).statusCode).toBe(201);
  });
});

describe('the description', () => {
  it('is OpenAPI 3.1 with every route', async () => {
    const api = (await at.app.inject('/api/openapi.json')).json<{
      openapi: string;
      paths: Record<string, Record<string, { operationId: string }>>;
    }>();
    expect(api.openapi).toBe('3.1.1');
    expect(api.paths['/api/notes']?.['post']?.operationId).toBe('notes.create');
    expect(JSON.stringify(api)).toContain('idempotency-key');
    expect(JSON.stringify(api)).toContain('#/components/schemas/Problem');
  });
});
