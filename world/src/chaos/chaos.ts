import { setTimeout as wait } from 'node:timers/promises';
import { type Chance, chanceFrom } from '../hecheng/random.ts';
import { beginOne, kills, troubles } from './faults.ts';
import { type ChaosLoad, type LoadPlan, startLoad } from './load.ts';
import { type Look, lookAtAll, lookUntilDrained } from './look.ts';
import { setUpPlace } from './place.ts';
import { type FragileDatabase, openStage, type Stage } from './stage.ts';

export interface ChaosPlan extends LoadPlan {
  readonly rounds: number;
  /** Kills in each round, before everything is checked. */
  readonly kills: number;
  readonly seed: number;
  /** Two servers on this PostgreSQL; one on the embedded database where there is none. */
  readonly database?: FragileDatabase;
  /** Ports of the servers; free ones where not said. */
  readonly ports?: readonly number[];
  /** Entry of the server's program; that of this checkout where not said. */
  readonly program?: string;
  readonly say?: (line: string) => void;
}

/** What was done and what was found wrong. */
export interface ChaosResult {
  readonly kills: number;
  readonly faults: Readonly<Record<string, number>>;
  readonly reports: number;
  readonly commands: number;
  /** Calls that had to be sent more than once, and the longest time until an answer. */
  readonly again: number;
  readonly longestMs: number;
  /** Answers 500 that named no reason, with how often they came. */
  readonly blunt: Readonly<Record<string, number>>;
  readonly wrong: readonly string[];
  readonly audited: string;
  /** Whether the disk under the pictures could be filled: only root may mount one. */
  readonly diskFilled: boolean;
}

async function setUpTokenOf({ servers }: Stage): Promise<string> {
  for (let tries = 0; tries < 200; tries += 1) {
    const token = /setup\?token=(\S+)/.exec(servers[0]?.said() ?? '')?.[1];
    if (token !== undefined) return token;
    await wait(50);
  }
  throw new Error(`the server named no first set-up:\n${servers[0]?.said() ?? ''}`);
}

/** Lets something be acknowledged first, however slow the machine is, and stops at no particular moment. */
async function someProgress(load: ChaosLoad, chance: Chance): Promise<void> {
  const enough = load.reports.length + load.commands.length + chance.whole(1, 8);
  for (let waited = 0; load.reports.length + load.commands.length < enough && waited < 20_000; waited += 50) {
    load.check();
    await wait(50);
  }
  await wait(chance.whole(0, 300));
}

async function breakThings(
  stage: Stage,
  load: ChaosLoad,
  plan: ChaosPlan,
  chance: Chance,
  count: (name: string) => void,
): Promise<void> {
  const mending: Promise<void>[] = [];
  for (let kill = 0; kill < plan.kills; kill += 1) {
    await someProgress(load, chance);
    const trouble = chance.next() < 0.5 ? await beginOne(troubles, stage, chance) : undefined;
    if (trouble) {
      count(trouble.name);
      await wait(chance.whole(0, 1_500));
    }
    const killed = await beginOne(kills, stage, chance);
    count(killed.name);
    await killed.mend();
    if (trouble) {
      await wait(chance.whole(0, 500));
      mending.push(trouble.mend());
    }
  }
  await Promise.all(mending);
}

/** Servers at work on a database, with a load on them. */
export interface ChaosRun {
  readonly stage: Stage;
  readonly load: ChaosLoad;
  /** Compares everything once the queues are empty. The load must have ended or be paused. */
  readonly look: () => Promise<Look>;
  /** Ends whatever still runs. */
  readonly end: () => Promise<void>;
}

/** Starts the servers, sets them up and puts them to work. */
export async function openRun(plan: LoadPlan & Pick<ChaosPlan, 'database' | 'ports' | 'program'>): Promise<ChaosRun> {
  const stage = await openStage(plan.ports ?? [], plan.database, plan.program);
  try {
    const place = await setUpPlace(stage.urls[0] ?? '', await setUpTokenOf(stage));
    await stage.signInAdmin();
    await stage.jump(0);
    const load = await startLoad(stage.urls, place, plan);
    return { stage, load, look: () => lookUntilDrained(stage, load), end: () => stage.clear() };
  } catch (error) {
    await stage.clear();
    throw error;
  }
}

/**
 * Breaks things round after round while reports and commands come in; after each round everything is compared: what was
 * acknowledged, the rows, the chains, the clocks, the news, the pictures and the figures.
 */
export async function runChaos(plan: ChaosPlan): Promise<ChaosResult> {
  const { rounds, kills: killsEach, seed, say = () => undefined } = plan;
  const chance = chanceFrom(seed);
  const faults: Record<string, number> = {};
  const count = (name: string) => void (faults[name] = (faults[name] ?? 0) + 1);
  const wrong: string[] = [];
  const { stage, load, look, end } = await openRun(plan);
  try {
    for (let round = 1; round <= rounds; round += 1) {
      await breakThings(stage, load, plan, chance, count);
      await load.pause();
      const found = await lookAtAll(stage, load, false);
      wrong.push(...found.wrong.map((one) => `round ${round}: ${one}`));
      say(
        `round ${round}: ${load.reports.length} reports, ${load.commands.length} commands; ${found.audited}; ${found.jobs} jobs under way; ${found.wrong.length} wrong`,
      );
      for (const one of found.wrong) say(`  ${one}`);
      if (round < rounds) load.goOn();
    }
    await load.end();
    const last = await look();
    wrong.push(...last.wrong.map((one) => `at the end: ${one}`));
    for (const server of stage.servers)
      await server.stop().catch((error: unknown) => wrong.push(`at the end: ${String(error)}`));
    return {
      kills: rounds * killsEach,
      faults,
      reports: load.reports.length,
      commands: load.commands.length,
      again: load.tally.again,
      longestMs: Math.round(load.tally.longestMs),
      blunt: Object.fromEntries(load.tally.blunt),
      wrong,
      audited: last.audited,
      diskFilled: stage.disk !== undefined,
    };
  } finally {
    await end();
  }
}
