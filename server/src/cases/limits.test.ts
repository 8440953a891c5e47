import { randomBytes } from 'node:crypto';
import { followCodeBytes, followCodeFrom } from '@gezhi/domain/cases/index';
import { defaultSettings } from '@gezhi/domain/rules/index';
import { expect, test } from 'vitest';
import { openTestDatabase } from '../database/testing.ts';
import { openForEach, openOnce, testConfig } from '../testing.ts';
import { openCases, type StaffName } from './testing.ts';

const db = openOnce(openTestDatabase);
const server = openForEach(async () => {
  await db.clear();
  // The general limit is out of the way: what is tried here are the county's own.
  return openCases(db, undefined, testConfig({ RATE_LIMIT: '1000' }));
});

const outside = '203.0.113.9';
const report = { description: '路灯不亮', category: '01020401', place: { point: [109.592, 23.105] } };

/** Sends a request from a network address. */
async function from(remoteAddress: string, method: 'GET' | 'POST', url: string, payload?: object, who?: StaffName) {
  const headers = who === undefined ? {} : { 'x-test-actor': who };
  const answer = await server.app.inject({ method, url, remoteAddress, headers, ...(payload && { payload }) });
  return { status: answer.statusCode, ...answer.json() };
}

test('one address files so many reports without a verified phone, others and staff go on', async () => {
  const { times } = defaultSettings.flood.perAddress;
  const file = (ip: string, who?: StaffName) =>
    from(ip, 'POST', '/api/cases', { ...report, ...(who && { channel: 'hotline' }) }, who);
  for (let n = 0; n < times; n += 1) expect((await file(outside)).status).toBe(201);
  expect(await file(outside)).toMatchObject({ status: 429, code: 'case.address.tooMany' });
  expect((await file('198.51.100.7')).status).toBe(201);
  expect((await file(outside, 'jia')).status).toBe(201);
  expect((await server.call('county', 'GET', '/api/cases')).json().total).toBe(times + 2);
}, 60_000);

test('an address that tried many wrong follow codes opens nothing for a while, not even with a right one', async () => {
  const { times } = defaultSettings.wrongCodes;
  const wrong = Array.from({ length: times }, () => followCodeFrom(randomBytes(followCodeBytes)));
  const { followCode } = await server.report({});
  const open = (ip: string, code: string) => from(ip, 'GET', `/api/follow/${code}`);
  // Malformed ones are slips of the finger and open nothing anyway.
  for (let n = 0; n < times; n += 1) expect((await open(outside, 'AAAA')).status).toBe(422);
  expect((await open(outside, followCode)).status).toBe(200);
  for (const code of wrong) expect((await open(outside, code)).status).toBe(404);
  expect(await open(outside, followCode)).toMatchObject({ status: 429, code: 'case.followCode.tooMany' });
  expect((await open('198.51.100.7', followCode)).status).toBe(200);
});

test('devices that one address makes up count as so many people at most', async () => {
  const { id } = await server.report({});
  const { times } = defaultSettings.flood.perAddress;
  const said = (ip: string, n: number) =>
    from(ip, 'POST', `/api/cases/${id}/support`, { device: `device-${1000 + n}` });
  for (let n = 0; n < times; n += 1) expect((await said(outside, n)).counted).toBe(true);
  expect(await said(outside, times)).toMatchObject({ counted: false, supporters: times });
  expect(await said('198.51.100.7', times + 1)).toMatchObject({ counted: true, supporters: times + 1 });
});
