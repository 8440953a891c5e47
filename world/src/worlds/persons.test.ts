import { expect, it } from 'vitest';
import { madeUpName } from './persons.ts';

it('gives thirty thousand people names of their own', () => {
  const names = Array.from({ length: 30_000 }, (_, index) => madeUpName(index));
  expect(new Set(names).size).toBe(names.length);
  expect(names.every((name) => /^\p{Script=Han}{3}$/u.test(name))).toBe(true);
});
