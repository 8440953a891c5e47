import { describe, expect, it } from 'vitest';
import { defaultCodeScheme } from './codes.ts';
import {
  type AreaKind,
  defaultAreaKinds,
  deskOf,
  faultsOfKinds,
  findKind,
  kindOfDivision,
  kindsUnder,
  mayStandUnder,
} from './kinds.ts';

/** A county with one more level than the default: 片区 between township and village. */
const ruralKinds: readonly AreaKind[] = [
  { id: 'county', under: [], desk: true },
  { id: 'township', under: ['county'], desk: true },
  { id: 'cluster', under: ['township'], desk: true },
  { id: 'village', under: ['cluster', 'township'], desk: true },
  { id: 'grid', under: ['village'], desk: false },
  { id: 'group', under: ['grid'], desk: false },
];

describe('area kinds', () => {
  it('both a default and a five-level rural table are sound', () => {
    expect(faultsOfKinds(defaultAreaKinds)).toEqual([]);
    expect(faultsOfKinds(ruralKinds)).toEqual([]);
  });

  it('names what is wrong with a table', () => {
    expect(
      faultsOfKinds([
        { id: 'a', under: ['b'], desk: true },
        { id: 'b', under: ['a'], desk: true },
        { id: 'b', under: ['nowhere'], desk: true },
      ]),
    ).toEqual([
      { code: 'kinds.circle', kind: 'a' },
      { code: 'kinds.circle', kind: 'b' },
      { code: 'kinds.doubled', kind: 'b' },
      { code: 'kinds.unknownParent', kind: 'b', parent: 'nowhere' },
      { code: 'kinds.circle', kind: 'b' },
    ]);
  });

  it('says which may stand under which', () => {
    const grid = findKind(defaultAreaKinds, 'grid');
    expect(grid && mayStandUnder(grid, 'community')).toBe(true);
    expect(grid && mayStandUnder(grid, 'street')).toBe(false);
    expect(grid && mayStandUnder(grid, undefined)).toBe(false);
    expect(kindsUnder(defaultAreaKinds, 'community').map((kind) => kind.id)).toEqual(['grid', 'exclusive-grid']);
  });

  it('finds the desk that decides about a place', () => {
    const chain = ['county', 'street', 'community', 'grid', 'microgrid'].map((kind) => ({ kind }));
    expect(deskOf(defaultAreaKinds, chain)).toEqual({ kind: 'community' });
    expect(deskOf(defaultAreaKinds, chain.slice(0, 2))).toEqual({ kind: 'street' });
    expect(deskOf(defaultAreaKinds, [])).toBeUndefined();
  });

  it('knows the kind of a division by its depth', () => {
    expect(
      ['45', '4508', '450802', '450802001', '450802001013', '450802001013001'].map((code) =>
        kindOfDivision(defaultCodeScheme, code),
      ),
    ).toEqual(['province', 'city', 'county', 'street', 'community', undefined]);
  });
});
