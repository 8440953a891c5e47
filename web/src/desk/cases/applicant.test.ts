import { expect, it } from 'vitest';
import { applicantOf } from './applicant.ts';

const found = {
  workOrders: [{ id: 'wo.1', body: { kind: 'org', id: 'a', name: '城管局' } }],
  history: [{ type: 'asked', data: { ask: 'ask.1' }, by: { kind: 'staff', name: '李梅' } }],
} as unknown as Parameters<typeof applicantOf>[0];
const ask = { id: 'ask.1', workOrder: 'wo.1' } as Parameters<typeof applicantOf>[1];

it('names the body and the person who asked', () => {
  expect(applicantOf(found, ask)).toBe('城管局 · 李梅');
  expect(applicantOf(found, { ...ask, id: 'ask.2' })).toBe('城管局');
  expect(applicantOf({ ...found, history: [] }, { id: 'ask.2' } as typeof ask)).toBeUndefined();
});
