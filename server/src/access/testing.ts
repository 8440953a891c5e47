import { createHmac } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { openTestDatabase, type TestDatabase } from '../database/testing.ts';
import { openApp } from '../http/app.ts';
import { newId } from '../new-id.ts';
import { addOrganisation, addPerson, addPost, registerPeople } from '../people/index.ts';
import { noOpenWork } from '../people/testing.ts';
import { openPlaces } from '../places/index.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import { testConfig, testDeps } from '../testing.ts';
import type { OutgoingMessage } from './deps.ts';
import { openAccess, registerAccess } from './index.ts';
import { addAccount } from './invite-account.ts';
import { hashPassword } from './password-hash.ts';

export const county = '450802';
export const street = '450802001';
export const community = '450802001013';
export const password = 'correct horse 电池';

/** Fails a test loudly where something was refused that should not have been. */
export function granted<T>(result: T | Refusal): T {
  if (isRefusal(result)) throw new Error(`refused: ${result.code}`);
  return result;
}

/** A browser: keeps cookies, sends them. */
export function browser(app: FastifyInstance) {
  const jar = new Map<string, string>();
  const kept = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  async function send(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    payload?: object | string,
    more: object = {},
  ) {
    const headers = { ...(jar.size > 0 && { cookie: kept() }), ...more };
    const answer = await app.inject({ method, url, ...(payload !== undefined && { payload }), headers });
    const cookies = [answer.headers['set-cookie'] ?? []].flat();
    for (const cookie of cookies) {
      const [, name = '', value = '', rest = ''] = /^([^=]+)=([^;]*)(.*)$/.exec(cookie) ?? [];
      if (/Max-Age=0/i.test(rest) || value === '') jar.delete(name);
      else jar.set(name, value);
    }
    const json = String(answer.headers['content-type']).includes('json');
    return {
      status: answer.statusCode,
      body: json ? answer.json<Record<string, unknown>>() : {},
      text: answer.body,
      headers: answer.headers,
      cookies,
    };
  }
  return {
    get: (url: string, headers?: object) => send('GET', url, undefined, headers),
    post: (url: string, payload?: object, headers?: object) => send('POST', url, payload, headers),
    put: (url: string, payload: object) => send('PUT', url, payload),
    delete: (url: string) => send('DELETE', url),
    form: (url: string, fields: Readonly<Record<string, string>>, headers: object = {}) =>
      send('POST', url, new URLSearchParams(fields).toString(), {
        'content-type': 'application/x-www-form-urlencoded',
        ...headers,
      }),
    signIn: (username: string, typed = password) => send('POST', '/api/session', { username, password: typed }),
    cookie: kept,
    /** The same browser somewhere else, as if the cookies were copied. */
    copy: () => {
      const other = browser(app);
      other.take(jar);
      return other;
    },
    take: (cookies: ReadonlyMap<string, string>) => {
      for (const [name, value] of cookies) jar.set(name, value);
    },
  };
}
export type Browser = ReturnType<typeof browser>;

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The code an authenticator shows for an otpauth address, `step` times 30 seconds from now (RFC 6238). */
export function authenticatorCode(uri: string, step = 0): string {
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  const bits = [...secret].map((letter) => base32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + step));
  const mac = createHmac('sha1', key).update(counter).digest();
  const at = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

interface Newcomer {
  readonly username: string;
  readonly name: string;
  readonly role: string;
  readonly area: string;
}

let hash: string | undefined;

/**
 * A server with people and access at Friday 2026-11-20 09:00, without demonstration: over a database of its own, or beside
 * the server whose database is given.
 */
export async function openServer(environment: Readonly<Record<string, string>> = {}, shared?: TestDatabase) {
  const db = shared ?? (await openTestDatabase());
  const config = { ...testConfig(environment), demo: environment['DEMO'] === '1', defaultCounty: county };
  const parts = await testDeps(db, {}, config);
  const access = await openAccess(parts);
  const sent: OutgoingMessage[] = [];
  const outbox = { send: (_trx: unknown, message: OutgoingMessage) => Promise.resolve(void sent.push(message)) };
  const places = await openPlaces(parts);
  const { auth, identities, changed } = access;
  const deps = { ...parts, auth, identities, changed, identify: access.identify, outbox, places };
  await parts.clock.set(Date.parse('2026-11-20T09:00:00+08:00'), false);
  const app = await openApp(deps);
  registerPeople(app, {
    ...deps,
    isArea: (code) => code.startsWith(county),
    areasOf: (of) => places.areasOf(of),
    openWork: noOpenWork,
  });
  registerAccess(app, deps);
  await app.ready();

  const system = { county, system: true } as const;

  /** People with a post and an account each, all with the one password. */
  async function accounts(people: readonly Newcomer[]): Promise<void> {
    hash ??= await hashPassword(password);
    const given = { hash, state: 'active', at: new Date(parts.clock.now()).toISOString() } as const;
    await db.transaction(system, async (trx) => {
      for (const { username, name, role, area } of people) {
        const now = parts.clock.now();
        const person = granted(await addPerson(trx, deps, county, { name, area }, now));
        const input = { person: person.id, role, area, time: 'full' } as const;
        granted(await addPost(trx, deps, { county, input, by: null, now }));
        granted(await addAccount(trx, person, { username, ...given }));
      }
    });
  }

  /** Somebody new with a post, signed in. */
  async function staff(role: string, area: string) {
    const username = `${role}.${newId().slice(-8)}`;
    await accounts([{ username, name: role, role, area }]);
    const own = browser(app);
    const answer = await own.signIn(username);
    if (answer.status !== 200) throw new Error(`${username} could not sign in: ${answer.text}`);
    const { person } = answer.body as { person: { id: string } };
    return { ...own, username, person: person.id };
  }

  /** The same with the second factor set up, as administrators and commanders must. */
  async function enrolled(role: string, area: string) {
    const own = await staff(role, area);
    const begun = await own.post('/api/session/second-factor/enrolment', { password });
    const { uri, backupCodes } = begun.body as { uri: string; backupCodes: string[] };
    const done = await own.post('/api/session/second-factor/enrolment/confirm', { code: authenticatorCode(uri) });
    if (done.status !== 200) throw new Error(`${own.username} could not enrol: ${done.text}`);
    return { ...own, uri, backupCodes };
  }

  return {
    db,
    app,
    deps,
    sent,
    accounts,
    browser: () => browser(app),
    setClock: (text: string) => parts.clock.set(Date.parse(text), false),
    organisation: (name: string, area = county) =>
      db.transaction(system, async (trx) =>
        granted(await addOrganisation(trx, deps, county, { kind: 'department', name, area }, parts.clock.now())),
      ),
    person: (name: string, area = county, more: { email?: string; phone?: string } = {}) =>
      db.transaction(system, async (trx) =>
        granted(await addPerson(trx, deps, county, { name, area, ...more }, parts.clock.now())),
      ),
    post: (person: string, role: string, where: { area?: string; org?: string }) =>
      db.transaction(system, async (trx) =>
        granted(
          await addPost(trx, deps, {
            county,
            input: { person, role, time: 'full', ...where },
            by: null,
            now: parts.clock.now(),
          }),
        ),
      ),
    staff,
    enrolled,
    close: async () => {
      await app.close();
      await access.close();
      await places.stop();
      await parts.live.stop();
      await parts.clock.stop();
      if (shared === undefined) await db.close();
    },
  };
}
export type Server = Awaited<ReturnType<typeof openServer>>;
