import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dailyRoot } from './index.ts';

/** Brackets in place of SHA-256 show what was hashed. */
const shown = (text: string): string => `<${text}>`;
const heads = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ case: name, head: name.toUpperCase() }));
const leaf = (name: string): string => `<leaf:${name}:${name.toUpperCase()}>`;

test('of nothing, one, two, and an odd number', () => {
  expect(dailyRoot([], shown)).toBe('<empty>');
  expect(dailyRoot(heads.slice(0, 1), shown)).toBe(leaf('a'));
  expect(dailyRoot(heads.slice(0, 2), shown)).toBe(`<node:${leaf('a')}:${leaf('b')}>`);
  expect(dailyRoot(heads.slice(0, 3), shown)).toBe(`<node:<node:${leaf('a')}:${leaf('b')}>:${leaf('c')}>`);
  const four = `<node:<node:${leaf('a')}:${leaf('b')}>:<node:${leaf('c')}:${leaf('d')}>>`;
  expect(dailyRoot(heads, shown)).toBe(`<node:${four}:${leaf('e')}>`);
});

test('is the same in whatever order the heads come, and leaves them as they were', () => {
  const given = heads.toReversed();
  expect(dailyRoot(given, shown)).toBe(dailyRoot(heads, shown));
  expect(given).toEqual(heads.toReversed());
});

test('is another when any head is another, missing, or there twice', () => {
  const day = fc.uniqueArray(fc.record({ case: fc.uuid(), head: fc.stringMatching(/^[0-9a-f]{4}$/) }), {
    selector: (entry) => entry.case,
    minLength: 1,
    maxLength: 20,
  });
  fc.assert(
    fc.property(day, fc.nat(19), (entries, where) => {
      const at = where % entries.length;
      const root = dailyRoot(entries, shown);
      const entry = entries[at];
      if (!entry) throw new Error('no entry');
      expect(dailyRoot(entries.with(at, { ...entry, head: `${entry.head}0` }), shown)).not.toBe(root);
      expect(dailyRoot(entries.toSpliced(at, 1), shown)).not.toBe(root);
      expect(dailyRoot([...entries, entry], shown)).not.toBe(root);
    }),
  );
});
