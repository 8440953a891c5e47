/** The value below which `share` of them lie (0.5 is the median); 0 where there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** To so many digits behind the point, as a number. */
export const rounded = (value: number, digits = 0): number => Number(value.toFixed(digits));
