import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, deepest } from './canonical.ts';

const textOf = (value: unknown): string => {
  const canonical = canonicalJson(value);
  if (!canonical.ok) throw new Error(`${canonical.code} at ${canonical.path}`);
  return canonical.text;
};

/** A JSON value with the keys of every object the other way round. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, item]) => [key, shuffled(item)]),
  );
}

describe('RFC 8785', () => {
  test('section 3.2.2: primitives and white space', () => {
    const value = {
      numbers: JSON.parse('[333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001]'),
      string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(textOf(value)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  test('section 3.2.3: keys by UTF-16 code units', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect(Object.values(JSON.parse(textOf(value)))).toHaveLength(7);
    expect([...textOf(value).matchAll(/:"(\w+)/g)].map(([, word]) => word)).toEqual([
      'Carriage',
      'One',
      'Control',
      'Latin',
      'Euro',
      'Emoji',
      'Hebrew',
    ]);
  });

  test('minus zero is zero', () => {
    expect(textOf(-0)).toBe('0');
  });
});

test('equal values have equal texts, whatever the order of their keys, and the text reads back as the value', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
      const text = textOf(value);
      expect(textOf(shuffled(value))).toBe(text);
      expect(textOf(JSON.parse(text))).toBe(text);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

describe('refused', () => {
  test.each([
    ['undefined', { a: undefined }, '$.a'],
    ['NaN', [Number.NaN], '$[0]'],
    ['infinity', Number.POSITIVE_INFINITY, '$'],
    ['a date', { at: new Date(0) }, '$.at'],
    ['a big integer', 1n, '$'],
    ['a function', { f: () => 1 }, '$.f'],
    ['a hole', Array(1), '$[0]'],
    ['a map', new Map(), '$'],
  ])('%s', (_, value, path) => {
    expect(canonicalJson(value)).toEqual({ ok: false, code: 'chain.notJson', path });
  });

  test('half a surrogate pair, in a text or a key', () => {
    expect(canonicalJson({ a: ['x\ud800'] })).toEqual({ ok: false, code: 'chain.loneSurrogate', path: '$.a[0]' });
    expect(canonicalJson({ '\udc00': 1 })).toEqual({ ok: false, code: 'chain.loneSurrogate', path: '$' });
    expect(textOf('😀')).toBe('"😀"');
  });

  test('nesting without end', () => {
    const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));
    expect(canonicalJson(nested(deepest + 1)).ok).toBe(true);
    expect(canonicalJson(nested(deepest + 2))).toMatchObject({ ok: false, code: 'chain.tooDeep' });
    expect(canonicalJson(nested(5_000))).toMatchObject({ ok: false, code: 'chain.tooDeep' });
  });
});
