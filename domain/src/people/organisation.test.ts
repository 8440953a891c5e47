import { describe, expect, it } from 'vitest';
import { fitsUnder } from './organisation.ts';
import { postRefusal } from './post.ts';

const above: Record<string, string> = { branch: 'street', street: 'county' };
const parentOf = (id: string) => above[id];

describe('fitsUnder', () => {
  it.each([
    ['group', 'branch', true],
    ['group', undefined, true],
    ['county', 'branch', false],
    ['street', 'street', false],
    ['street', 'branch', false],
  ])('%s under %s: %s', (id, parent, fits) => {
    expect(fitsUnder(id, parent, parentOf)).toBe(fits);
  });

  it('ends on a tree that is already broken', () => {
    expect(fitsUnder('new', 'a', (id) => (id === 'a' ? 'b' : 'a'))).toBe(false);
  });
});

describe('postRefusal', () => {
  it('needs a place and an order of times', () => {
    expect(postRefusal({ from: 1 })).toBe('post.nowhere');
    expect(postRefusal({ area: '450802', from: 1, to: 1 })).toBe('post.endsBeforeItBegins');
    expect(postRefusal({ org: 'o', from: 1, to: 2 })).toBeUndefined();
  });
});
