import type { Checked } from './check.ts';

/** How a day went. */
export interface DayResult extends Checked {
  /** How often each thing was done. */
  readonly done: ReadonlyMap<string, number>;
  /** What was offered and then refused. */
  readonly wrong: readonly string[];
}

const counts = (all: Iterable<readonly [string, number]>): string =>
  [...all]
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, n]) => `${name} ${n}`)
    .join(', ');

/** A day in a few lines. */
export function summaryOf({ cases, states, lights, done, wrong, broken }: DayResult): readonly string[] {
  return [
    `${cases} cases: ${counts(Object.entries(states))}`,
    `lights: ${counts(Object.entries(lights))}`,
    `done: ${counts(done)}`,
    ...wrong.map((line) => `REFUSED ${line}`),
    ...broken.map((line) => `BROKEN  ${line}`),
    wrong.length + broken.length === 0
      ? 'every case is in a legal state; all that must hold holds'
      : `${wrong.length} refused, ${broken.length} broken`,
  ];
}
