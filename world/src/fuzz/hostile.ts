import fc from 'fast-check';

const deep = (depth: number): unknown => {
  let value: unknown = 1;
  for (let left = depth; left > 0; left -= 1) value = left % 2 === 0 ? [value] : { a: value };
  return value;
};

/** Texts that have broken programs: halves of characters, what nobody sees, other languages, other people's languages. */
export const hostileTexts: readonly string[] = [
  '',
  ' ',
  '\u3000',
  '\u200B\u200D\u2060',
  '\u202Eabc',
  '\uD83D',
  'a\uDC00b',
  '\u0000',
  '\u0001\u0008\u001F\u007F\u0085',
  'a\r\nSet-Cookie: a=b',
  'NaN',
  'Infinity',
  '-0',
  '1e400',
  '0x10',
  '99999999999999999999',
  'null',
  'undefined',
  'true',
  '[object Object]',
  '__proto__',
  'constructor',
  "' or 1=1 --",
  "'; drop table case_file; --",
  '%00',
  '%',
  '%E4%BD',
  '_%\\',
  '../../../etc/passwd',
  '<script>alert(1)</script>',
  '=1+1',
  '(((((((((((a+)+)+)+)+)+',
  '{"a":1}',
  '9999-12-31T23:59:59Z',
  '0000-01-01T00:00:00Z',
  '+275760-09-13T00:00:00Z',
  '2026-11-20T09:00:00+23:59',
  '2026-02-30',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '🏳️‍🌈'.repeat(30),
  '长'.repeat(10_000),
  'a'.repeat(10_000),
  '\u0301'.repeat(2_000),
];

const hostileNumbers: readonly number[] = [
  -1, -0, 0.1, 1e-320, 1e21, 1e308, 2_147_483_648, -2_147_483_649, 9_007_199_254_740_992, 253_402_300_800_000,
];

const hostileThings: readonly unknown[] = [
  null,
  true,
  [],
  {},
  [[]],
  [null],
  { length: 1_000_000_000 },
  { toString: 1 },
  JSON.parse('{"constructor":{"prototype":{"a":1}}}'),
  Array.from({ length: 1_000 }, () => 'a'),
  deep(40),
  deep(200),
];

/** A value that stands where something else was meant. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...hostileTexts) },
  { weight: 2, arbitrary: fc.constantFrom(...hostileNumbers) },
  { weight: 2, arbitrary: fc.constantFrom(...hostileThings) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.double() },
);

interface Spot {
  readonly holder: Record<string, unknown>;
  readonly name: string;
}

function spotsIn(value: unknown): Spot[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((name) => [{ holder, name }, ...spotsIn(holder[name])]);
}

/** The value with one of its parts replaced, taken out, doubled or added to; `at` says which. */
export function spoil(sound: unknown, at: number, hostile: unknown): unknown {
  // Parts of it may be constants that every later call is made of.
  const value = structuredClone(sound);
  const spots = spotsIn(value);
  const spot = spots[at % (spots.length + 1)];
  if (spot === undefined) return hostile;
  const { holder, name } = spot;
  if (at % 11 === 0) {
    // Something nobody asked for: it must be refused or left aside.
    Object.assign(holder, Array.isArray(holder) ? {} : { county: '450999', id: hostile, permissions: ['*'] });
  } else if (at % 7 === 0 && !Array.isArray(holder)) delete holder[name];
  else if (at % 5 === 0) holder[name] = [holder[name], holder[name]];
  else holder[name] = hostile;
  return value;
}
