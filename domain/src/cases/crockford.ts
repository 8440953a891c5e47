/*
 * Crockford's base 32: digits and letters without I, L, O and U, so that nothing read aloud or off a label is taken
 * for something else. https://www.crockford.com/base32.html
 */

const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Check symbols stand for 0 to 36; the five beyond the alphabet are never used for a value. */
const checkSymbols = `${symbols}*~$=U`;

/** The value of a symbol in normal form, or undefined. */
export function valueOf(symbol: string): number | undefined {
  const value = symbols.indexOf(symbol);
  return symbol.length === 1 && value >= 0 ? value : undefined;
}

/** The symbol of a value from 0 to 31. */
export function symbolOf(value: number): string {
  return symbols.charAt(value);
}

/** Symbols from random bytes, the low five bits of each: even, for 32 divides 256. Throws RangeError for too few. */
export function symbolsFrom(random: Uint8Array, length: number): string {
  if (random.length < length) throw new RangeError(`needs ${length} random bytes, got ${random.length}`);
  return Array.from(random.subarray(0, length), (byte) => symbolOf(byte & 31)).join('');
}

/** Crockford's check: the number that the symbols write, modulo 37. */
export function checkValueOf(text: string): number {
  let check = 0;
  for (const symbol of text) check = (check * 32 + (valueOf(symbol) ?? 0)) % 37;
  return check;
}

export function checkSymbolOf(text: string): string {
  return checkSymbols.charAt(checkValueOf(text));
}

/** Longest text worth reading: a code with every sign apart. */
const longestTyped = 64;

/**
 * What somebody typed, read in their favour: any case, full-width signs, O for 0, I and L for 1, and no matter what
 * spaces and hyphens. Undefined for a text far too long to be a code.
 */
export function normalised(typed: string): string | undefined {
  if (typed.length > longestTyped) return undefined;
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Dash_Punctuation}\u2212\u00B7\u200B-\u200D\u2060\uFEFF]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
}
