import { expect, it } from 'vitest';
import { staleBy } from './stale-by.ts';

const changed = { kind: 'case.changed', ref: '01938c5e-0000-7000-8000-000000000001' };

it('makes lists stale, and only the case itself', () => {
  expect(staleBy(['cases.list', {}], changed)).toBe(true);
  expect(staleBy(['cases.get', { params: { id: changed.ref } }], changed)).toBe(true);
  expect(staleBy(['cases.get', { params: { id: 'another' } }], changed)).toBe(false);
});

it('leaves other nouns alone', () => {
  expect(staleBy(['people.listDuty', {}], changed)).toBe(false);
  expect(staleBy(['notices.list', {}], { kind: 'notice.new', ref: 'x' })).toBe(true);
  expect(staleBy(['rules.inForce', {}], { kind: 'rules.changed', ref: 'x' })).toBe(true);
  expect(staleBy(['insight.figures', {}], changed)).toBe(true);
});
