import { expect, it } from 'vitest';
import { intervalSpan, percent } from './percent.ts';

it('prints a rate as the bulletin does', () => {
  expect(percent(911 / 972)).toBe('93.72 %');
  expect(percent(737 / 972)).toBe('75.82 %');
});

it('never says an interval too narrow', () => {
  expect(intervalSpan([0.9203, 0.9511])).toEqual({ low: 92, high: 96 });
  expect(intervalSpan([0, 1])).toEqual({ low: 0, high: 100 });
});
