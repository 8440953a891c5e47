/** Digits at which codes are cut to group them: those of a unit, plus those of so many levels below it. */
export function digitsBelow(widths: readonly number[], unit: string, levels: number): number {
  let digits = 0;
  let below = 0;
  for (const width of widths) {
    digits += width;
    if (digits > unit.length) below += 1;
    if (below === levels) return digits;
  }
  return digits;
}

/** The unit that a code falls into: a part of it, or the whole of one that ends above that level. */
export const unitOf = (code: string, digits: number): string => code.slice(0, digits);
