import type { Actor, LivePost } from '@gezhi/domain/access/index';
import { defaultRoles } from '@gezhi/domain/access/index';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config/index.ts';
import { openApp } from '../http/app.ts';
import type { TestDatabase } from '../database/testing.ts';
import { openDirectories } from '../people/index.ts';
import { seedRules } from '../rules/index.ts';
import { actorHeader, testConfig, testDeps } from '../testing.ts';
import { countyRules, countyRulesIn } from './county-rules.ts';
import type { CaseDeps, PlaceFinder } from './deps.ts';
import { gauges } from './gauges.ts';
import { registerCases } from './index.ts';
import { scanClocks } from './scan-clocks.ts';

export const county = '450802';
export const community = '450802001013';
const street = '450802001';
export const grid = '450802001013001';

const names: Record<string, string> = {
  [county]: '港北区',
  [street]: '贵城街道',
  [community]: '荷城社区',
  [grid]: '第一网格',
};
const kinds: Record<number, string> = { 6: 'county', 9: 'street', 12: 'community', 15: 'grid' };

/** A county of one street, one community and one grid: a square of about a kilometre, the grid its western half. */
export const places: PlaceFinder = {
  locate: ([longitude, latitude]) => {
    if (longitude < 109.59 || longitude > 109.6 || latitude < 23.1 || latitude > 23.11) return undefined;
    const chain = [county, street, community, ...(longitude < 109.595 ? [grid] : [])];
    return { county, chain, smallest: chain.at(-1) ?? county };
  },
  area: (code) => (names[code] === undefined ? undefined : { code, name: names[code], kind: kinds[code.length] ?? '' }),
  chain: (code) => [county, street, community, grid].filter((one) => code.startsWith(one)),
  desks: () => [
    { area: county, level: 'county' },
    { area: street, level: 'street' },
    { area: community, level: 'community' },
  ],
  served: () => [{ code: county, name: names[county] ?? '', kind: 'county' }],
  landmark: () => Promise.resolve(undefined),
};

/** Id of somebody of the test county, from the name. */
const personId = (name: string): string =>
  `01900000-0000-7000-8000-${Buffer.from(name.slice(0, 6)).toString('hex').padStart(12, '0')}`;

const at = (person: string, role: string, where: Pick<LivePost, 'area' | 'org'>): Actor => ({
  kind: 'staff',
  county,
  person: personId(person),
  name: person,
  posts: [
    {
      id: personId(person),
      role,
      permissions: defaultRoles.find((one) => one.id === role)?.permissions ?? [],
      ...where,
    },
  ],
});

/** Organisations of the test county. */
export const orgs = {
  lighting: '01900000-0000-7000-8000-000000000001',
  police: '01900000-0000-7000-8000-000000000002',
};

/** Staff of the test county by name. */
export const staff = {
  jia: at('jia', 'community-clerk', { area: community }),
  yi: at('yi', 'community-clerk', { area: community }),
  ding: at('ding', 'small-grid-chief', { area: grid }),
  worker: at('worker', 'grid-worker', { area: grid }),
  street: at('street', 'dispatcher', { area: street }),
  county: at('county', 'commander', { area: county }),
  admin: at('admin', 'administrator', { area: county }),
  lighting: at('lighting', 'department-clerk', { org: orgs.lighting }),
  police: at('police', 'police-officer', { org: orgs.police }),
  neighbour: at('neighbour', 'community-clerk', { area: '450802001014' }),
};
export type StaffName = keyof typeof staff;

const fridayMorning = Date.parse('2026-11-20T09:10+08:00');

/** A server of cases over a test database, its clock standing still on Friday 2026-11-20 09:10. */
export async function openCases(
  db: TestDatabase,
  more: (app: FastifyInstance, deps: CaseDeps) => Promise<void> = () => Promise.resolve(),
  config: Config = testConfig(),
) {
  const base = await testDeps(db, staff, config);
  await base.clock.set(fridayMorning, false);
  const directories = await openDirectories(db);
  const told: unknown[] = [];
  const deps: CaseDeps = {
    ...base,
    gauges: gauges(),
    places,
    directory: (of) => directories.of(of),
    rules: (of, when) => countyRules(db, of, when),
    rulesIn: countyRulesIn,
    tell: (_trx, news) => {
      told.push(news);
      return Promise.resolve();
    },
  };
  await db.transaction({ county, system: true }, async (trx) => {
    await seedRules(trx, county, Date.parse('2020-01-01T00:00:00Z'));
    for (const [name, id] of Object.entries(orgs)) {
      await trx
        .insertInto('organisation')
        .values({
          county,
          id,
          code: null,
          kind: 'department',
          name: name === 'police' ? '派出所' : '城管局',
          initials: name.slice(0, 3),
          parent: null,
          area: county,
          duty_phone: null,
          version: 1,
          created_at: '2026-01-01T00:00:00Z',
          retired_at: null,
        })
        .execute();
    }
    for (const name of Object.keys(staff)) {
      await trx
        .insertInto('person')
        .values({
          county,
          id: personId(name),
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
  const app = await openApp(base);
  registerCases(app, deps);
  await more(app, deps);
  await app.ready();

  /** Sends a request as somebody, or as nobody. */
  const call = (
    who: StaffName | undefined,
    method: 'GET' | 'POST',
    url: string,
    payload?: object,
    headers: Record<string, string> = {},
  ) =>
    app.inject({
      method,
      url,
      ...(payload && { payload }),
      headers: { ...(who && { [actorHeader]: who }), ...headers },
    });

  return {
    app,
    deps,
    close: async () => {
      await app.close();
      await Promise.all([base.live.stop(), base.jobs.stop(), base.clock.stop(), directories.close()]);
    },
    told,
    call,
    /** Sets the clock, local time, and lets due clocks fire. */
    setTime: async (local: string) => {
      await base.clock.set(Date.parse(`${local}+08:00`), false);
      await scanClocks(deps);
    },
    /** Reports at a point, as a resident unless somebody else is named. */
    report: async (fields: object = {}, who?: StaffName) => {
      const body = { description: '路灯不亮', category: '01020401', place: { point: [109.592, 23.105] }, ...fields };
      const answer = await call(who, 'POST', '/api/cases', body);
      if (answer.statusCode !== 201) throw new Error(answer.body);
      return answer.json<{ id: string; number: string; followCode: string; state: string }>();
    },
    /** Gives a command on the version now; the answer is the case view or a problem. */
    command: async (who: StaffName, id: string, command: object) =>
      call(who, 'POST', `/api/cases/${id}/commands`, command, { 'if-match': '*' }),
  };
}
