import { everyRoute } from '@gezhi/contract/routes';
import type { Route } from '@gezhi/contract/route';
import { type Actor, defaultRoles, may, type Role } from '@gezhi/domain/access/index';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leastBody } from './least-body.ts';
import { openProgram, type Program } from './program.ts';
import { type Ground, makeAreas, makeThings, type Things } from './testing.ts';

/** Every route × every kind of rights × own area, another area of the county, another county: asked about what is ours. */
const own: Ground = { county: '450802', street: '450802001', community: '450802001013', corner: [109.59, 23.1] };
const elsewhere: Ground = { county: '450802', street: '450802002', community: '450802002001', corner: [109.7, 23.1] };
const abroad: Ground = { county: '450502', street: '450502001', community: '450502001001', corner: [109.1, 21.4] };
const grounds = { own, elsewhere, abroad } as const;
type Where = keyof typeof grounds;
const wheres: readonly Where[] = ['own', 'elsewhere', 'abroad'];

/** Roles with the same rights are asked for once. */
const classes = [...Map.groupBy(defaultRoles, ({ permissions }) => permissions.toSorted().join()).values()].flatMap(
  ([first]) => first ?? [],
);

function staffOf({ id: role, permissions }: Role, { county }: Ground, area: string, person: string): Actor {
  return { kind: 'staff', county, person, name: role, posts: [{ id: person, role, permissions, area }] };
}

const actors: Record<string, Actor> = {};
const nameOf = (role: Role, where: Where) => `${role.id} ${where}`;

let program: Program;
let things: Things;
let count = 0;

beforeAll(async () => {
  program = await openProgram(actors, [own.county, abroad.county]);
  const everything = [...new Set(defaultRoles.flatMap(({ permissions }) => permissions))];
  const almighty: Role = {
    id: 'administrator',
    name: { zh: '', en: '' },
    permissions: everything,
    secondFactor: false,
  };
  for (const ground of [own, abroad]) {
    actors[`admin ${ground.county}`] = staffOf(almighty, ground, ground.county, '01900000-0000-7000-8000-000000000001');
  }
  await makeAreas(program, `admin ${own.county}`, [own, elsewhere]);
  await makeAreas(program, `admin ${abroad.county}`, [abroad]);
  for (const [where, ground] of Object.entries(grounds)) {
    const admin = `admin ${ground.county}`;
    for (const role of classes) {
      const made = await program.ask(admin, 'POST', '/api/people', { name: role.name.zh, area: ground.community });
      const { id } = JSON.parse(made.text) as { id: string };
      actors[nameOf(role, where as Where)] = staffOf(role, ground, ground.community, id);
    }
  }
  // Those who keep what is made: whoever has all rights in the community itself.
  const keeper = await program.ask(`admin ${own.county}`, 'POST', '/api/people', { name: '保管', area: own.community });
  actors['keeper'] = staffOf(almighty, own, own.community, (JSON.parse(keeper.text) as { id: string }).id);
  things = await makeThings(program, `admin ${own.county}`, 'keeper', own);
}, 600_000);
afterAll(() => program.close());

/** The address about something of ours, and whether it names one. */
function addressOf(route: Route): { readonly url: string; readonly names: boolean } {
  const [noun = ''] = /^[^:]*[^:/]/.exec(route.path) ?? [];
  const thing = things[noun];
  const named = /:(id|code)\b/.test(route.path) && thing !== undefined;
  const url = route.path
    .replace(/:(id|code)\b/, () => thing ?? '01900000-0000-7000-8000-00000000abcd')
    .replace(':size', '480')
    .replace(':kind', route.path.startsWith('/api/sheets') ? 'people' : 'roles')
    .replaceAll(/:\w+/g, '1');
  const query = /locate|nearby/.test(route.path) ? '?lon=109.594&lat=23.104' : `?area=${own.community}&limit=200`;
  return { url: route.method === 'GET' && route.access !== 'followCode' ? `${url}${query}` : url, names: named };
}

