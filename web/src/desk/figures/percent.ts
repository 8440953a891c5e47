/** A share as a percentage with two decimals, as the bulletins print it. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}

/** The ends of an interval as whole percentages, outward, so that it is never said too narrow. */
export function intervalSpan([low, high]: readonly [number, number]): { readonly low: number; readonly high: number } {
  return { low: Math.floor(low * 100), high: Math.ceil(high * 100) };
}
