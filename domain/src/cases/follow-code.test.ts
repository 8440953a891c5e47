import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkSymbolOf } from './crockford.ts';
import { followCodeBytes, followCodeFrom, formatFollowCode, parseFollowCode } from './follow-code.ts';

const random = fc.uint8Array({ minLength: followCodeBytes, maxLength: followCodeBytes });
const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('the check symbol', () => {
  // 1234 is the worked number of Crockford's page: 16J with check D.
  test.each([
    ['16J', 'D'],
    ['0', '0'],
    ['10', '*'],
    ['14', 'U'],
  ])('of %s is %s', (text, check) => {
    expect(checkSymbolOf(text)).toBe(check);
  });
});

describe('a code given out', () => {
  test('is thirteen letters and digits, and reads back', () => {
    fc.assert(
      fc.property(random, (bytes) => {
        const code = followCodeFrom(bytes);
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{13}$/);
        expect(parseFollowCode(code)).toEqual({ ok: true, code });
        expect(parseFollowCode(formatFollowCode(code))).toEqual({ ok: true, code });
      }),
      { numRuns: 2_000 },
    );
  });

  test('moves only its last symbol, and only for the sake of its check', () => {
    const moved = Array.from({ length: 32 * 32 }, (_, i) => {
      const bytes = new Uint8Array(followCodeBytes);
      bytes.set([i >> 5, i & 31], followCodeBytes - 2);
      const drawn = `${'0'.repeat(10)}${symbols.charAt(i >> 5)}${symbols.charAt(i & 31)}`;
      const code = followCodeFrom(bytes);
      expect(code.slice(0, 11)).toBe(drawn.slice(0, 11));
      expect(code.slice(0, 12) !== drawn).toBe('*~$=U'.includes(checkSymbolOf(drawn)));
      return code.slice(0, 12) !== drawn;
    });
    expect(moved.filter(Boolean).length / moved.length).toBeCloseTo(5 / 37, 1);
  });

  test('comes from all of its bytes', () => {
    const codes = Array.from({ length: followCodeBytes }, (_, i) =>
      followCodeFrom(new Uint8Array(followCodeBytes).fill(9, i, i + 1)),
    );
    expect(new Set(codes).size).toBe(followCodeBytes);
  });

  test('is not made from too little chance', () => {
    expect(() => followCodeFrom(new Uint8Array(11))).toThrow(RangeError);
  });
});

describe('a code typed', () => {
  const code = followCodeFrom(Uint8Array.from([0, 1, 0, 7, 20, 3, 18, 2, 23, 9, 10, 11]));

  test('is printed in groups', () => {
    expect(code.slice(0, 12)).toBe('0107M3J2Q9AB');
    expect(formatFollowCode(code)).toBe(`0107-M3J2-Q9AB${code.slice(12)}`);
  });

  test.each([
    ['in small letters', code.toLowerCase()],
    ['with letters for digits', code.replace('0107', 'oIOl').replace('l', '7')],
    ['in full width', Array.from(code, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('')],
    ['with full-width spaces and dashes', ` ${code.slice(0, 4)}－${code.slice(4, 8)}　—${code.slice(8)}\n`],
    ['with signs nobody sees', `\u200b${code}\ufeff`],
  ])('%s is the same', (_, typed) => {
    expect(parseFollowCode(typed)).toEqual({ ok: true, code });
  });

  test.each([
    ['', 'followCode.length'],
    [code.slice(1), 'followCode.length'],
    [`${code}0`, 'followCode.length'],
    [`${code}${' '.repeat(100)}`, 'followCode.length'],
    [`U${code.slice(1)}`, 'followCode.symbol'],
    [`荷${code.slice(1)}`, 'followCode.symbol'],
    [`\ud800${code.slice(1)}`, 'followCode.symbol'],
    [`*${code.slice(1)}`, 'followCode.symbol'],
  ])('%j is refused: %s', (typed, refusal) => {
    expect(parseFollowCode(typed)).toEqual({ ok: false, code: refusal });
  });

  test('with one symbol wrong, or two neighbours changed over, is refused', () => {
    fc.assert(
      fc.property(random, fc.nat(12), fc.nat(31), fc.nat(10), (bytes, at, other, pair) => {
        const whole = followCodeFrom(bytes);
        const wrong = whole.slice(0, at) + symbols.charAt(other) + whole.slice(at + 1);
        const swapped = `${whole.slice(0, pair)}${whole.charAt(pair + 1)}${whole.charAt(pair)}${whole.slice(pair + 2)}`;
        for (const typed of [wrong, swapped]) {
          expect(parseFollowCode(typed)).toEqual(
            typed === whole ? { ok: true, code: whole } : { ok: false, code: 'followCode.check' },
          );
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
