import type { Program } from './program.ts';

/** Something of a county that a route can be asked about, by the address it is under: `/api/cases` → its id. */
export type Things = Readonly<Record<string, string>>;

/** Where things are: an area with a square around it. */
export interface Ground {
  readonly county: string;
  readonly street: string;
  readonly community: string;
  /** West and south edge of a square of a hundredth of a degree. */
  readonly corner: readonly [number, number];
}

function square([west, south]: readonly [number, number], side: number) {
  const [east, north] = [west + side, south + side];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}

/** Makes the areas of a ground. `admin` names an actor who may. */
export async function makeAreas(program: Program, admin: string, grounds: readonly Ground[]): Promise<void> {
  const seen = new Map<string, object>();
  for (const { county, street, community, corner } of grounds) {
    const [west, south] = corner;
    const feature = (code: string, kind: string, geometry: object | null) => ({
      type: 'Feature',
      properties: { code, kind, name: `地方${code}` },
      geometry,
    });
    if (!seen.has(county)) seen.set(county, feature(county, 'county', null));
    seen.set(street, feature(street, 'street', null));
    seen.set(community, feature(community, 'community', square([west, south], 0.01)));
  }
  const body = { crs: 'WGS84', validFrom: '2020-01-01T00:00:00+08:00', features: [...seen.values()] };
  await make(program, admin, '/api/areas/import', body);
}

async function make(program: Program, who: string | undefined, url: string, body: object): Promise<string> {
  const { status, text } = await program.ask(who, 'POST', url, body);
  if (status >= 300) throw new Error(`${url}: ${status} ${text}`);
  return (JSON.parse(text) as { id?: string }).id ?? '';
}

/** Makes one of everything in a community that a route names by its id, through the API. */
export async function makeThings(program: Program, admin: string, clerk: string, ground: Ground): Promise<Things> {
  const { community: area, corner } = ground;
  const point = [corner[0] + 0.004, corner[1] + 0.004];
  const from = '2026-11-20T10:00:00+08:00';
  const to = '2026-11-27T10:00:00+08:00';
  const as = (who: string) => (url: string, body: object) => make(program, who, url, body);
  const [administer, keep] = [as(admin), as(clerk)];

  const organisation = await administer('/api/organisations', { kind: 'department', name: `某局${area}`, area });
  const person = await administer('/api/people', { name: `某人${area}`, area, phone: '13800138000' });
  const post = await administer('/api/posts', { person, role: 'grid-worker', area });
  await administer('/api/posts', { person, role: 'anchor-household-head', area });
  const member = await administer(`/api/organisations/${organisation}/members`, {
    memberPerson: person,
    duty: 'member',
  });
  const leave = await administer('/api/leaves', { person, to });
  const duty = await administer('/api/duty', { area, person, from, to: '2026-11-20T20:00:00+08:00' });
  const zone = await administer('/api/zones', { purpose: 'patrol', name: `片区${area}`, areas: [area] });
  await administer('/api/landmarks/import', { landmarks: [{ kind: 'building', name: `楼${area}`, area, point }] });
  const landmarks = await program.ask(admin, 'GET', `/api/landmarks?area=${area}`);
  const landmark = (JSON.parse(landmarks.text) as { rows?: { id: string }[] }).rows?.[0]?.id ?? '';
  await administer('/api/accounts', { person, username: `user.${area}` });
  const accounts = await program.ask(admin, 'GET', '/api/accounts');
  const account = (JSON.parse(accounts.text) as { rows: { id: string; username: string }[] }).rows.find(
    ({ username }) => username === `user.${area}`,
  );
  const household = await keep('/api/households', { area, address: `某路${area}号` });
  const group = await keep('/api/groups', { name: `群${area}`, platform: '微信', area, covers: [area] });
  const place = await keep('/api/service-places', { kind: 'serviceCentre', name: `站${area}`, area });
  const rooms = await program.ask(clerk, 'POST', `/api/service-places/${place}/rooms`, { name: '一号室' });
  const room = (JSON.parse(rooms.text) as { rooms: { id: string }[] }).rooms[0]?.id ?? '';
  const booking = await keep('/api/bookings', { room, title: '议事', from, to: '2026-11-20T11:00:00+08:00' });
  const care = await keep('/api/care', {
    kind: 'livingAlone',
    area,
    name: `老人${area}`,
    basis: 'consent',
    basisNote: '档案',
    purpose: '探访',
    expires: to,
  });
  const register = await keep('/api/registers', {
    kind: 'anchorHousehold',
    area,
    household,
    person,
    fields: { name: '中心户' },
  });
  const report = await program.ask(undefined, 'POST', '/api/cases', {
    description: `路灯不亮${area}`,
    category: '01020401',
    place: { point },
    contact: { name: '某人', phone: '13800138002' },
  });
  const filed = JSON.parse(report.text) as { id: string; followCode: string };
  const view = await keep('/api/saved-views', { name: `看${area}`, state: {} });

  return {
    '/api/organisations': organisation,
    '/api/people': person,
    '/api/posts': post,
    '/api/members': member,
    '/api/leaves': leave,
    '/api/duty': duty,
    '/api/zones': zone,
    '/api/landmarks': landmark,
    '/api/accounts': account?.id ?? '',
    '/api/households': household,
    '/api/groups': group,
    '/api/service-places': place,
    '/api/service-rooms': room,
    '/api/bookings': booking,
    '/api/care': care,
    '/api/registers': register,
    '/api/anchor-households': register,
    '/api/cases': filed.id,
    '/api/follow': filed.followCode,
    '/api/saved-views': view,
    '/api/areas': area,
  };
}
