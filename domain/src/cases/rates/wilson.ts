/** 97.5 % quantile of the normal distribution: the interval leaves 2.5 % on either side. */
const z = 1.959963984540054;

/**
 * Wilson's 95 % score interval for a share found among `n` answers, as shares from 0 to 1; undefined for none.
 * Unlike the plain interval it stays within 0 and 1 and is of use for a handful of answers.
 * Source: E. B. Wilson, J. Am. Stat. Assoc. 22 (1927) 209–212.
 */
export function wilsonInterval(share: number, n: number): readonly [low: number, high: number] | undefined {
  if (!(n > 0) || !(share >= 0 && share <= 1)) return undefined;
  const shrink = 1 + z ** 2 / n;
  const centre = (share + z ** 2 / (2 * n)) / shrink;
  const half = (z / shrink) * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2));
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}
