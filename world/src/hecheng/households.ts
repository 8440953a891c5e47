import type { Chance } from './random.ts';

/** A whole number spread over so many, each between half and one and a half of the mean, adding up exactly. */
export function spread(total: number, over: number, chance: Chance): number[] {
  const weights = Array.from({ length: over }, () => 0.5 + chance.next());
  const sum = weights.reduce((all, weight) => all + weight, 0);
  let given = 0;
  let passed = 0;
  return weights.map((weight) => {
    passed += weight;
    const share = Math.round((total * passed) / sum) - given;
    given += share;
    return share;
  });
}