const square = {
  type: 'Polygon',
  coordinates: [
    [
      [109.59, 23.1],
      [109.6, 23.1],
      [109.6, 23.11],
      [109.59, 23.1],
    ],
  ],
};

/** A body about what is ours. */
function bodyOf(route: Route): unknown {
  if (route.body === undefined) return undefined;
  if (route.name === 'cases.command') return { type: 'accept' };
  return leastBody(route.body, {
    area: own.community,
    areas: own.community,
    covers: own.community,
    parent: own.community,
    household: things['/api/households'],
    person: things['/api/people'],
    memberPerson: things['/api/people'],
    org: things['/api/organisations'],
    into: things['/api/organisations'],
    room: things['/api/service-rooms'],
    ids: things['/api/cases'],
    add: things['/api/households'],
    kind: route.path === '/api/registers' ? 'anchorHousehold' : 'building',
    code: 'newKind',
    phone: '13800138001',
    username: 'user.name',
    point: [109.594, 23.104],
    geometry: square,
    role: 'grid-worker',
    now: '2026-11-20T09:10:00+08:00',
    from: '2026-11-20T12:00:00+08:00',
    to: '2026-11-20T13:00:00+08:00',
  });
}

/** A stream does not end; who is signed in, its password and its second factor are asked of a session, which a test actor has not. */
const ofSessions = /^(live\.stream|access\.(whoAmI|changePassword|enrol|confirmEnrolment|secondFactor|signOut))$/;
const asked = everyRoute.filter(({ name }) => !ofSessions.test(name));

interface Cell {
  readonly route: Route;
  readonly role: Role;
  readonly where: Where;
  readonly status: number;
  readonly text: string;
}

async function ask(route: Route, role: Role, where: Where): Promise<Cell> {
  count += 1;
  const { status, text } = await program.ask(nameOf(role, where), route.method, addressOf(route).url, bodyOf(route));
  return { route, role, where, status, text };
}

const say = ({ route, role, where, status }: Cell) => `${route.name} as ${role.id} ${where}: ${status}`;
const lacks = ({ route, role, where }: Cell) => {
  const actor = actors[nameOf(role, where)];
  return typeof route.access === 'object' && actor !== undefined && !may(actor, route.access.permission);
};

/** What the declared access alone demands of every cell. */
function wrongEntry(cell: Cell): boolean {
  const open = cell.route.access === 'public' || cell.route.access === 'followCode';
  if (cell.status >= 500 || (cell.status === 401 && !open)) return true;
  return lacks(cell) ? cell.status !== 403 : false;
}

const isBulk = ({ path }: Route) => path.startsWith('/api/cases/bulk');

