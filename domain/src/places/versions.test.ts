import { assert, integer, property, uniqueArray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeVersion, type Validity, versionAt } from './versions.ts';

/** Applies a change the way a store does. */
function put(versions: readonly Validity[], from: number): Validity[] {
  const change = placeVersion(versions, from);
  const kept = versions
    .filter((version) => version !== change.replaced)
    .map((version) =>
      version === change.shortened?.version ? { from: version.from, to: change.shortened.to } : version,
    );
  return [...kept, { from, ...(change.to === undefined ? {} : { to: change.to }) }];
}

describe('dated versions', () => {
  it('the earlier ends where the later begins', () => {
    const two = put(put([], 10), 20);
    expect(two).toEqual([{ from: 10, to: 20 }, { from: 20 }]);
    expect(versionAt(two, 9)).toBeUndefined();
    expect(versionAt(two, 19)).toEqual({ from: 10, to: 20 });
    expect(versionAt(two, 20)).toEqual({ from: 20 });
  });

  it('in whatever order they are entered, exactly one holds at every instant from the first', () => {
    assert(
      property(
        uniqueArray(integer({ min: 0, max: 50 }), { minLength: 1 }),
        integer({ min: 0, max: 60 }),
        (starts, instant) => {
          const versions = starts.reduce<Validity[]>(put, []);
          const holding = versions.filter((v) => v.from <= instant && (v.to === undefined || instant < v.to));
          const expected = Math.max(...starts.filter((start) => start <= instant));
          expect(holding.map((version) => version.from)).toEqual(Number.isFinite(expected) ? [expected] : []);
        },
      ),
    );
  });

  it('a version from the same instant replaces', () => {
    expect(put(put([], 10), 10)).toEqual([{ from: 10 }]);
  });
});
