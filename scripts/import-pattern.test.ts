import { expect, test } from 'vitest';
import fc from 'fast-check';
import { followedByNoneOf, startingWithNoneOf } from './import-pattern.ts';

test('an allowed prefix does not match, everything else does', () => {
  const pattern = new RegExp(startingWithNoneOf(['.', 'zod', '@gezhi/domain/']));
  for (const allowed of ['./a.ts', '../b.ts', 'zod', 'zod/v4', '@gezhi/domain/cases/index']) {
    expect(pattern.test(allowed), allowed).toBe(false);
  }
  for (const refused of ['zo', 'kysely', 'node:fs', '@gezhi/server/main', '@gezhi/domain', '', '@']) {
    expect(pattern.test(refused), refused).toBe(true);
  }
});

test('only the index of another noun may follow', () => {
  const pattern = new RegExp(followedByNoneOf('(?:\\.\\./)+(?:places|people)/', ['index.ts']));
  for (const allowed of ['../places/index.ts', '../../people/index.ts', './places.ts', '../time.ts']) {
    expect(pattern.test(allowed), allowed).toBe(false);
  }
  for (const refused of ['../places/area.ts', '../../people/deep/index.ts', '../places/inde.ts', '../places/i.ts']) {
    expect(pattern.test(refused), refused).toBe(true);
  }
});

test('agrees with startsWith for any words', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', '.', '/', '-', '@'), minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), word, (prefixes, path) => {
      const refused = !prefixes.some((prefix) => path.startsWith(prefix));
      expect(new RegExp(startingWithNoneOf(prefixes)).test(path)).toBe(refused);
    }),
  );
});
