import { expect, it } from 'vitest';
import { correctionOf } from './correction.ts';

const start = { category: '0101', urgency: 'ordinary', point: [109.5, 23.1], address: undefined };

it('says only what was changed', () => {
  expect(correctionOf(start, { ...start, point: [109.5, 23.1], urgency: 'urgent', reason: '问清了' })).toEqual({
    urgency: 'urgent',
    reason: '问清了',
  });
  expect(correctionOf(start, { ...start, point: [109.51, 23.1] })).toEqual({ point: [109.51, 23.1] });
});

it('takes a field opened and left blank for unchanged', () => {
  expect(correctionOf(start, { ...start, address: '' })).toEqual({});
});
