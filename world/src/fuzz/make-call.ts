import type { Route } from '@gezhi/contract/route';
import fc from 'fast-check';
import { valuesOf } from './from-schema.ts';
import { hostileTexts, hostileValue, spoil } from './hostile.ts';
import type { Pool } from './pool.ts';

/** One call as it goes over the wire. */
export interface Call {
  readonly method: string;
  /** Path and query, already encoded (or wrongly so). */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
}

/** What of a call is spoiled; most calls are sound or have one wrong part. */
type Wrong = 'nothing' | 'params' | 'query' | 'body' | 'raw' | 'type' | 'headers';

const kinds = fc.oneof(
  { weight: 8, arbitrary: fc.constant<Wrong>('nothing') },
  { weight: 6, arbitrary: fc.constant<Wrong>('body') },
  { weight: 3, arbitrary: fc.constant<Wrong>('query') },
  { weight: 2, arbitrary: fc.constantFrom<Wrong>('params', 'raw', 'type', 'headers') },
);

const headerText = (text: string): string =>
  // What a header may not hold at all, the client would refuse to send; all of them must fit into 16 KB.
  Buffer.from(text.slice(0, 600), 'utf8')
    .toString('latin1')
    .replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, '?');

/** Also for text that is half a character. */
const encoded = (text: string): string => encodeURIComponent(text.toWellFormed());

/** Any value as the text that stands in an address. */
const plain = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

/** The query as browsers send it: lists as the name again. */
function queryText(query: unknown): string {
  if (typeof query !== 'object' || query === null) return query === undefined ? '' : encoded(plain(query));
  return Object.entries(query as Record<string, unknown>)
    .flatMap(([name, value]) => {
      const all: readonly unknown[] = Array.isArray(value) ? value.slice(0, 50) : [value];
      return all.map((one) => `${encoded(name)}=${encoded(plain(one))}`);
    })
    .join('&')
    .slice(0, 6_000);
}

const rawQueries = [
  '%',
  '%zz=1',
  'a[b]=c&a[b]=d',
  '=&=&',
  'limit=1&limit=2',
  'cursor=%00',
  'format=csv&format=json',
  'q=%F0%9F',
  'cursor=AAAA',
  '__proto__=1',
  'constructor[prototype]=1',
];
const rawBodies = [
  '',
  '{',
  '"',
  'null',
  '[]',
  '{"a":1}{"b":2}',
  '{"__proto__":{"a":1}}',
  '\uFEFF{}',
  '['.repeat(50_000),
  `{"a":${'9'.repeat(5_000)}}`,
  '{"type":"accept","type":"reject"}',
].map((text) => Buffer.from(text));
const brokenBodies = [
  ...rawBodies,
  Buffer.from([0xff, 0xfe, 0x7b, 0x7d]),
  Buffer.from('{"description":"\xff\xfe"}', 'latin1'),
];
const types = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  'application/json; charset=utf-16',
  'application/octet-stream',
  'application/offset+octet-stream',
  'text/csv',
  'application/jsön',
  '',
  ';;;',
];

/** What the sheets' upload takes instead of JSON. */
const sheets = [
  '',
  '\n\n\n',
  '姓名,区域\r\n甲,450802001013\r\n',
  'PK\u0003\u0004garbage',
  '"',
  '\u0000\u0000',
  'a,b\n"1,2\n3',
].map((text) => Buffer.from(text));

const strange = fc.constantFrom(...hostileTexts).map(headerText);

function headersFor(route: Route, pool: Pool): fc.Arbitrary<Record<string, string>> {
  const key = fc.oneof(
    { weight: 4, arbitrary: fc.uuid() },
    { weight: 1, arbitrary: fc.constantFrom('fuzz-key-0001', 'fuzz-key-0002') },
    { weight: 1, arbitrary: strange },
  );
  const match = fc.oneof(
    { weight: 5, arbitrary: fc.constant('*') },
    { weight: 2, arbitrary: fc.nat(9).map((version) => `"${version}"`) },
    { weight: 1, arbitrary: fc.nat().map((at) => `"${pool.pick('version', at) ?? '1'}"`) },
    { weight: 1, arbitrary: fc.oneof(strange, fc.constantFrom('W/"1"', '"', '""', '"1", "2"', 'W/', '"1')) },
  );
  return fc.record(
    {
      ...(route.idempotent === true ? { 'idempotency-key': key } : {}),
      ...(route.ifMatch === true ? { 'if-match': match } : {}),
      'accept-language': fc.constantFrom('zh-CN', 'en', 'en-GB,en;q=0.5', '*', ';;,,'),
    },
    { requiredKeys: route.ifMatch === true ? ['if-match'] : [], noNullPrototype: true },
  );
}

