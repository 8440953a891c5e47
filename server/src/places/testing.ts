import { type Actor, defaultRoles } from '@gezhi/domain/access/index';
import { defaultAreaKinds, defaultCodeScheme } from '@gezhi/domain/places/index';
import { expect } from 'vitest';
import { openTestDatabase } from '../database/testing.ts';
import { openApp } from '../http/app.ts';
import { newId } from '../new-id.ts';
import { actorHeader, testConfig, testDeps } from '../testing.ts';
import type { Chief } from './deps.ts';
import { openPlaces, registerPlaces } from './index.ts';
import drawn from './small-place.json' with { type: 'json' };

export const county = '450802';
export const street = '450802001';
export const community = '450802001013';

function actor(role: string, area: string): Actor {
  const permissions = defaultRoles.find((one) => one.id === role)?.permissions ?? [];
  return {
    kind: 'staff',
    county: area.slice(0, 6),
    person: newId(),
    name: role,
    posts: [{ id: newId(), role, permissions, area }],
  };
}

/** Who asks in the tests of places. */
export const actors = {
  administrator: actor('administrator', county),
  streetAdministrator: actor('administrator', street),
  clerk: actor('community-clerk', community),
  farAdministrator: actor('administrator', '211282'),
};
export type Name = keyof typeof actors | 'nobody';

export type Body = Readonly<Record<string, unknown>> & { readonly rows: readonly Readonly<Record<string, unknown>>[] };

const millidegree = 0.001;

/** A box near the middle of 港北区, in thousandths of a degree from 109.59, 23.11. */
export function box(west: number, south: number, east: number, north: number) {
  const corner = (i: number, j: number) => [109.59 + i * millidegree, 23.11 + j * millidegree];
  const ring = [
    corner(west, south),
    corner(east, south),
    corner(east, north),
    corner(west, north),
    corner(west, south),
  ];
  return { type: 'Polygon' as const, coordinates: [ring] };
}

export function feature(code: string, kind: string, name: string, geometry: ReturnType<typeof box> | null) {
  return { type: 'Feature' as const, properties: { code, kind, name }, geometry };
}

/** County, street, community with two general grids and one exclusive grid that fill it. */
export const smallPlace = drawn.map(({ code, kind, name, box: [west = 0, south = 0, east = 0, north = 0] }) =>
  feature(code, kind, name, box(west, south, east, north)),
);

/** A server with the routes of places over a database of its own, its clock standing at Friday 2026-11-20 09:00. */
export async function openPlacesServer() {
  const db = await openTestDatabase();
  const deps = await testDeps(db, actors, testConfig({ PUBLIC_URL: 'https://gezhi.example', DEFAULT_COUNTY: county }));
  const setClock = (text: string) => deps.clock.set(Date.parse(text), false);
  await setClock('2026-11-20T09:00:00+08:00');
  const places = await openPlaces(deps);
  const chiefs = new Map<string, Chief>();
  const served = {
    ...deps,
    places,
    areaRulesOf: () => Promise.resolve({ scheme: defaultCodeScheme, kinds: defaultAreaKinds }),
    chiefOf: (_trx: unknown, _county: string, area: string) => Promise.resolve(chiefs.get(area)),
  };
  const app = await openApp(deps);
  registerPlaces(app, served);
  await app.ready();

  async function call(
    name: Name,
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    payload?: object,
    headers: object = {},
  ) {
    const sent = { [actorHeader]: name, ...headers };
    const answer = await app.inject({ method, url, ...(payload && { payload }), headers: sent });
    const isJson = answer.body.startsWith('{');
    return {
      status: answer.statusCode,
      body: isJson ? answer.json<Body>() : ({ rows: [] } as Body),
      text: answer.body,
      headers: answer.headers,
      etag: String(answer.headers['etag']),
    };
  }

  return {
    db,
    deps: served,
    app,
    places,
    chiefs,
    setClock,
    call,
    /** Creates something as the administrator. */
    create: async (url: string, payload: object) => {
      const answer = await call('administrator', 'POST', url, payload);
      expect(answer.status, answer.text).toBeLessThan(300);
      return answer.body;
    },
    /** Brings features in as the administrator. */
    load: async (features: readonly object[] = smallPlace, more: object = {}) => {
      const payload = { crs: 'WGS84', validFrom: '2026-01-01T00:00:00+08:00', features, ...more };
      const answer = await call('administrator', 'POST', '/api/areas/import', payload);
      expect(answer).toMatchObject({ status: 200 });
      return answer.body;
    },
    locate: async (i: number, j: number) => {
      const url = `/api/places/locate?lon=${109.59 + i * millidegree}&lat=${23.11 + j * millidegree}`;
      const { body } = await call('nobody', 'GET', url);
      return (body['chain'] as { code: string }[]).at(-1)?.code;
    },
    close: async () => {
      await app.close();
      await places.stop();
      await deps.live.stop();
      await deps.clock.stop();
      await db.close();
    },
  };
}
