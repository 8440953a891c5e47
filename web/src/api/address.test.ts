import { describe, expect, it } from 'vitest';
import { addressOf } from './address.ts';

describe('addressOf', () => {
  it('fills path parts safely', () => {
    expect(addressOf('/api/cases/:id/events', { id: 'a/b c' }, undefined)).toBe('/api/cases/a%2Fb%20c/events');
  });

  it('leaves out what is absent and repeats lists', () => {
    expect(
      addressOf('/api/cases', undefined, { state: ['reported', 'accepted'], q: '', area: undefined, limit: 50 }),
    ).toBe('/api/cases?state=reported&state=accepted&limit=50');
  });

  it('refuses to guess a missing part', () => {
    expect(() => addressOf('/api/cases/:id', {}, undefined)).toThrow(':id');
  });
});
