import type { CaseRow } from '@gezhi/contract/cases/index';
import { expect, it } from 'vitest';
import { nothing, ofAll, toggledIn, withRange } from './selection.ts';

const rows = ['a', 'b', 'c', 'd'].map((id) => ({ id }) as CaseRow);
const [a, , c] = rows as [CaseRow, CaseRow, CaseRow, CaseRow];

it('chooses and lets go', () => {
  expect([...toggledIn(nothing, a).keys()]).toEqual(['a']);
  expect(toggledIn(toggledIn(nothing, a), a).size).toBe(0);
});

it('chooses a range in either direction and keeps what was chosen', () => {
  expect([...withRange(nothing, rows, 'b', 'd').keys()]).toEqual(['b', 'c', 'd']);
  expect([...withRange(toggledIn(nothing, a), rows, 'd', 'c').keys()]).toEqual(['a', 'c', 'd']);
});

it('chooses the one row where the range began at a case that is gone', () => {
  expect([...withRange(nothing, rows, 'gone', c.id).keys()]).toEqual(['c']);
  expect([...withRange(nothing, rows, undefined, c.id).keys()]).toEqual(['c']);
});

it('chooses all that is there', () => {
  expect(ofAll(rows).size).toBe(4);
});
