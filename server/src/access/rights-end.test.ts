import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApp } from '../http/app.ts';
import { registerLive } from '../live/index.ts';
import { registerPeople } from '../people/index.ts';
import { noOpenWork } from '../people/testing.ts';
import { openAccess } from './index.ts';
import { community, county, openServer, type Server, street } from './testing.ts';

/** Two servers with memories of their own over one database, and a third at which people sign in and administer. */
let server: Server;
const closing: (() => Promise<void>)[] = [];
const ports: number[] = [];

async function another(): Promise<void> {
  const access = await openAccess(server.deps);
  const deps = { ...server.deps, identify: access.identify };
  const app: FastifyInstance = await openApp(deps);
  const { changed } = access;
  registerPeople(app, { ...deps, changed, isArea: () => true, areasOf: () => new Map(), openWork: noOpenWork });
  registerLive(app, deps);
  await app.listen({ port: 0, host: '127.0.0.1' });
  ports.push((app.server.address() as AddressInfo).port);
  closing.push(async () => {
    await app.close();
    await access.close();
  });
}

beforeAll(async () => {
  server = await openServer({ DEMO: '1' });
  await another();
  await another();
});
afterAll(async () => {
  for (const close of closing) await close();
  await server.close();
});

const asked = (port: number, cookie: string, path: string) =>
  fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie } });

/** Opens the live stream; answers a promise of its end and whether it has ended. */
async function stream(port: number, cookie: string): Promise<{ ended: () => boolean }> {
  let over = false;
  await new Promise<void>((open, fail) => {
    get({ port, host: '127.0.0.1', path: '/api/live', headers: { cookie } }, (answer) => {
      answer.on('data', () => undefined).on('end', () => (over = true));
      open();
    }).on('error', fail);
  });
  return { ended: () => over };
}

/** How long until something holds, in milliseconds; more than two seconds is too long for anything here. */
async function millisecondsUntil(holds: () => Promise<boolean> | boolean): Promise<number> {
  const since = performance.now();
  while (!(await holds())) {
    if (performance.now() - since > 2_000) return Infinity;
    await wait(10);
  }
  return performance.now() - since;
}

async function setting() {
  const administrator = await server.staff('administrator', county);
  const clerk = await server.staff('community-clerk', community);
  const mine = await administrator.get(`/api/posts?person=${clerk.person}`);
  const [post] = mine.body['rows'] as { id: string }[];
  return { administrator, clerk, cookie: clerk.cookie(), post: post?.id ?? '' };
}

const statuses = async (cookie: string, path = '/api/people') =>
  Promise.all(ports.map(async (port) => (await asked(port, cookie, path)).status));

describe('ending a post in open sessions', () => {
  it('takes the rights on every server, and closes the open streams, within a second', async () => {
    const { administrator, cookie, post } = await setting();
    expect(await statuses(cookie)).toEqual([200, 200]);
    const streams = await Promise.all(ports.map((port) => stream(port, cookie)));
    await wait(50);
    expect(streams.map(({ ended }) => ended())).toEqual([false, false]);
    expect(await administrator.post(`/api/posts/${post}/end`, { reason: '调离' })).toMatchObject({ status: 200 });
    const rights = await millisecondsUntil(async () => (await statuses(cookie)).every((status) => status === 403));
    const live = await millisecondsUntil(() => streams.every(({ ended }) => ended()));
    expect(rights).toBeLessThan(1_000);
    expect(live).toBeLessThan(1_000);
  });

  it('takes them when the post ends by itself, without anybody telling', async () => {
    const { administrator, clerk, cookie, post } = await setting();
    await server.deps.clock.set(server.deps.clock.now(), true);
    const ends = server.deps.clock.now() + 700;
    const at = new Date(ends).toISOString();
    expect(await administrator.post(`/api/posts/${post}/end`, { reason: '到期', at })).toMatchObject({ status: 200 });
    // What was told closed the streams once; a reader comes back and gets the stream of what is left.
    await wait(60);
    const streams = await Promise.all(ports.map((port) => stream(port, cookie)));
    expect(await statuses(cookie)).toEqual([200, 200]);
    await wait(Math.max(0, ends - server.deps.clock.now()));
    expect(await millisecondsUntil(async () => (await statuses(cookie)).every((one) => one === 403))).toBeLessThan(
      1_000,
    );
    expect(await millisecondsUntil(() => streams.every(({ ended }) => ended()))).toBeLessThan(1_000);
    expect((await clerk.get('/api/session')).body['posts']).toEqual([]);
    await server.deps.clock.set(server.deps.clock.now(), false);
  });
});

describe('acting for somebody on leave', () => {
  it('gives the deputy the rights for the days, recorded, and they end by themselves on every server', async () => {
    const { administrator, clerk } = await setting();
    const worker = await server.staff('village-elder', street);
    const cookie = worker.cookie();
    expect(await statuses(cookie)).toEqual([403, 403]);
    const to = new Date(server.deps.clock.now() + 86_400_000).toISOString();
    const leave = await administrator.post('/api/leaves', { person: clerk.person, deputy: worker.person, to });
    expect(leave).toMatchObject({ status: 201, body: { acting: 1, standing: 'now' } });
    expect(await millisecondsUntil(async () => (await statuses(cookie)).every((one) => one === 200))).toBeLessThan(
      1_000,
    );
    const acting = await administrator.get(`/api/posts?person=${worker.person}`);
    expect((acting.body['rows'] as { actingFor?: string }[]).filter((row) => row.actingFor !== undefined)).toHaveLength(
      1,
    );
    const streams = await Promise.all(ports.map((port) => stream(port, cookie)));
    const now = server.deps.clock.now();
    await server.deps.clock.set(Date.parse(to), false);
    expect(await millisecondsUntil(async () => (await statuses(cookie)).every((one) => one === 403))).toBeLessThan(
      1_000,
    );
    expect(await millisecondsUntil(() => streams.every(({ ended }) => ended()))).toBeLessThan(1_000);
    await server.deps.clock.set(now, false);
  });

  it('ends for the deputy when the post itself ends, and when the leave is taken back', async () => {
    const { administrator, clerk, post } = await setting();
    const worker = await server.staff('village-elder', street);
    const to = new Date(server.deps.clock.now() + 86_400_000).toISOString();
    const leave = await administrator.post('/api/leaves', { person: clerk.person, deputy: worker.person, to });
    expect(await millisecondsUntil(async () => (await statuses(worker.cookie()))[0] === 200)).toBeLessThan(1_000);
    await administrator.post(`/api/leaves/${String(leave.body['id'])}/end`);
    expect(await millisecondsUntil(async () => (await statuses(worker.cookie()))[1] === 403)).toBeLessThan(1_000);
    await administrator.post('/api/leaves', { person: clerk.person, deputy: worker.person, to });
    expect(await millisecondsUntil(async () => (await statuses(worker.cookie()))[0] === 200)).toBeLessThan(1_000);
    await administrator.post(`/api/posts/${post}/end`, { reason: '调离' });
    expect(await millisecondsUntil(async () => (await statuses(worker.cookie()))[1] === 403)).toBeLessThan(1_000);
  });
});
