/**
 * `npm run sequences -- [count] [seed]`: plays random sequences of commands (1 to 19, ten on the average) over the pure
 * state machine and looks at every case after every command: one owner, one deadline, one lead, no count going down,
 * and its history alone gives it. Each sequence has a seed of its own, the first seed plus its number, so that
 * `npm run sequences -- 1 <seed>` plays one again. Exit status 1 where a case was ever in a state it must not be in.
 */
import { fold } from '../domain/src/cases/index.ts';
import type { CaseState } from '../domain/src/cases/state.ts';
import { checkCase, checkStep } from '../domain/src/cases/testing/invariants.ts';
import { playRandom, type RandomStep, type Watch } from '../domain/src/cases/testing/run.ts';
import { chanceFrom } from '../world/src/hecheng/random.ts';

const [count = 100_000, first = Date.now() % 1_000_000_000] = process.argv.slice(2).map(Number);

interface Tally {
  taken: number;
  readonly ends: Map<CaseState, number>;
  readonly wrong: { readonly seed: number; readonly why: string }[];
}

function playOne(seed: number, tally: Tally): void {
  const chance = chanceFrom(seed);
  const any = () => chance.whole(0, 0x7fff_ffff);
  const steps = Array.from({ length: chance.whole(1, 19) }, (): RandomStep => [any(), any(), any(), any()]);
  const watch: Watch = ({ before, after }) => {
    tally.taken += 1;
    checkCase(after);
    checkStep(before, after);
  };
  try {
    const end = playRandom(any(), steps, watch);
    tally.ends.set(end.case.state, (tally.ends.get(end.case.state) ?? 0) + 1);
    if (JSON.stringify(fold(end.events)) !== JSON.stringify(end.case))
      throw new Error('its history gives another case');
  } catch (error) {
    const inner = error instanceof Error && error.cause instanceof Error ? `${error.cause.message} ` : '';
    tally.wrong.push({ seed, why: `${inner}${String(error)}` });
  }
}

console.log(`${count} sequences from seed ${first}`);
const tally: Tally = { taken: 0, ends: new Map(), wrong: [] };
const begun = performance.now();
for (let index = 0; index < count; index += 1) {
  playOne(first + index, tally);
  if ((index + 1) % 100_000 === 0)
    console.log(
      `${index + 1} played, ${Math.round((performance.now() - begun) / 1000)} s, ${tally.wrong.length} wrong`,
    );
}
for (const { seed, why } of tally.wrong.slice(0, 5)) console.log(`seed ${seed}: ${why}`);
const ends = [...tally.ends].sort(([, a], [, b]) => b - a).map(([state, times]) => `${state} ${times}`);
console.log(`${tally.taken} commands taken; ended in ${ends.join(', ')}`);
console.log(`${count} sequences, ${tally.wrong.length} illegal states`);
process.exitCode = tally.wrong.length === 0 ? 0 : 1;
