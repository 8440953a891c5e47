import { checkSymbolOf, checkValueOf, normalised, symbolOf, symbolsFrom, valueOf } from './crockford.ts';

/** Symbols that carry the secret: 60 bits. */
const secretLength = 12;

/** Random bytes a follow code is made from. */
export const followCodeBytes = secretLength;

export type FollowCode =
  /** `code` is the normal form, 13 symbols without hyphens: what is hashed and stored. */
  | { readonly ok: true; readonly code: string }
  | {
      readonly ok: false;
      readonly code: /** Not 13 symbols. */
        | 'followCode.length'
        /** A sign that no code has. */
        | 'followCode.symbol'
        /** The check symbol does not fit: a slip of the finger. */
        | 'followCode.check';
    };

/**
 * The reporter's secret from 12 random bytes, in normal form. Throws RangeError for fewer bytes.
 *
 * Crockford's check may be one of `*~$=U`, which are hard to find on a phone and to say aloud. The last symbol is
 * then moved by at most five, so that every code given out is letters and digits; that costs a fifth of a bit.
 */
export function followCodeFrom(random: Uint8Array): string {
  const drawn = symbolsFrom(random, secretLength);
  const secret = drawn.slice(0, -1) + symbolOf(speakable(valueOf(drawn.slice(-1)) ?? 0, checkValueOf(drawn)));
  return secret + checkSymbolOf(secret);
}

/** The value for the last symbol with which the check, as many steps further or back, is within the alphabet. */
function speakable(last: number, check: number): number {
  if (check < 32) return last;
  const tooFar = check - 31;
  return last >= tooFar ? last - tooFar : last + 37 - check;
}

/** Reads a follow code as typed: see `normalised` for what is forgiven. */
export function parseFollowCode(typed: string): FollowCode {
  const code = normalised(typed);
  if (code === undefined || code.length !== secretLength + 1) return { ok: false, code: 'followCode.length' };
  const secret = code.slice(0, secretLength);
  if (Array.from(secret).some((symbol) => valueOf(symbol) === undefined))
    return { ok: false, code: 'followCode.symbol' };
  return checkSymbolOf(secret) === code.slice(secretLength)
    ? { ok: true, code }
    : { ok: false, code: 'followCode.check' };
}

/** A code in normal form as it is printed and read aloud: `7K3M-2Q9A-BCDEF`. */
export function formatFollowCode(code: string): string {
  return [code.slice(0, 4), code.slice(4, 8), code.slice(8)].join('-');
}
