import { type Actor, defaultRoles } from '@gezhi/domain/access/index';
import type { TestDatabase } from '../database/testing.ts';
import { openApp } from '../http/app.ts';
import { newId } from '../new-id.ts';
import { registerNouns } from '../nouns.ts';
import { openNouns } from '../open-nouns.ts';
import { seedRules } from '../rules/index.ts';
import { actorHeader, testConfig, testDeps } from '../testing.ts';

const county = '450802';
const community = '450802001013';
export const grid = '450802001013001';
/** A point in the grid, and one about 50 m further. */
export const point = [109.592, 23.105] as const;
export const pointBeside = [109.5925, 23.105] as const;

function at(role: string, area: string): Actor {
  const permissions = defaultRoles.find((one) => one.id === role)?.permissions ?? [];
  return { kind: 'staff', county, person: newId(), name: role, posts: [{ id: newId(), role, permissions, area }] };
}

const staff = {
  admin: at('administrator', county),
  clerk: at('community-clerk', community),
  street: at('dispatcher', '450802001'),
  checker: at('small-grid-chief', grid),
};

const square = (west: number, south: number, east: number, north: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
});
const area = (code: string, kind: string, name: string, geometry: object) => ({
  type: 'Feature',
  properties: { code, kind, name },
  geometry,
});
const places = [
  area(county, 'county', '港北区', square(109.5, 23, 109.7, 23.2)),
  area('450802001', 'street', '贵城街道', square(109.55, 23.05, 109.65, 23.15)),
  area(community, 'community', '荷城社区', square(109.59, 23.1, 109.6, 23.11)),
  area(grid, 'grid', '荷塘苑网格', square(109.59, 23.1, 109.595, 23.11)),
];
const landmarks = [
  { kind: 'building', name: '荷塘苑3栋', point: [...point] },
  { kind: 'road', name: '荷塘巷', point: [...pointBeside] },
];

const tablesOfCases = [
  'case_file',
  'case_event',
  'case_clock',
  'work_order',
  'case_word',
  'case_follow',
  'case_support',
  'public_case',
  'supervision_order',
  'idempotency',
  'outbox',
];
const fridayMorning = Date.parse('2026-11-20T09:10+08:00');

/** The whole server with one community, its clock standing on Friday 2026-11-20 09:10. */
export async function openResidents(db: TestDatabase) {
  const base = await testDeps(db, staff, testConfig({ DEFAULT_COUNTY: county, PUBLIC_URL: 'https://gezhi.example' }));
  await base.clock.set(fridayMorning, false);
  await db.transaction({ county, system: true }, (trx) => seedRules(trx, county, Date.parse('2020-01-01T00:00:00Z')));
  const nouns = await openNouns({ ...base, close: () => Promise.resolve() });
  const app = await openApp(base);
  const stop = await registerNouns(app, base, nouns);
  await base.jobs.start(false);
  await app.ready();

  const staffCall = async (who: keyof typeof staff, method: 'GET' | 'POST', url: string, payload?: object) => {
    const headers = { [actorHeader]: who, 'if-match': '*' };
    const answer = await app.inject({ method, url, ...(payload && { payload }), headers });
    if (answer.statusCode >= 300) throw new Error(answer.body);
    return answer.json<Record<string, unknown>>();
  };
  await staffCall('admin', 'POST', '/api/areas/import', {
    crs: 'WGS84',
    validFrom: '2026-01-01T00:00:00+08:00',
    features: places,
  });
  await staffCall('admin', 'POST', '/api/landmarks/import', { landmarks });

  return {
    app,
    deps: base,
    staffCall,
    get: (url: string, headers: Record<string, string> = {}) => app.inject({ method: 'GET', url, headers }),
    /** Sends a form as a browser without a script does, files included. */
    post: async (
      url: string,
      fields: readonly (readonly [string, string | File])[],
      headers: Record<string, string> = {},
    ) => {
      const form = new FormData();
      for (const [name, value] of fields) form.append(name, value);
      const sent = new Response(form);
      const type = sent.headers.get('content-type') ?? '';
      const payload = Buffer.from(await sent.arrayBuffer());
      return app.inject({ method: 'POST', url, payload, headers: { 'content-type': type, ...headers } });
    },
    /** Forgets every case and sets the clock back; places, staff and rules stay. */
    forgetCases: async () => {
      await db.asOwner((owner) => owner.query(`truncate ${tablesOfCases.join(', ')}`));
      await base.clock.set(fridayMorning, false);
    },
    close: async () => {
      await app.close();
      await stop();
      await nouns.close();
      await Promise.all([base.live.stop(), base.jobs.stop(), base.clock.stop()]);
    },
  };
}

/** What the inputs of a page hold that a browser would send unseen or ticked. */
export function inputsIn(page: string): [string, string][] {
  return [...page.matchAll(/<input [^>]*>/g)].flatMap(([input]): [string, string][] => {
    const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1];
    const [name, type] = [attribute('name'), attribute('type')];
    const sent = type === 'hidden' || ((type === 'radio' || type === 'checkbox') && / checked/.test(input));
    return sent && name !== undefined ? [[name, plain(attribute('value') ?? '')]] : [];
  });
}

const plain = (text: string): string => text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');

/** What a page says is wrong with its form: shown where a test expected it to be taken. */
export const mistakesIn = (page: string): string =>
  [...page.matchAll(/<p class="mistake"[^>]*>([^<]*)/g), ...page.matchAll(/<div class="alert".*?<\/div>/g)]
    .map(([all, text]) => text ?? all)
    .join(' | ');
