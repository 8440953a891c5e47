import { accessRoutes } from '@gezhi/contract/access/index';
import { peopleRoutes } from '@gezhi/contract/people/index';
import { placesRoutes } from '@gezhi/contract/places/index';
import { ruleWritingRoutes } from '@gezhi/contract/rules/index';
import { type Client, openClient, Refused } from '../client.ts';
import { type BuiltPlace, buildHecheng } from '../hecheng/index.ts';
import { fillRegisters } from './registers.ts';
import { playScene } from './scene.ts';
import { signIn } from './sign-in.ts';
import { bodies, chiefName, community, county, duties, members, stairwells } from './cast.ts';

/** What the demonstration needs of the server it fills. */
export interface Filling {
  /** Address of the running server. */
  readonly url: string;
  /** Token that the first set-up asks for; undefined where the county was set up by an earlier, broken-off filling. */
  readonly setupToken: string | undefined;
  /** The one password of all demonstration accounts, random for each installation. */
  readonly password: string;
  /** Told what is being done. */
  readonly say?: (step: string) => void;
  /** The place to put in; 荷城社区 as published where not said. */
  readonly place?: BuiltPlace;
  /** False leaves out the handful of matters. */
  readonly scene?: boolean;
}

/** One line of `demo-accounts.json`. */
export interface DemoAccount {
  readonly username: string;
  readonly password: string;
  readonly role: string;
  /** Code of the area the post serves, or the one its body serves. */
  readonly area: string;
  /** Name of that area or body. */
  readonly where: string;
}

const administrator = { username: 'admin', name: '管理员' };
const featuresAtOnce = 120;
const landmarksAtOnce = 400;
/** The demonstration's places hold since long before, so that older matters can be brought in. */
const since = '2020-01-01T00:00:00+08:00';

function chunks<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}

async function fillPlaces(admin: Client, place: BuiltPlace): Promise<void> {
  const features = place.areas.map((area) => ({
    type: 'Feature' as const,
    properties: {
      code: area.code,
      kind: area.kind,
      name: area.name,
      ...(area.households !== undefined && { households: area.households }),
    },
    geometry: area.boundary as never,
  }));
  for (const some of chunks(features, featuresAtOnce)) {
    await admin.call(placesRoutes.importAreas, { body: { crs: 'WGS84', validFrom: since, features: [...some] } });
  }
  const landmarks = place.landmarks.map(({ kind, name, point, area }) => ({
    kind,
    name,
    area,
    point: [...point] as [number, number],
  }));
  for (const some of chunks(landmarks, landmarksAtOnce)) {
    await admin.call(placesRoutes.importLandmarks, { body: { landmarks: [...some] } });
  }
}

async function fillBodies(admin: Client): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const { key, ...body } of bodies) {
    const added = await admin.call(peopleRoutes.createOrganisation, { body, key: `demonstration-body-${key}` });
    ids.set(key, added.id);
  }
  return ids;
}

async function addPerson(
  admin: Client,
  key: string,
  body: { readonly name: string; readonly area: string; readonly phone?: string },
): Promise<string> {
  return (await admin.call(peopleRoutes.createPerson, { body, key: `demonstration-person-${key}` })).id;
}

async function givePost(
  admin: Client,
  key: string,
  post: { person: string; role: string; area?: string; org?: string },
): Promise<void> {
  await admin.call(peopleRoutes.givePost, { body: { ...post, from: since }, key: `demonstration-post-${key}` });
}

/** The first post begins with the set-up: whoever sets the clock back behind it would lock themselves out. */
async function keepAdministrator(admin: Client): Promise<void> {
  const { person } = await admin.call(accessRoutes.whoAmI);
  await givePost(admin, administrator.username, { person: person.id, role: 'administrator', area: county.code });
}

