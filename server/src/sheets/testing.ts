import { type Actor, defaultRoles } from '@gezhi/domain/access/index';
import { defaultAreaKinds, defaultCodeScheme } from '@gezhi/domain/places/index';
import type { Database } from '../database/index.ts';
import { openTestDatabase, type TestDatabase } from '../database/testing.ts';
import { openApp } from '../http/app.ts';
import { newId } from '../new-id.ts';
import { dutySheet, organisationSheet, personSheet, postSheet } from '../people/index.ts';
import { areaSheet, openPlaces, zoneSheet } from '../places/index.ts';
import { actorHeader, testConfig, testDeps } from '../testing.ts';
import { registerSheets } from './index.ts';

export const county = '450802';
export const street = '450802001';
export const community = '450802001013';
export const otherStreet = '450802002';

type StaffActor = Extract<Actor, { kind: 'staff' }>;

function actor(role: string, area: string): StaffActor {
  const permissions = defaultRoles.find((one) => one.id === role)?.permissions ?? [];
  return { kind: 'staff', county, person: newId(), name: role, posts: [{ id: newId(), role, permissions, area }] };
}

/** Who asks in the tests of sheets. */
export const actors = {
  administrator: actor('administrator', county),
  streetAdministrator: actor('administrator', street),
  otherAdministrator: actor('administrator', otherStreet),
  clerk: actor('community-clerk', community),
  assessor: actor('assessor', county),
};
export type Name = keyof typeof actors | 'nobody';

/** The areas that the tests begin with. */
const areas: readonly (readonly [code: string, kind: string, name: string])[] = [
  [county, 'county', '港北区'],
  [street, 'street', '贵城街道'],
  [otherStreet, 'street', '港城街道'],
  [community, 'community', '荷城社区'],
  [`${community}001`, 'grid', '第一网格'],
  [`${community}002`, 'grid', '第二网格'],
];

async function addAreas(db: Database): Promise<void> {
  await db.transaction({ county, system: true }, async (trx) => {
    await trx.insertInto('places_version').values({ county, version: 1 }).execute();
    for (const [code, kind, name] of areas) {
      const parent = areas.map(([other]) => other).findLast((other) => other !== code && code.startsWith(other));
      await trx
        .insertInto('area')
        .values({
          county,
          code,
          kind,
          name,
          parent: parent ?? null,
          households: null,
          population: null,
          valid_from: '2026-01-01T00:00:00Z',
          retired_at: null,
          succeeded_by: [],
          version: 1,
          changed: 1,
        })
        .execute();
    }
  });
}

/** A run as the API shows it, as far as tests look. */
export interface ShownRun {
  readonly id: string;
  readonly state: string;
  readonly progress: { readonly rows: number; readonly percent: number };
  readonly counts: Readonly<Record<'rows' | 'wrong' | 'added' | 'changed' | 'unchanged', number>>;
  readonly faults: readonly {
    readonly line: number;
    readonly cell?: string;
    readonly code: string;
    readonly message: string;
  }[];
  readonly preview: Readonly<
    Record<
      'added' | 'changed' | 'unchanged',
      readonly { readonly line: number; readonly cells: Record<string, string>; readonly was: Record<string, string> }[]
    >
  >;
  readonly unknown: readonly string[];
  readonly marked: boolean;
  readonly problem?: { readonly code: string; readonly message: string };
  readonly code?: string;
}

/** A server with sheets over a database of its own, at Friday 2026-11-20 09:00. */
export async function openSheets<Given extends Database = TestDatabase>(given?: Given) {
  const db = (given ?? (await openTestDatabase())) as Given;
  await addAreas(db);
  const deps = await testDeps(db, actors, testConfig());
  await deps.clock.set(Date.parse('2026-11-20T09:00:00+08:00'), false);
  const places = await openPlaces(deps);
  const app = await openApp(deps);
  const changed = { rights: () => undefined, names: () => undefined };
  const isArea = (code: string) => places.find(code)?.retiredAt === undefined && places.find(code) !== undefined;
  const people = { ...deps, changed, isArea, areaName: (code: string) => places.find(code)?.name };
  const areaRulesOf = () => Promise.resolve({ scheme: defaultCodeScheme, kinds: defaultAreaKinds });
  const work = await registerSheets(
    app,
    {
      ...deps,
      staffOf: (_county, person) => Promise.resolve(Object.values(actors).find((each) => each.person === person)),
    },
    [
      areaSheet({ places, areaRulesOf }),
      zoneSheet(),
      organisationSheet(people),
      personSheet(people),
      postSheet(people),
      dutySheet(people),
    ],
  );
  await app.ready();
  await deps.jobs.start(false);

  async function send(
    name: Name,
    method: 'GET' | 'POST',
    url: string,
    payload?: Buffer | object,
    headers: Record<string, string> = {},
  ) {
    const type = Buffer.isBuffer(payload) ? { 'content-type': 'application/octet-stream' } : {};
    const answer = await app.inject({
      method,
      url,
      ...(payload && { payload }),
      headers: { [actorHeader]: name, ...type, ...headers },
    });
    const json = answer.body.startsWith('{') ? answer.json<ShownRun>() : undefined;
    return { status: answer.statusCode, bytes: answer.rawPayload, headers: answer.headers, run: json as ShownRun };
  }

  const look = async (id: string, name: Name = 'administrator') =>
    (await send(name, 'GET', `/api/sheet-runs/${id}`)).run;

  return {
    db,
    deps,
    app,
    places,
    work,
    send,
    look,
    /** Sends a file and waits until it is checked. */
    check: async (kind: string, file: Buffer, name: Name = 'administrator', fileName = 'sheet.xlsx') => {
      const sent = await send(name, 'POST', `/api/sheets/${kind}/runs?name=${encodeURIComponent(fileName)}`, file);
      if (sent.status !== 202) return sent.run;
      await deps.jobs.drain();
      return look(sent.run.id, name);
    },
    /** Has a checked file written. */
    apply: async (id: string, rows: 'all' | 'good' = 'all', name: Name = 'administrator') => {
      const asked = await send(name, 'POST', `/api/sheet-runs/${id}/apply`, { rows });
      if (asked.status !== 202) return asked.run;
      await deps.jobs.drain();
      return look(id, name);
    },
    download: async (url: string, name: Name = 'administrator') => (await send(name, 'GET', url)).bytes,
    close: async () => {
      await app.close();
      await places.stop();
      await deps.jobs.stop();
      await deps.live.stop();
      await deps.clock.stop();
      await db.close();
    },
  };
}
