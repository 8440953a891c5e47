import type { Route } from '@gezhi/contract/route';
import { defaultRoles, may } from '@gezhi/domain/access/index';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { county, openCases, staff, type StaffName } from './cases/testing.ts';
import { openTestDatabase, type TestDatabase } from './database/testing.ts';
import { openApp } from './http/app.ts';
import { registerNouns } from './nouns.ts';
import { openNouns } from './open-nouns.ts';
import { actorHeader, testDeps } from './testing.ts';

/** Every route of the running program × everybody who may come: generated, so that no route is without a row. */
let db: TestDatabase;
let app: FastifyInstance;
let close: () => Promise<void>;
const routes: Route[] = [];
const open: { readonly method: string; readonly url: string }[] = [];

const isStaff = (name: string): name is StaffName => Object.hasOwn(staff, name);
const people = [undefined, ...Object.keys(staff).filter(isStaff)];

beforeAll(async () => {
  db = await openTestDatabase();
  // Seeds the county with its rules, bodies and people.
  const seeded = await openCases(db);
  await seeded.close();
  const base = await testDeps(db, staff);
  const nouns = await openNouns({ ...base, close: () => Promise.resolve() });
  app = await openApp(base);
  app.addHook('onRoute', ({ config, method, url }) => {
    const route = config?.route;
    const methods = [method].flat().filter((one) => one !== 'HEAD' && one !== 'OPTIONS');
    if (route) routes.push(route);
    else for (const one of methods) open.push({ method: one, url });
  });
  const stop = await registerNouns(app, base, nouns);
  await app.ready();
  close = async () => {
    await app.close();
    await stop();
    await nouns.close();
    await Promise.all([base.live.stop(), base.jobs.stop(), base.clock.stop()]);
    await db.close();
  };
});
afterAll(() => close());

const anId = '01900000-0000-7000-8000-00000000abcd';

/** An address with something that could be meant in each place of its path. */
const addressOf = (route: Route): string =>
  route.path
    .replaceAll(':id', anId)
    .replaceAll(':code', route.access === 'followCode' ? '0000000000000' : county)
    .replaceAll(/:\w+/g, '1');

const ask = (route: Route, who: StaffName | undefined) =>
  app.inject({
    method: route.method,
    url: addressOf(route),
    headers: { ...(who && { [actorHeader]: who }), 'if-match': '*' },
    ...(route.body && { payload: {} }),
  });

describe('the authorisation table', () => {
  test('holds every route of the program', () => {
    expect(routes.length).toBeGreaterThan(90);
    expect(new Set(routes.map((route) => route.name)).size).toBe(routes.length);
  });

  test('every cell: nobody without a session, nobody without the right, and never a failure of ours', async () => {
    const wrong: string[] = [];
    for (const route of routes) {
      // A stream does not end; who is signed in is asked of the session itself, which a test actor has not.
      if (route.name === 'live.stream' || route.name === 'access.whoAmI') continue;
      for (const who of people) {
        const { statusCode } = await ask(route, who);
        const actor = who && staff[who];
        const cell = `${route.name} as ${who ?? 'nobody'}: ${statusCode}`;
        if (statusCode >= 500) wrong.push(cell);
        if (route.access === 'public' || route.access === 'followCode') continue;
        if (actor === undefined && statusCode !== 401) wrong.push(cell);
        if (actor !== undefined && statusCode === 401) wrong.push(cell);
        const lacks = actor !== undefined && typeof route.access === 'object' && !may(actor, route.access.permission);
        if (lacks && statusCode !== 403) wrong.push(cell);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('what stands outside the table is pages, pictures, uploads, Open311 and the program’s own pulse, and nothing else', () => {
    const known =
      /^\/(healthz|readyz|metrics|open311\/|files\/|api\/uploads|api\/openapi\.json|api\/auth|r$|r\/|f$|f\/|map|phone|me-too\/|look$|kept\/:id$|sign-in|sign-out|forgot|invite|reset|setup|$|\*$)/;
    expect(open.filter(({ url }) => !known.test(url)).map(({ method, url }) => `${method} ${url}`)).toEqual([]);
  });

  test('every right is some role’s, and no role has a right that no route or rule asks for by name', () => {
    const given = new Set(defaultRoles.flatMap((role) => role.permissions));
    const asked = routes.flatMap((route) => (typeof route.access === 'object' ? [route.access.permission] : []));
    expect(asked.filter((permission) => !given.has(permission))).toEqual([]);
  });
});
