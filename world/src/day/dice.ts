import type { Chance } from '../hecheng/random.ts';

/** Chance in the words of the day. */
export interface Dice extends Chance {
  /** Yes with this probability. */
  yes(probability: number): boolean;
  /** One of several. @throws Error where there is none */
  of<Value>(all: readonly Value[]): Value;
  /** One of several by weight; undefined where all weigh nothing. */
  weighed<Value>(all: readonly (readonly [value: Value, weight: number])[]): Value | undefined;
}

export function diceOf(chance: Chance): Dice {
  return {
    ...chance,
    yes: (probability) => chance.next() < probability,
    of: (all) => {
      const one = all[chance.whole(0, all.length - 1)];
      if (one === undefined) throw new Error('there is nothing to choose from');
      return one;
    },
    weighed: (all) => {
      let left = chance.next() * all.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of all) {
        if (left < weight) return value;
        left -= weight;
      }
      return undefined;
    },
  };
}
