import type { DemoServer } from './demo-server.ts';

/** One page as somebody sees it. */
export interface Shown {
  readonly face: 'resident' | 'field' | 'desk';
  /** Names its picture. */
  readonly name: string;
  readonly path: string;
  /** Who looks; nobody is signed in where it is absent. */
  readonly as?: string;
  /** Something that is there once the page has what it shows. */
  readonly ready: string;
  /** On the other kind of screen: a desktop where the face is for phones first, a phone for the desk. */
  readonly other?: boolean;
  readonly large?: boolean;
}

const grid = '450802001013001';
const map = '[data-ready="true"]';
const rail = '.rail a';

/** A report to look at, and its follow code. */
async function reported(server: DemoServer): Promise<string> {
  const answer = await fetch(`${server.url}/api/cases`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify({
      category: '01020401',
      description: '3 栋门口的路灯坏了一个星期，晚上看不清台阶',
      place: { area: grid },
    }),
  });
  return ((await answer.json()) as { followCode: string }).followCode;
}

/** A matter that is under way, as the grid worker's own list has it. */
async function workOf(server: DemoServer, username: string): Promise<string> {
  const headers = { origin: server.url, 'content-type': 'application/json' };
  const body = JSON.stringify({ username, password: server.password(username) });
  const signedIn = await fetch(`${server.url}/api/session`, { method: 'POST', headers, body });
  const cookie = signedIn.headers.getSetCookie().map((one) => one.split(';')[0]);
  const answer = await fetch(`${server.url}/api/cases?open=true&mine=true&sort=due&limit=1`, {
    headers: { cookie: cookie.join('; ') },
  });
  const { rows } = (await answer.json()) as { rows: { id: string }[] };
  const [first] = rows;
  if (first === undefined) throw new Error(`the demonstration has no work for ${username}`);
  return first.id;
}

/** Every page of every face. */
export async function everyPage(server: DemoServer): Promise<readonly Shown[]> {
  const code = await reported(server);
  const [work, order] = [await workOf(server, 'worker'), await workOf(server, 'chengguan')];
  const resident = (name: string, path: string, more: Partial<Shown> = {}): Shown => ({
    face: 'resident',
    name,
    path,
    ready: 'main h1',
    ...more,
  });
  const field = (name: string, path: string, ready = 'main', as = 'worker'): Shown => ({
    face: 'field',
    name,
    path: `/field${path}`,
    ready,
    as,
  });
  const desk = (name: string, path: string, ready = rail, as = 'county'): Shown => ({
    face: 'desk',
    name,
    path: `/desk${path}`,
    ready,
    as,
  });
  const residents = [
    resident('home', '/'),
    resident('report', '/r'),
    resident('report-label', `/r/${grid}`),
    resident('report-wide', '/r', { other: true }),
    resident('complaint', '/r?complaint=1'),
    resident('follow-ask', '/f'),
    resident('receipt', `/f/${code}/sent`),
    resident('follow', `/f/${code}`),
    resident('public-map', '/map'),
    resident('phone', '/phone'),
    resident('sign-in', '/sign-in', { ready: 'form' }),
    resident('forgotten', '/forgot', { ready: 'form' }),
    resident('no-such-page', '/nowhere'),
  ];
  const inLargeText = residents
    .filter(({ other }) => other !== true)
    .map((shown) => ({ ...shown, name: `${shown.name}-large`, large: true }));
  return [
    ...residents,
    ...inLargeText,
    { face: 'field', name: 'sign-in', path: '/field', ready: 'form' },
    field('today', '', '.work-row'),
    field('map', '/map', map),
    field('report', '/report', 'textarea'),
    field('people', '/people', '.person-chip'),
    field('me', '/me', '.me-ways'),
    field('queue', '/queue'),
    field('unread', '/unread'),
    field('password', '/password', 'input'),
    field('case', `/cases/${work}`, '.commands button'),
    field('case-finish', `/cases/${order}?act=finish`, 'form', 'chengguan'),
    desk('start', '', map),
    desk('cases', '/cases', map),
    { ...desk('cases-phone', '/cases'), other: true },
    desk('case', `/cases?id=${order}`, map, 'chengguan'),
    desk('hotline', '/hotline', rail, 'jia'),
    desk('supervision', '/supervision'),
    desk('duty', '/duty', rail, 'street'),
    desk('people', '/people'),
    desk('organisations', '/people?tab=organisations'),
    desk('staffing', '/people?tab=staffing'),
    desk('accounts', '/people?tab=accounts', rail, 'admin'),
    desk('places', '/places', map),
    desk('registers', '/registers', rail, 'jia'),
    desk('figures', '/figures'),
    desk('faults', '/faults', rail, 'admin'),
    desk('rules', '/rules', rail, 'admin'),
    desk('sheets', '/sheets', rail, 'jia'),
    desk('unread', '/unread', rail, 'jia'),
    desk('outbox', '/outbox', rail, 'street'),
    desk('account', '/account'),
  ];
}
