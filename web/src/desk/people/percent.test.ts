import { describe, expect, it } from 'vitest';
import { percentOf } from './percent.ts';

describe('percentOf', () => {
  it.each([
    [1, '100.0 %'],
    [0.99999, '99.9 %'],
    [0.5, '50.0 %'],
    [0, '0.0 %'],
  ])('says %d as %s', (share, text) => {
    expect(percentOf(share)).toBe(text);
  });
});
