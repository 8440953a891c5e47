import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryFaults, expiringKinds, registerKind, registerKinds } from './index.ts';

const from = Date.parse('2026-11-20T00:00:00Z');
const paths = (faults: ReturnType<typeof entryFaults>) => faults.map(({ path, code }) => `${path} ${code}`).sort();

describe('an entry of a register', () => {
  it('names what its kind needs and nothing else', () => {
    const pairing = registerKind('pairing');
    expect(entryFaults(pairing, { org: 'o', from, fields: { how: 'sponsor' } })).toEqual([]);
    expect(paths(entryFaults(pairing, { person: 'p', from, fields: { how: 'friend', note: 'x' } }))).toEqual([
      'fields.how type',
      'fields.note register.unwanted',
      'org missing',
      'person register.unwanted',
    ]);
  });

  it('ends after it begins, and where it must end says when', () => {
    const secondment = registerKind('secondment');
    const fields = { reason: '支援' };
    expect(paths(entryFaults(secondment, { person: 'p', from, fields }))).toEqual(['to missing']);
    expect(paths(entryFaults(secondment, { person: 'p', from, to: from, fields }))).toEqual([
      'to register.endsBeforeItBegins',
    ]);
  });

  it('has somebody who answers: a person, or for an anchor household a post', () => {
    const anchor = registerKind('anchorHousehold');
    expect(paths(entryFaults(anchor, { from, fields: { name: '荷塘苑中心户' } }))).toEqual([' register.nobody']);
    expect(entryFaults(anchor, { from, fields: { name: '荷塘苑中心户', post: 'x' } })).toEqual([]);
    expect(entryFaults(anchor, { person: 'p', from, fields: { name: '荷塘苑中心户' } })).toEqual([]);
  });

  it('counts hours of a day within the day', () => {
    const hours = registerKind('serviceHours');
    const wrong = (value: unknown) =>
      entryFaults(hours, { person: 'p', from, fields: { what: '清洁楼道', as: 'dual', hours: value } }).length;
    expect([2, 24, 0.5].map(wrong)).toEqual([0, 0, 0]);
    expect([0, 25, -1, Number.NaN, '2'].map(wrong)).toEqual([1, 1, 1, 1, 1]);
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...registerKinds), fc.dictionary(fc.string(), fc.anything()), (kind, fields) => {
        expect(Array.isArray(entryFaults(kind, { from, fields }))).toBe(true);
      }),
    );
  });

  it('is of a kind that stands once, and what expires has an end', () => {
    expect(new Set(registerKinds.map(({ code }) => code)).size).toBe(registerKinds.length);
    for (const code of expiringKinds) expect(registerKind(code).to).not.toBe('no');
  });
});
