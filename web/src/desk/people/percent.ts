/** A share as a percentage with one decimal, rounded down: 100 % is said only where nothing is missing. */
export function percentOf(share: number): string {
  return `${(Math.floor(share * 1000) / 10).toFixed(1)} %`;
}
