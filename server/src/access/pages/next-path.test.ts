import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { home, nextPath } from './next-path.ts';

describe('nextPath', () => {
  it.each(['/desk', '/desk/cases?q=路灯#top', '/field/', '/desk?next=https://evil.example'])(
    'goes on to %s',
    (path) => {
      expect(new URL(nextPath(path), 'https://here.example').origin).toBe('https://here.example');
      expect(decodeURI(nextPath(path))).toBe(path);
    },
  );

  it.each([
    undefined,
    ['/desk'],
    '',
    'desk',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/desk\\@evil.example',
    '/..//evil.example',
    '/.//evil.example',
    `/${'a'.repeat(3000)}`,
  ])('leads home instead of %j', (asked) => {
    expect(nextPath(asked)).toBe(home);
  });

  it('never leaves the site, whatever is asked', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '@',
      ':',
      '%2f',
      '%5c',
      'evil.example',
      'a',
      '?',
      '#',
      '\t',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const next = nextPath(`/${pieces.join('')}`);
        expect(new URL(next, 'https://here.example').origin).toBe('https://here.example');
      }),
      { numRuns: 2000 },
    );
  });
});
