import { setTimeout as wait } from 'node:timers/promises';
import type { Chance } from '../hecheng/random.ts';
import type { Stage } from './stage.ts';

/** One way to break something. It answers with how to mend it. */
export interface Fault {
  readonly name: string;
  /** How often it comes, against the others. */
  readonly weight: number;
  /** Undefined where the stage has nothing of the kind. */
  readonly begin: (stage: Stage, chance: Chance) => Promise<() => Promise<void>> | undefined;
}

const nothingToMend = () => Promise.resolve();
const hourMs = 3_600_000;

/** Ends of processes. Servers are started again by whoever keeps them, a database by the mending. */
export const kills: readonly Fault[] = [
  {
    name: 'server killed',
    weight: 5,
    begin: async ({ servers }, chance) => {
      await servers[chance.whole(0, servers.length - 1)]?.kill();
      return nothingToMend;
    },
  },
  {
    name: 'all servers killed',
    weight: 1,
    begin: ({ servers }) =>
      servers.length < 2 ? undefined : Promise.all(servers.map((server) => server.kill())).then(() => nothingToMend),
  },
  {
    name: 'database stopped at once',
    weight: 4,
    begin: ({ database }, chance) =>
      database?.crash().then(() => async () => {
        await wait(chance.whole(0, 1_500));
        await database.start();
      }),
  },
];

/** What may be wrong besides, while something is killed. */
export const troubles: readonly Fault[] = [
  {
    name: 'line cut',
    weight: 2,
    begin: ({ line }) => {
      line?.cut();
      return line && Promise.resolve(() => Promise.resolve(line.mend()));
    },
  },
  {
    name: 'line silent',
    weight: 0.5,
    begin: ({ line }) => {
      line?.freeze();
      return line && Promise.resolve(() => Promise.resolve(line.mend()));
    },
  },
  {
    name: 'line slow',
    weight: 2,
    begin: ({ line }, chance) => {
      line?.slow(chance.whole(5, 120));
      return line && Promise.resolve(() => Promise.resolve(line.mend()));
    },
  },
  { name: 'disk full', weight: 2, begin: ({ disk }) => disk?.fill().then(() => () => disk.empty()) },
  {
    name: 'clock set on',
    weight: 3,
    begin: (stage, chance) => {
      // Not awaited: whatever is killed is killed while clocks end.
      const set = stage.jump(chance.whole(1, 15) * hourMs);
      set.catch(() => undefined);
      return Promise.resolve(() => set.then(nothingToMend));
    },
  },
];

/** Draws one of the faults that this stage can have, and begins it. */
export async function beginOne(
  all: readonly Fault[],
  stage: Stage,
  chance: Chance,
): Promise<{ readonly name: string; readonly mend: () => Promise<void> }> {
  const sum = all.reduce((total, { weight }) => total + weight, 0);
  for (;;) {
    let left = chance.next() * sum;
    const drawn = all.find(({ weight }) => (left -= weight) < 0);
    const mend = await drawn?.begin(stage, chance);
    if (drawn !== undefined && mend !== undefined) return { name: drawn.name, mend };
  }
}
