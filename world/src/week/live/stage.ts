import { clockRoutes } from '@gezhi/contract/clock/routes';
import { peopleRoutes } from '@gezhi/contract/people/index';
import { ruleRoutes, ruleWritingRoutes } from '@gezhi/contract/rules/index';
import type { BodyInputOf } from '@gezhi/contract/route';
import { type Client, Refused } from '../../client.ts';
import { bodies, community, members } from '../../demonstration/cast.ts';
import { signIn } from '../../demonstration/sign-in.ts';
import { openResident } from '../../resident.ts';
import { weekInstant } from '../step.ts';

/** A filled server on which the week can be played: who acts, and the clock. */
export interface Stage {
  readonly url: string;
  readonly admin: Client;
  /** A member of the cast by username. */
  staff(username: string): Client;
  /** A resident with a verified phone, by any name; the same name is the same person. */
  resident(name: string): Promise<Client>;
  phoneOf(name: string): string;
  /** Id of a body by its key in the cast. */
  body(key: string): string;
  /** Lets the clock stand at a local minute; answers when what is due by then has fired. */
  setTime(local: string): Promise<void>;
}

const iso = (local: string): string => new Date(weekInstant(local)).toISOString();

/**
 * Has a body of rules hold from now on, whenever the county was founded: a version that begins later, such as the
 * one a new county starts with, is replaced by one that begins with it.
 */
async function hold<Kind extends 'settings' | 'dutyList'>(
  admin: Client,
  kind: Kind,
  body: BodyInputOf<(typeof ruleWritingRoutes)[Kind]>['body'],
): Promise<void> {
  const { now } = await admin.call(clockRoutes.read);
  const { rows } = await admin.call(ruleRoutes.versions, { params: { kind } });
  const later = new Set(rows.map(({ validFrom }) => validFrom).filter((from) => Date.parse(from) > Date.parse(now)));
  for (const validFrom of [undefined, ...later]) {
    const written = { body, note: '荷城社区的一周', ...(validFrom !== undefined && { validFrom }) };
    try {
      await admin.call(ruleWritingRoutes[kind], { body: written as never });
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'rules.unchanged') throw error;
    }
  }
}

async function findBodies(admin: Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await admin.call(peopleRoutes.listOrganisations, { query: { limit: 200 } });
  return new Map(
    bodies.flatMap(({ key, name }) => rows.filter((row) => row.name === name).map(({ id }) => [key, id] as const)),
  );
}

/** 丙 is on duty from the end of office hours to their beginning, and over the weekend. */
async function fillRoster(admin: Client): Promise<void> {
  const { rows } = await admin.call(peopleRoutes.listPosts, { query: { role: 'duty-clerk', area: community } });
  const person = rows[0]?.person;
  if (person === undefined) throw new Error(`nobody is duty clerk of ${community}`);
  const nights = Array.from({ length: 10 }, (_, night) => night + 20);
  for (const day of nights) {
    const weekend = day === 21 || day === 22 || day === 28 || day === 29;
    const from = iso(`11-${day}T${weekend ? '08' : '18'}:00`);
    const to = iso(`11-${day + 1}T08:00`);
    await admin.call(peopleRoutes.addDuty, { body: { area: community, person, from, to }, key: `week-duty-${day}` });
  }
}

/**
 * Makes a filled demonstration ready for the week: its clock stands at Friday 08:00, everything solved on the spot is
 * drawn for checking, 丙 covers the desk out of hours, and all accounts are signed in.
 */
export async function setStage(url: string, password: string): Promise<Stage> {
  const admin = await signIn(url, 'admin', password);
  const staff = new Map<string, Client>();
  for (const { username } of members) staff.set(username, await signIn(url, username, password));
  const orgs = await findBodies(admin);
  const { body: settings } = await admin.call(ruleRoutes.inForce, { params: { kind: 'settings' } });
  const { body: dutyList } = await admin.call(ruleRoutes.inForce, { params: { kind: 'dutyList' } });
  const setTime = async (local: string): Promise<void> => {
    await admin.call(clockRoutes.set, { body: { now: iso(local), running: false } });
  };
  await setTime('11-20T08:00');
  await hold(admin, 'settings', { ...settings, sampleRate: 1 } as never);
  await hold(admin, 'dutyList', dutyList as never);
  await fillRoster(admin);

  const names: string[] = [];
  const residents = new Map<string, Client>();
  const phoneOf = (name: string): string => {
    if (!names.includes(name)) names.push(name);
    return `1390775${1001 + names.indexOf(name)}`;
  };
  const must = <Found>(found: Found | undefined, name: string): Found => {
    if (found === undefined) throw new Error(`the demonstration has no ${name}`);
    return found;
  };
  return {
    url,
    admin,
    phoneOf,
    setTime,
    staff: (username) => must(staff.get(username), username),
    body: (key) => must(orgs.get(key), key),
    resident: async (name) => {
      const known = residents.get(name) ?? (await openResident(url, admin, phoneOf(name)));
      residents.set(name, known);
      return known;
    },
  };
}