/** Whether something was found. A list of what belongs to a thing is empty where there is no such thing for the asker. */
const found = ({ status, text }: Cell) => status < 300 && !/^\{[^{]*"rows":\[\]/.test(text);

/** What names things that the whole county reads: where things are, bodies, who holds which post. */
const countyReads =
  /^(places|people)\.(?!list(Accounts|Duty))|^servicePlaces\.(list|get)$|^registers\.(chart|ofPerson)$|^groups\.coverage$|^cases\.(support|file)$|^files\./;

describe('the table of routes × rights × places', () => {
  it('is that of the contract, and of the program that runs', () => {
    expect(program.routes.map(({ name }) => name).sort()).toEqual(everyRoute.map(({ name }) => name).sort());
  });

  it('is asked about something that is there, wherever a route names a thing', () => {
    expect(Object.entries(things).filter(([, id]) => id === '')).toEqual([]);
  });

  it('from another county: nothing of ours is said, found or changed', { timeout: 900_000 }, async () => {
    const before = await contents();
    const wrong: string[] = [];
    const ours = Object.entries(things).filter(([noun]) => noun !== '/api/follow');
    for (const route of asked.filter(({ access }) => access !== 'public' && access !== 'followCode')) {
      for (const role of classes) {
        const cell = await ask(route, role, 'abroad');
        const { names, url } = addressOf(route);
        if (wrongEntry(cell)) wrong.push(say(cell));
        if (names && found(cell)) wrong.push(`${say(cell)} (found)`);
        const told = ours.filter(([, id]) => cell.text.includes(id) && !url.includes(id) && cell.status < 300);
        // One is told of each case asked for in a bulk, that it is not found.
        if (told.length > 0 && !isBulk(route)) wrong.push(`${say(cell)} tells of ${told.map(([noun]) => noun).join()}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(await contents()).toEqual(before);
  });

  it('from another area of the county: nothing that is kept to an area is said, found or changed', {
    timeout: 900_000,
  }, async () => {
    const wrong: string[] = [];
    const kept = ['/api/cases', '/api/households', '/api/groups', '/api/care', '/api/registers', '/api/accounts'];
    for (const route of asked.filter(({ access }) => access !== 'public' && access !== 'followCode')) {
      for (const role of classes) {
        const cell = await ask(route, role, 'elsewhere');
        const { names, url } = addressOf(route);
        if (wrongEntry(cell)) wrong.push(say(cell));
        const reads = route.method === 'GET' && countyReads.test(route.name);
        if (names && found(cell) && !reads) wrong.push(`${say(cell)} (found)`);
        const told = kept.filter((noun) => {
          const id = things[noun] ?? '';
          return cell.text.includes(id) && !url.includes(id) && cell.status < 300;
        });
        if (told.length > 0 && !isBulk(route)) wrong.push(`${say(cell)} tells of ${told.join()}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('in the own area: whoever has the right gets in, and nobody else', { timeout: 900_000 }, async () => {
    const wrong: string[] = [];
    const nobodyGotIn: string[] = [];
    const last = /retire|remove|end|close|merge|DELETE|erase/i;
    const order = [...asked].sort((a, b) => rank(a) - rank(b));
    function rank({ method, name }: Route): number {
      return last.test(`${method} ${name}`) ? 2 : Number(method !== 'GET');
    }
    for (const route of order) {
      let gotIn = false;
      for (const role of classes) {
        const cell = await ask(route, role, 'own');
        if (wrongEntry(cell)) wrong.push(say(cell));
        if (![401, 403, 404].includes(cell.status)) gotIn = true;
      }
      // A saved view is its keeper's alone, whatever rights somebody has.
      if (!gotIn && addressOf(route).names && !route.name.startsWith('savedViews.')) nobodyGotIn.push(route.name);
    }
    expect(wrong).toEqual([]);
    expect(nobodyGotIn).toEqual([]);
    const cells = `${asked.length} routes × ${classes.length} sets of rights (${defaultRoles.length} roles) × ${wheres.length} places`;
    process.stdout.write(
      `${count} cells asked: ${cells}; what is for everybody is asked in the own area and as nobody\n`,
    );
    expect(count).toBeGreaterThan(asked.length * classes.length * 2);
  });

  it('as nobody: signing in first, wherever the route is not for everybody', async () => {
    const wrong: string[] = [];
    for (const route of asked) {
      const { status } = await program.ask(undefined, route.method, addressOf(route).url, bodyOf(route));
      const open = route.access === 'public' || route.access === 'followCode';
      if (status >= 500 || (open ? status === 401 && !route.name.startsWith('access.') : status !== 401))
        wrong.push(`${route.name}: ${status}`);
    }
    expect(wrong).toEqual([]);
  });
});

/** A mark of the content of every table of our county, to see that nothing changed. */
function contents(): Promise<Record<string, unknown>> {
  return program.db.asOwner(async (owner) => {
    const tables = await owner.query(
      "select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'county' order by 1",
    );
    const marks: Record<string, unknown> = {};
    for (const row of tables) {
      const name = String(row['name']);
      const [mark] = await owner.query(
        `select count(*)::int as rows, coalesce(md5(string_agg(t::text, ' ' order by t::text)), '') as mark from "${name}" t where county = '${own.county}'`,
      );
      marks[name] = mark;
    }
    return marks;
  });
}
