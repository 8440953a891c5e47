import { type Actor, defaultRoles } from '@gezhi/domain/access/index';
import { expect } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../database/testing.ts';
import { openApp } from '../http/app.ts';
import { newId } from '../new-id.ts';
import { actorHeader, testDeps } from '../testing.ts';
import { type OpenWork, registerPeople } from './index.ts';
import type { BoardArea } from './staffing-board.ts';

export const county = '450802';
export const street = '450802001';
export const community = '450802001013';
export const otherStreet = '450802002';

function actor(role: string, area: string): Actor & { readonly person: string } {
  const permissions = defaultRoles.find((one) => one.id === role)?.permissions ?? [];
  return {
    kind: 'staff',
    county,
    person: newId(),
    name: role,
    posts: [{ id: newId(), role, permissions, area }],
  };
}

/** Who asks in the tests of people. */
export const actors = {
  administrator: actor('administrator', county),
  streetAdministrator: actor('administrator', street),
  otherAdministrator: actor('administrator', otherStreet),
  clerk: actor('community-clerk', community),
  worker: actor('grid-worker', `${community}001`),
  dispatcher: actor('dispatcher', county),
};
export type Name = keyof typeof actors | 'nobody';

export interface Body extends Record<string, unknown> {
  readonly rows: readonly Record<string, unknown>[];
  readonly next?: string;
}

/** Nobody owes any work: for tests that are not about cases. */
export const noOpenWork: OpenWork = {
  owedBy: () => Promise.resolve([]),
  assignedTo: () => Promise.resolve([]),
  toVerify: () => Promise.resolve([]),
  prepare: () => Promise.resolve(() => Promise.resolve(undefined)),
};

/** Areas of the test county: a few of each kind. */
const areas = new Map(
  [
    [county, 'county'],
    [street, 'street'],
    [community, 'community'],
    [`${community}001`, 'grid'],
    [`${community}002`, 'grid'],
    [otherStreet, 'street'],
  ].map(([code = '', kind = '']) => [code, { code, kind, name: code, validFrom: 0 }]),
);

/** A server with the routes of people over a database of its own, at Friday 2026-11-20 09:00. */
export async function openPeople(
  given: { readonly openWork?: OpenWork; readonly areasOf?: () => ReadonlyMap<string, BoardArea> } = {},
) {
  const db: TestDatabase = await openTestDatabase();
  const rightsTold: string[] = [];
  const deps = await testDeps(db, actors);
  const setClock = (text: string) => deps.clock.set(Date.parse(text), false);
  const app = await openApp(deps);
  registerPeople(app, {
    ...deps,
    isArea: (code) => code.startsWith(county),
    areasOf: given.areasOf ?? (() => areas),
    openWork: given.openWork ?? noOpenWork,
    changed: { rights: (_county, person) => rightsTold.push(person), names: () => undefined },
  });
  await app.ready();
  await setClock('2026-11-20T09:00:00+08:00');

  async function call(
    name: Name,
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    payload?: object,
    headers: object = {},
  ) {
    const sent = { [actorHeader]: name, ...headers };
    const answer = await app.inject({ method, url, ...(payload && { payload }), headers: sent });
    return {
      status: answer.statusCode,
      body: answer.body.startsWith('{') ? answer.json<Body>() : ({ rows: [], text: answer.body } as Body),
      etag: String(answer.headers['etag']),
    };
  }

  async function made(url: string, payload: object, name: Name = 'administrator') {
    const answer = await call(name, 'POST', url, payload);
    expect(answer).toMatchObject({ status: 201 });
    return answer.body as unknown as { id: string };
  }

  return {
    db,
    deps,
    rightsTold,
    setClock,
    call,
    made,
    organisation: (name: string, area = county, more: object = {}) =>
      made('/api/organisations', { kind: 'department', name, area, ...more }),
    person: (name: string, area = county, more: object = {}) => made('/api/people', { name, area, ...more }),
    close: async () => {
      await app.close();
      await deps.live.stop();
      await deps.clock.stop();
      await db.close();
    },
  };
}
