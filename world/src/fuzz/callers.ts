import { accessRoutes } from '@gezhi/contract/access/index';
import { clockRoutes } from '@gezhi/contract/clock/routes';
import type { Route } from '@gezhi/contract/route';
import type { DemoAccount } from '../demonstration/index.ts';
import type { Call } from './make-call.ts';
import type { Pool } from './pool.ts';
import type { Line } from './send.ts';

/** Somebody who calls, or nobody. */
interface Caller {
  readonly name: string;
  /** What they send of themselves. Signs in again where the session has ended. */
  readonly headers: () => Promise<Readonly<Record<string, string>>>;
  /** Told that their session is over. */
  readonly signedOut: () => void;
}

/** Everybody of a demonstration, and nobody. */
export interface Callers {
  /** Who makes a call. `late` in a round, what unmakes the place is asked by those who may, too. */
  pick(route: Route, turn: number, late: boolean): Caller;
  /** The call, made so that it does not put an end to everything after it. */
  tame(route: Route, call: Call): Call;
  /** Puts the program's clock back to when the demonstration is. */
  setClock(): Promise<void>;
}

const nobody: Caller = { name: 'nobody', headers: () => Promise.resolve({}), signedOut: () => undefined };

function jsonCall(route: Route, body: unknown): Call {
  return {
    method: route.method,
    target: route.path,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify(body)),
  };
}

function callerOf(line: Line, { username, password }: DemoAccount): Caller {
  let cookie: Promise<string> | undefined;
  async function signIn(): Promise<string> {
    const { cookies } = await line.send(jsonCall(accessRoutes.signIn, { username, password }), { origin: line.origin });
    return cookies.map((one) => one.split(';')[0]).join('; ');
  }
  return {
    name: username,
    headers: async () => ({ cookie: await (cookie ??= signIn()), origin: line.origin }),
    signedOut: () => {
      cookie = undefined;
    },
  };
}

/** What changes the rules, or ends posts, bodies, areas and sessions: after it much of the rest is refused at the door. */
const unmaking =
  /^rules\.(write|calendarSheet)|^places\.(retireArea|putBoundary|changeArea|importAreas)|^people\.(endPost|closeOrganisation|mergeOrganisation|retireOrganisation|takeLeave)|^access\.(lock|issueReset|resetSecondFactor)/;

/** Lists read before the first call, so that there is something to name. */
const firstRead = ['/api/cases', '/api/people', '/api/organisations', '/api/posts', '/api/accounts', '/api/households'];

export async function openCallers(line: Line, accounts: readonly DemoAccount[], pool: Pool): Promise<Callers> {
  const callers = accounts.map((account) => callerOf(line, account));
  const named = (wanted: string) => callers.find(({ name }) => name === wanted) ?? nobody;
  const [admin, clerk, worker] = [named('admin'), named('jia'), named('worker')];

  async function setClock(): Promise<void> {
    const call = jsonCall(clockRoutes.set, { now: '2026-11-20T09:10:00+08:00', running: true });
    await line.send(call, await admin.headers());
  }

  await setClock();
  for (const target of firstRead) {
    const answer = await line.send({ method: 'GET', target, headers: {}, body: undefined }, await admin.headers());
    if (answer.status === 200) pool.learn(target, JSON.parse(answer.text));
  }
  return {
    setClock,
    // A seventh of the calls is nobody's. Half of what needs a right is the administrator's and the clerk's, who have most.
    pick: (route, turn, late) => {
      if (turn % 7 === 0 || route.access === 'followCode') return nobody;
      if (!late && unmaking.test(route.name)) return worker;
      if (typeof route.access === 'object' && turn % 7 < 3) return admin;
      return turn % 7 < 5 && route.name.startsWith('cases.') ? clerk : (callers[turn % callers.length] ?? nobody);
    },
    tame: (route, call) =>
      // A century on or back, every post has ended and all the rest of the run would be refused.
      route.name === 'clock.set' && call.headers['content-type'] === 'application/json'
        ? { ...call, body: Buffer.from(call.body?.toString().replace(/"now":"\d{4}-\d\d/, '"now":"2026-12') ?? '') }
        : call,
  };
}
