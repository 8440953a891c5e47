import { caseRoutes } from '@gezhi/contract/cases/index';
import { openClient } from '../../world/src/client.ts';
import { load } from '../stage/machine.ts';
import { patient, sentAgain } from '../stage/patient.ts';
import { median, rounded } from '../stage/numbers.ts';
import type { Ground } from './grounds.ts';
import { file, get, giveSteps, leadOf, matters, steps } from './templates.ts';

const atOnce = 12;
const seconds = 8;
const bar = 0.8;

let filed = 0;

/** One matter from the report to the check, and found again by its number and by its words. */
async function lifecycle({ server, desk }: Ground): Promise<void> {
  filed += 1;
  const matter = matters[filed % matters.length] ?? matters[0];
  const building = `${filed}号楼`;
  const answer = await file(openClient(server.url), matter, building, `lifecycle-${process.pid}-${filed}`);
  const jia = get(desk, 'jia');
  const { routing } = await patient(() => jia.call(caseRoutes.get, { params: { id: answer.id } }));
  await giveSteps(desk, answer.id, matter[2], leadOf(routing), steps.length);
  for (const q of [answer.number, `${building} ${matter[0].slice(0, 4)}`]) {
    const found = await patient(() => jia.call(caseRoutes.list, { query: { q, sort: 'newest' } }));
    if (!found.rows.some(({ id }) => id === answer.id)) throw new Error(`${answer.number} is not found by ${q}`);
  }
}

interface Run {
  /** Lifecycles a second. */
  readonly rate: number;
  /** Milliseconds of processor time for each, of program and database. */
  readonly program: number;
  readonly database: number;
}

async function run(ground: Ground): Promise<Run> {
  const [before, begun] = [ground.cpu(), performance.now()];
  let done = 0;
  const worker = async (): Promise<void> => {
    while (performance.now() < begun + seconds * 1000) {
      await lifecycle(ground);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const took = performance.now() - begun;
  const after = ground.cpu();
  return {
    rate: done / (took / 1000),
    program: (after.program - before.program) / done,
    database: (after.database - before.database) / done,
  };
}

/** Lifecycles a second at each size, in turns. @returns whether the bar is reached */
export async function measureLifecycle(grounds: readonly Ground[], rounds: number): Promise<boolean> {
  console.log(
    `lifecycle: file, accept, dispatch, acknowledge, contact, finish, verify, two searches; ${atOnce} at once, ${rounds} rounds of ${seconds} s in turns`,
  );
  for (const ground of grounds) await run(ground);
  const runs = grounds.map((): Run[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, ground] of grounds.entries()) runs[at]?.push(await run(ground));
    const said = grounds.map(({ cases }, at) => `${runs[at]?.at(-1)?.rate.toFixed(2) ?? ''}/s at ${cases}`);
    console.log(`round ${round + 1}: ${said.join(', ')}; ${load()}`);
  }
  const of = (at: number, part: keyof Run): number => median((runs[at] ?? []).map((one) => one[part]));
  for (const [at, { cases }] of grounds.entries())
    console.log(
      `${String(cases).padStart(8)} cases: ${of(at, 'rate').toFixed(2)} lifecycles/s, ${of(at, 'program').toFixed(0)} ms of CPU in the program and ${of(at, 'database').toFixed(0)} ms in the database for each`,
    );
  const [small = [], large = []] = [runs[0], runs.at(-1)];
  const pairs = large.map((one, at) => ({ large: one, small: small[at] ?? one }));
  const value = median(pairs.map((pair) => pair.large.rate / pair.small.rate));
  const cpu = (one: Run): number => one.program + one.database;
  const figure = {
    figure: 'lifecycles a second, largest stock / smallest',
    value: rounded(value, 3),
    bar,
    callsSentAgain: sentAgain(),
    cpuSmallToLarge: rounded(median(pairs.map((pair) => cpu(pair.small) / cpu(pair.large))), 3),
    perSecond: Object.fromEntries(grounds.map(({ cases }, at) => [cases, rounded(of(at, 'rate'), 2)])),
    cpuMs: Object.fromEntries(grounds.map(({ cases }, at) => [cases, rounded(of(at, 'program') + of(at, 'database'))])),
    verdict: value >= bar ? 'reached' : 'missed',
  };
  console.log(JSON.stringify(figure));
  return value >= bar;
}
