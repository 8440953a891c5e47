import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differencesOf } from './index.ts';

describe('what differs', () => {
  it('names rows by id or code, not by their place', () => {
    const before = {
      rows: [
        { id: 'a', amount: 1 },
        { id: 'b', amount: 2 },
      ],
    };
    const after = {
      rows: [
        { id: 'c', amount: 9 },
        { id: 'a', amount: 1 },
        { id: 'b', amount: 3 },
      ],
    };
    expect(differencesOf(before, after)).toEqual([
      { path: 'rows.c', after: { id: 'c', amount: 9 } },
      { path: 'rows.b.amount', before: 2, after: 3 },
    ]);
  });

  it('says what is gone and what is new', () => {
    expect(differencesOf({ a: 1, b: [1, 2] }, { b: [1], c: { d: true } })).toEqual([
      { path: 'b.1', before: 2 },
      { path: 'c', after: { d: true } },
      { path: 'a', before: 1 },
    ]);
  });

  it('falls back to numbers where names are doubled', () => {
    const doubled = { rows: [{ id: 'a' }, { id: 'a' }] };
    expect(differencesOf(doubled, { rows: [{ id: 'a' }, { id: 'a' }, { id: 'a' }] })).toEqual([
      { path: 'rows.2', after: { id: 'a' } },
    ]);
  });

  it('is nothing between equals', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(differencesOf(value, JSON.parse(JSON.stringify(value)))).toEqual([]);
      }),
    );
  });

  it('is exactly the one cell that was changed, wherever its row stands', () => {
    const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(ids, fc.nat(), (names, pick) => {
        const rows = names.map((id, amount) => ({ id, amount }));
        const at = pick % rows.length;
        const changed = rows.map((row, index) => (index === at ? { ...row, amount: -1 } : row)).toReversed();
        expect(differencesOf({ rows }, { rows: changed })).toEqual([
          { path: `rows.${names[at]}.amount`, before: at, after: -1 },
        ]);
      }),
    );
  });
});
