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
  expect(staleBy(['places.map', {}], { kind: 'area.changed', ref: '450802001' })).toBe(true);
  expect(staleBy(['tasks.list', {}], { kind: 'tasks.changed', ref: 'x' })).toBe(true);
});
