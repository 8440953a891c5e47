import { type Actor, defaultRoles } from '@gezhi/domain/access/index';
import { expect } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../database/testing.ts';
import { openApp } from '../http/app.ts';
import { newId } from '../new-id.ts';
import { addOrganisation, addPerson, addPost } from '../people/index.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import { actorHeader, testDeps } from '../testing.ts';
import { registerRegisters } from './index.ts';

export const county = '450802';
export const community = '450802001013';
export const grid = `${community}001`;
export const microgrid = `${grid}001`;
export const otherMicrogrid = `${grid}002`;
export const otherCommunity = '450802001014';

function actor(role: string, area: string): Actor & { readonly person: string } {
  const permissions = defaultRoles.find((one) => one.id === role)?.permissions ?? [];
  return { kind: 'staff', county, person: newId(), name: role, posts: [{ id: newId(), role, permissions, area }] };
}

/** Who asks in the tests of registers. */
export const actors = {
  administrator: actor('administrator', county),
  clerk: actor('community-clerk', community),
  otherClerk: actor('community-clerk', otherCommunity),
  worker: actor('grid-worker', grid),
  otherWorker: actor('grid-worker', `${otherCommunity}001`),
  microChief: actor('micro-grid-chief', microgrid),
  dispatcher: actor('dispatcher', county),
};
export type Name = keyof typeof actors | 'nobody';

export interface Body extends Record<string, unknown> {
  readonly rows: readonly Record<string, unknown>[];
  readonly next?: string;
}

/** A server with people and registers over a database of its own, at Friday 2026-11-20 09:00. */
export async function openRegisters() {
  const db: TestDatabase = await openTestDatabase();
  const deps = await testDeps(db, actors);
  const setClock = (text: string) => deps.clock.set(Date.parse(text), false);
  const app = await openApp(deps);
  const isArea = (code: string) => code.startsWith(county);
  const namesOf = (code: string) =>
    [6, 9, 12, 15, 18]
      .filter((length) => length <= code.length)
      .map((length) => code.slice(0, length))
      .map((one) => ({ code: one, name: `区域${one.length}` }));
  registerRegisters(app, { ...deps, isArea, namesOf });
  await app.ready();
  await setClock('2026-11-20T09:00:00+08:00');

  async function call(
    name: Name,
    method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    url: string,
    payload?: object,
    headers: object = {},
  ) {
    const sent = { [actorHeader]: name, ...headers };
    const answer = await app.inject({ method, url, ...(payload && { payload }), headers: sent });
    return {
      status: answer.statusCode,
      text: answer.body,
      body: answer.body.startsWith('{') ? answer.json<Body>() : ({ rows: [] } as Body),
      etag: String(answer.headers['etag']),
      headers: answer.headers,
    };
  }

  async function made(url: string, payload: object, name: Name = 'clerk') {
    const answer = await call(name, 'POST', url, payload);
    expect(answer).toMatchObject({ status: 201 });
    return answer.body as unknown as { readonly id: string };
  }

  const changed = { rights: () => undefined, names: () => undefined };
  type Adding = Parameters<typeof db.transaction<{ readonly id: string } | Refusal>>[1];
  async function added(work: Adding): Promise<{ readonly id: string }> {
    const row = await db.transaction({ county, system: true }, work);
    if (isRefusal(row)) throw new Error(row.code);
    return { id: row.id };
  }

  // Whoever acts is a person of the county: bookings and visits name them.
  await db.transaction({ county, system: true }, async (trx) => {
    for (const [name, { person }] of Object.entries(actors)) {
      await trx
        .insertInto('person')
        .values({
          county,
          id: person,
          name,
          initials: name,
          area: county,
          subject: null,
          version: 1,
          created_at: '2026-01-01T00:00:00Z',
          retired_at: null,
        })
        .execute();
    }
  });

  return {
    db,
    deps,
    setClock,
    call,
    made,
    organisation: (name: string, area = county) =>
      added((trx) => addOrganisation(trx, { changed }, county, { kind: 'unit', name, area }, deps.clock.now())),
    person: (name: string, area = county) =>
      added((trx) => addPerson(trx, { ...deps, changed }, county, { name, area }, deps.clock.now())),
    post: (person: string, role: string, area: string, to?: string) =>
      added((trx) =>
        addPost(
          trx,
          { changed },
          { county, input: { person, role, area, to, time: 'part' }, by: null, now: deps.clock.now() },
        ),
      ),
    household: (address: string, area = microgrid, more: object = {}) =>
      made('/api/households', { area, address, ...more }),
    entry: (kind: string, more: object, name: Name = 'clerk') =>
      made('/api/registers', { kind, area: community, fields: {}, ...more }, name),
    close: async () => {
      await app.close();
      await deps.live.stop();
      await deps.clock.stop();
      await db.close();
    },
  };
}