async function fillPeople(
  admin: Client,
  filling: Filling,
  orgs: ReadonlyMap<string, string>,
  place: BuiltPlace,
): Promise<void> {
  for (const { username, name, role, area, alsoIn, body, phone } of members) {
    const org = body === undefined ? undefined : orgs.get(body);
    const person = await addPerson(admin, username, {
      name,
      area: area ?? bodies.find((one) => one.key === body)?.area ?? county.code,
      ...(phone !== undefined && { phone }),
    });
    await givePost(admin, username, {
      person,
      role,
      ...(area !== undefined && { area }),
      ...(org !== undefined && { org }),
    });
    if (alsoIn !== undefined) await givePost(admin, `${username}-also`, { person, role, area: alsoIn });
    await openAccount(admin, filling, person, username);
  }
  for (const [index, grid] of smallGrids(place).entries()) {
    // The first grid's chief is one of the accounts.
    if (index === 0) continue;
    const phone = `1380013${7100 + index}`;
    const person = await addPerson(admin, grid.code, { name: chiefName(index), area: grid.code, phone });
    await givePost(admin, grid.code, { person, role: 'small-grid-chief', area: grid.code });
  }
}

/** Invites and accepts, as a person would. An account that a broken-off filling made stays as it is. */
async function openAccount(admin: Client, filling: Filling, person: string, username: string): Promise<void> {
  try {
    const { link } = await admin.call(accessRoutes.invite, { body: { person, username } });
    const token = new URL(link, filling.url).pathname.split('/').at(-1) ?? '';
    await openClient(filling.url).call(accessRoutes.useLink, {
      params: { token },
      body: { password: filling.password },
    });
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 409) throw error;
  }
}

const smallGrids = (place: BuiltPlace) =>
  place.areas.filter((area) => area.kind === 'grid' && area.parent === community);

async function fillDutyList(admin: Client, orgs: ReadonlyMap<string, string>, place: BuiltPlace): Promise<void> {
  const body = (key: string) => ({ kind: 'org' as const, org: orgs.get(key) ?? '' });
  // What its own workers keep clear goes to each grid.
  const ofGrids = smallGrids(place).map(({ code }) => ({
    id: `stairwells.${code.slice(-3)}`,
    category: stairwells,
    area: code,
    lead: { kind: 'grid' as const, area: code },
    supporting: [],
  }));
  const rows = duties.map(({ id, category, lead, supporting = [], urgent, complex }) => ({
    id,
    category,
    lead: body(lead),
    supporting: supporting.map(body),
    ...(urgent === true && { setsUrgency: 'urgent' as const }),
    ...(complex === true && { setsKind: 'complex' as const }),
  }));
  await admin.call(ruleWritingRoutes.dutyList, {
    body: { body: { rows: [...rows, ...ofGrids] }, note: '演示权责清单' },
    key: 'demonstration-duties',
  });
}

/**
 * Fills an empty server with the demonstration place, through the public API only: 荷城社区 with its grids, streets and
 * buildings, the bodies that answer for matters, people with posts and accounts, and a duty list. Run again after it was
 * broken off, it goes on where it stopped.
 */
export async function fillDemonstration(filling: Filling): Promise<readonly DemoAccount[]> {
  const { url, setupToken, password, say = () => undefined, place = buildHecheng(), scene = true } = filling;
  if (setupToken !== undefined) {
    const setup = { token: setupToken, county, administrator: { ...administrator, password } };
    await openClient(url).call(accessRoutes.setup, { body: setup });
  }
  const admin = await signIn(url, administrator.username, password);
  await keepAdministrator(admin);
  say('places');
  await fillPlaces(admin, place);
  say('people');
  const orgs = await fillBodies(admin);
  await fillPeople(admin, filling, orgs, place);
  say('duties');
  await fillDutyList(admin, orgs, place);
  if (scene) {
    say('registers');
    await fillRegisters(admin, place);
    say('matters');
    await playScene(url, password, orgs);
  }
  const nameOf = (area: string): string => place.areas.find((one) => one.code === area)?.name ?? area;
  return [
    { username: administrator.username, password, role: 'administrator', area: county.code, where: county.name },
    ...members.map(({ username, role, area, body }) => {
      const served = bodies.find((one) => one.key === body);
      const code = area ?? served?.area ?? county.code;
      return { username, password, role, area: code, where: area === undefined ? (served?.name ?? '') : nameOf(area) };
    }),
  ];
}