const strangeHeaders = fc.record(
  {
    accept: fc.oneof(fc.constantFrom('text/csv', 'text/html', '*/*', 'text/event-stream'), strange),
    'last-event-id': fc.oneof(fc.constantFrom('0', '-1', '99999999999999999999', 'NaN'), strange),
    'if-none-match': strange,
    'idempotency-key': strange,
    'x-resident-token': strange,
    'x-forwarded-for': fc.oneof(fc.constantFrom('1.2.3.4, , ,', '::::::', '127.0.0.1'), strange),
    'accept-encoding': fc.constantFrom('br;q=0', 'gzip;q=abc', 'identity;q=0,*;q=0'),
    range: fc.constantFrom('bytes=0-0', 'bytes=-1', 'bytes=9-1', 'items=1'),
    cookie: fc.oneof(strange, fc.constantFrom('better-auth.session_token=a.b', 'a=%', '=', ';;;')),
    'content-encoding': fc.constantFrom('gzip', 'identity'),
  },
  { requiredKeys: [], noNullPrototype: true },
);

/** Makes calls of a route: sound ones, and ones with one part spoiled. */
export function callsOf(route: Route, pool: Pool): fc.Arbitrary<Call> {
  const none = fc.constant<unknown>(undefined);
  const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  const [address = ''] = /^[^:]*[^:/]/.exec(route.path) ?? [];
  const params = route.params === undefined ? none : valuesOf(route.params, pool);
  const parts = fc.record({
    wrong: kinds,
    params,
    fromPool: fc.tuple(fc.nat(9), fc.nat()),
    query: route.query === undefined ? none : valuesOf(route.query, pool),
    body: route.body === undefined ? none : valuesOf(route.body, pool),
    headers: headersFor(route, pool),
    more: strangeHeaders,
    at: fc.nat(),
    hostile: hostileValue,
    file: fc.constantFrom(...sheets),
  });

  return parts.map(({ wrong, params: given, fromPool, query, body, headers, more, at, hostile, file }) => {
    const [turn, index] = fromPool;
    const path = names.reduce((text, name) => {
      const learnt = name === 'id' && turn < 8 ? pool.pick(address, index) : undefined;
      const own = (given as Record<string, unknown> | undefined)?.[name];
      const value = wrong === 'params' ? hostile : (learnt ?? own ?? 'x');
      return text.replace(`:${name}`, encoded(plain(value)).slice(0, 3_000));
    }, route.path);
    const asked = wrong === 'query' ? spoil(query ?? {}, at, hostile) : query;
    const search = wrong === 'query' && at % 4 === 0 ? (rawQueries[at % rawQueries.length] ?? '') : queryText(asked);
    const sent = wrong === 'body' ? spoil(body, at, hostile) : body;
    const json = JSON.stringify(sent);
    let bytes = route.body === undefined || json === undefined ? undefined : Buffer.from(json);
    let type = bytes === undefined ? undefined : 'application/json';
    if (route.name === 'sheets.upload' && wrong !== 'type') [bytes, type] = [file, 'application/octet-stream'];
    if (wrong === 'raw') [bytes, type] = [brokenBodies[at % brokenBodies.length], 'application/json'];
    if (wrong === 'type') type = types[at % types.length];
    return {
      method: route.method,
      target: search === '' ? path : `${path}?${search}`,
      headers: {
        ...headers,
        ...(wrong === 'headers' && more),
        ...(type !== undefined && bytes !== undefined && { 'content-type': headerText(type) }),
      },
      body: route.method === 'GET' ? undefined : bytes,
    };
  });
}
