import { XMLParser } from 'fast-xml-parser';
import { beforeAll, describe, expect, test } from 'vitest';
import { county, openCases } from '../../cases/testing.ts';
import { openTestDatabase } from '../../database/testing.ts';
import { openForEach, openOnce } from '../../testing.ts';
import { sentenceOf } from './errors.ts';
import { registerOpen311 } from './routes.ts';

const db = openOnce(openTestDatabase);
const settings: { demo?: boolean } = {};
const server = openForEach(async () => {
  await db.clear();
  return openCases(db, (app, deps) => registerOpen311(app, { ...deps, config: { ...deps.config, ...settings } }));
});

const get = (path: string) => server.app.inject({ method: 'GET', url: `/open311/v2/${path}` });
const post = (fields: Record<string, string>, format = 'json', endpoint = 'v2') =>
  server.app.inject({
    method: 'POST',
    url: `/open311/${endpoint}/requests.${format}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });
const lamp = {
  service_code: '01020401',
  lat: '23.105',
  long: '109.592',
  description: '路灯不亮',
  jurisdiction_id: county,
};
const xml = (text: string): Record<string, never> => new XMLParser().parse(text);

describe('discovery', () => {
  test('names both endpoints with both formats, in types without charset', async () => {
    const json = await get('discovery.json');
    expect(json.headers['content-type']).toBe('application/json');
    expect(json.json().endpoints.map((one: { type: string; formats: string[] }) => [one.type, one.formats])).toEqual([
      ['production', ['text/xml', 'application/json']],
      ['test', ['text/xml', 'application/json']],
    ]);
    const inXml = await get('discovery.xml');
    expect(inXml.headers['content-type']).toBe('text/xml');
    expect(xml(inXml.body)).toMatchObject({
      discovery: { endpoints: { endpoint: [{ formats: { format: ['text/xml', 'application/json'] } }, {}] } },
    });
  });
});

describe('services', () => {
  test('are a plain array, and elements in XML with charset', async () => {
    const services = (await get('services.json')).json();
    expect(services[0]).toMatchObject({
      service_code: '01020401',
      service_name: '路灯不亮',
      metadata: true,
      type: 'realtime',
    });
    const inXml = await get('services.xml');
    expect(inXml.headers['content-type']).toBe('text/xml; charset=utf-8');
    expect(xml(inXml.body)).toMatchObject({
      services: { service: expect.arrayContaining([expect.objectContaining({ service_name: '路灯不亮' })]) },
    });
  });
  test('have a definition; an unknown one is 404', async () => {
    expect((await get('services/01020401.json')).json()).toMatchObject({
      service_code: '01020401',
      attributes: [{ code: 'where_exactly', required: false }],
    });
    const unknown = await get('services/99.json');
    expect([unknown.statusCode, unknown.json()]).toEqual([404, [{ code: 404, description: expect.any(String) }]]);
    expect((await get('services.json?jurisdiction_id=999999')).statusCode).toBe(404);
  });
});

describe('requests', () => {
  test('a posted report is filed once, listed and read back without the words of the reporter', async () => {
    const made = await post({ ...lamp, phone: '13800138000', email: 'a@example.org' });
    expect(made.statusCode, made.body).toBe(201);
    const [{ service_request_id: id }] = made.json();
    const one = (await get(`requests/${id}.json`)).json();
    expect(one).toEqual([
      expect.objectContaining({
        service_request_id: id,
        status: 'open',
        service_code: '01020401',
        requested_datetime: '2026-11-20T01:10:00Z',
        description: '',
      }),
    ]);
    expect(JSON.stringify(one)).not.toMatch(/13800138000|路灯不亮三/);
    expect((await get(`tokens/${id}.json`)).json()).toEqual([{ service_request_id: id, token: id }]);
    expect((await get(`requests/${id}.xml`)).body).toContain(`<service_request_id>${id}</service_request_id>`);
  });

  test('an empty jurisdiction and a naive date are taken', async () => {
    await post({ ...lamp, jurisdiction_id: '' });
    const listed = async (query: string) => (await get(`requests.json?jurisdiction_id=&${query}`)).json().length;
    expect(await listed('start_date=2026-11-20T09:00:00&end_date=2026-11-20T09:30:00')).toBe(1);
    expect(await listed('start_date=2026-11-20T09:30:00')).toBe(0);
    expect(await listed('status=closed')).toBe(0);
    expect(await listed('service_code=01020401,04020301&status=open')).toBe(1);
  });

  test.each([
    ['no service code', { service_code: '' }, 400],
    ['no place', { lat: '', long: '' }, 400],
    ['half a place', { lat: '' }, 400],
    ['a place that is none', { lat: 'north' }, 400],
    ['a place not served', { lat: '39.9', long: '116.4' }, 400],
    ['too many words', { description: '灯'.repeat(4001) }, 400],
    ['an unknown service', { service_code: '99' }, 404],
  ])('%s is refused as a list, and nothing is filed', async (_name, more, status) => {
    const answer = await post({ ...lamp, ...more });
    expect([answer.statusCode, answer.json()]).toEqual([
      status,
      expect.arrayContaining([{ code: status, description: expect.any(String) }]),
    ]);
    expect((await get('requests.json')).json()).toEqual([]);
    const inXml = await post({ ...lamp, ...more }, 'xml');
    expect(xml(inXml.body)).toMatchObject({ errors: { error: { code: status } } });
  });

  test('4,000 characters are not too many', async () => {
    expect((await post({ ...lamp, description: '灯'.repeat(4000) })).statusCode).toBe(201);
  });

  test('bad filters are 400, an unknown id is 404', async () => {
    for (const query of ['status=lost', 'start_date=yesterday', 'page=0'])
      expect((await get(`requests.json?${query}`)).statusCode).toBe(400);
    expect((await get('requests/20260101-000000.json')).statusCode).toBe(404);
    expect((await get('tokens/nothing.json')).statusCode).toBe(404);
  });

  test('XML lists have their elements, empty ones too', async () => {
    expect((await get('requests.xml')).body).toContain('<service_requests');
    await post(lamp);
    await post({ ...lamp, lat: '23.106' });
    expect(xml((await get('requests.xml')).body)).toMatchObject({
      service_requests: { request: [{ status: 'open' }, { status: 'open' }] },
    });
  });
});

describe('what is not there, and what is not taken', () => {
  test.each(['servicerequestupdates', 'nothing', 'services/01020401/more'])(
    '%s is unknown in its format',
    async (path) => {
      const json = await get(`${path}.json`);
      expect([json.statusCode, json.headers['content-type'], json.json()]).toEqual([
        404,
        'application/json; charset=utf-8',
        [{ code: 404, description: expect.any(String) }],
      ]);
      const inXml = await get(`${path}.xml`);
      expect([inXml.statusCode, inXml.headers['content-type']]).toEqual([404, 'text/xml; charset=utf-8']);
      expect(xml(inXml.body)).toMatchObject({ errors: { error: { code: 404 } } });
    },
  );

  test('a method that is not offered is unknown too', async () => {
    const answer = await server.app.inject({ method: 'PUT', url: '/open311/v2/requests.json' });
    expect([answer.statusCode, answer.json()]).toEqual([404, [{ code: 404, description: expect.any(String) }]]);
  });

  test('a form with files is told which form is taken', async () => {
    const answer = await server.app.inject({
      method: 'POST',
      url: '/open311/v2/requests.json',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      payload: '--x--',
    });
    expect([answer.statusCode, answer.json()]).toEqual([
      415,
      [{ code: 415, description: expect.stringContaining('application/x-www-form-urlencoded') }],
    ]);
  });
});

test('each failure says what it was', () => {
  expect(sentenceOf(429)).toMatch(/too many/);
  expect(sentenceOf(413)).toMatch(/too large/);
  expect(sentenceOf(400)).toMatch(/cannot be read/);
  expect(sentenceOf(500)).toMatch(/failed/);
});

describe.each([
  [true, 1],
  [false, 0],
])('with the demonstration %s', (demo, filed) => {
  beforeAll(() => {
    settings.demo = demo;
  });
  test(`the test endpoint checks as the other does, and files ${filed}`, async () => {
    expect((await post({ ...lamp, service_code: '' }, 'json', 'test/v2')).statusCode).toBe(400);
    const taken = await post(lamp, 'json', 'test/v2');
    expect([taken.statusCode, taken.json()[0].service_request_id !== '']).toEqual([201, demo]);
    expect((await get('requests.json')).json()).toHaveLength(filed);
    await post(lamp);
    expect((await get('requests.json')).json()).toHaveLength(filed + 1);
  });
});
