import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Route } from '@gezhi/contract/route';
import { everyRoute } from '@gezhi/contract/routes';
import fc from 'fast-check';
import { auditChains } from '../audit-chains.ts';
import { type DemoAccount, fillDemonstration } from '../demonstration/index.ts';
import { newFolder, startServer } from '../own-server.ts';
import { openCallers, type Callers } from './callers.ts';
import { faultOf } from './judge.ts';
import { type Call, callsOf } from './make-call.ts';
import { emptyPool, type Pool } from './pool.ts';
import { type Line, openLine } from './send.ts';

export interface Fuzzing {
  readonly calls: number;
  readonly seed: number;
  /** Longest that one call may take. */
  readonly patienceMs?: number;
  /** Data folder of a stopped demonstration to begin from; without it one is filled first. It stays as it is. */
  readonly from?: string | undefined;
  readonly say?: (line: string) => void;
}

/** A call that should not have ended as it did. */
export interface Fault {
  readonly route: string;
  readonly number: number;
  readonly who: string;
  readonly what: string;
  readonly call: string;
}

export interface Fuzzed {
  readonly calls: number;
  readonly faults: readonly Fault[];
  /** Routes that were never called, and those that never answered with success. */
  readonly uncalled: readonly string[];
  readonly neverWell: readonly string[];
  readonly statuses: Readonly<Record<string, number>>;
  readonly slowestMs: number;
  /** What `gezhi audit verify` said after each round. */
  readonly audited: readonly string[];
  /** Errors that the server wrote to its log. */
  readonly logged: readonly string[];
}

const password = 'a-password-of-a-passing-server';
const atOnce = 6;
/** A round begins from the demonstration as it was filled: by then many a post has ended and many a body is gone. */
const roundLength = 5_000;

/** What a case lives by comes more often than the rest: it has the most states. */
const often = new Set(['cases.file', 'cases.command', 'cases.followCommand', 'cases.bulk', 'cases.get']);
/** Every route comes in turn, so that none is left out of a short run. */
const rota: readonly Route[] = [
  ...everyRoute,
  ...Array.from({ length: 8 }, () => everyRoute.filter(({ name }) => often.has(name))).flat(),
];

const describeCall = (call: Call): string =>
  `${call.method} ${call.target.slice(0, 400)} ${JSON.stringify(call.headers).slice(0, 400)} ${call.body?.toString().slice(0, 600) ?? ''}`;

interface Tally {
  readonly faults: Fault[];
  readonly called: Set<string>;
  readonly well: Set<string>;
  readonly statuses: Record<string, number>;
  slowestMs: number;
}

/** Fuzzes a running server with the calls of these numbers. */
async function callAll(
  line: Line,
  callers: Callers,
  pool: Pool,
  numbers: { readonly from: number; readonly to: number; readonly seed: number },
  tally: Tally,
): Promise<void> {
  const makers = new Map<Route, fc.Arbitrary<Call>>(everyRoute.map((route) => [route, callsOf(route, pool)]));
  let next = numbers.from;

  async function one(number: number): Promise<void> {
    const route = rota[number % rota.length];
    const maker = route && makers.get(route);
    if (route === undefined || maker === undefined) return;
    const [made] = fc.sample(fc.tuple(fc.nat(), maker), { numRuns: 1, seed: numbers.seed + number });
    if (made === undefined) return;
    const [turn, drawn] = made;
    const call = callers.tame(route, drawn);
    const caller = callers.pick(route, turn, number - numbers.from > roundLength * 0.6);
    const fault = (what: string) =>
      tally.faults.push({ route: route.name, number, who: caller.name, what, call: describeCall(call) });
    tally.called.add(route.name);
    try {
      const answer = await line.send(call, await caller.headers());
      tally.statuses[answer.status] = (tally.statuses[answer.status] ?? 0) + 1;
      tally.slowestMs = Math.max(tally.slowestMs, answer.ms);
      const wrong = faultOf(route, answer);
      if (wrong !== undefined) fault(wrong);
      if (answer.status < 300) tally.well.add(route.name);
      if (answer.status === 401) caller.signedOut();
      if (answer.status < 300 && answer.type.startsWith('application/json')) {
        pool.learn(route.path.replace(/\/:.*/, ''), JSON.parse(answer.text));
      }
      if (route.name === 'clock.set' && answer.status === 200) await callers.setClock();
    } catch (error) {
      fault(String(error));
    }
  }

  async function worker(): Promise<void> {
    for (let number = next++; number < numbers.to; number = next++) await one(number);
  }
  await Promise.all(Array.from({ length: atOnce }, worker));
}

async function fillOrCopy(folder: string, from: string | undefined): Promise<readonly DemoAccount[]> {
  if (from !== undefined) {
    cpSync(from, folder, { recursive: true });
    return JSON.parse(readFileSync(join(folder, 'demo-accounts.json'), 'utf8')) as DemoAccount[];
  }
  const server = await startServer(folder);
  const setupToken = await server.setUpToken();
  const accounts = await fillDemonstration({ url: server.url, setupToken, password });
  await server.stop();
  return accounts;
}

/** Calls every route of the contract again and again, as everybody and as nobody, with what its schema takes and what it does not. */
export async function fuzz({
  calls,
  seed,
  patienceMs = 60_000,
  from,
  say = () => undefined,
}: Fuzzing): Promise<Fuzzed> {
  const tally: Tally = { faults: [], called: new Set(), well: new Set(), statuses: {}, slowestMs: 0 };
  const audited: string[] = [];
  const logged: string[] = [];
  const filled = newFolder();
  try {
    const accounts = await fillOrCopy(filled.path, from);
    say(`filled; ${everyRoute.length} routes, ${accounts.length} accounts, seed ${seed}`);

    for (let first = 0; first < calls; first += roundLength) {
      const round = newFolder();
      try {
        cpSync(filled.path, join(round.path, 'data'), { recursive: true });
        const dataDir = join(round.path, 'data');
        const server = await startServer(dataDir, { LOG_LEVEL: 'error' });
        const line = openLine(server.url, patienceMs);
        try {
          const pool = emptyPool();
          const callers = await openCallers(line, accounts, pool);
          await callAll(line, callers, pool, { from: first, to: Math.min(calls, first + roundLength), seed }, tally);
          line.close();
          await server.stop();
        } catch (error) {
          line.close();
          await server.kill();
          throw error;
        }
        logged.push(
          ...server
            .said()
            .split('\n')
            .filter((text) => text.includes('"level":')),
        );
        audited.push(await auditChains(dataDir));
        say(`${Math.min(calls, first + roundLength)} calls, ${tally.faults.length} faults; ${audited.at(-1)}`);
      } finally {
        round.remove();
      }
    }
  } finally {
    filled.remove();
  }
  const names = everyRoute.map(({ name }) => name);
  return {
    calls,
    faults: tally.faults,
    uncalled: names.filter((name) => !tally.called.has(name)),
    neverWell: names.filter((name) => !tally.well.has(name)),
    statuses: tally.statuses,
    slowestMs: Math.round(tally.slowestMs),
    audited,
    logged,
  };
}
