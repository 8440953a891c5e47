import type { CaseView } from '@gezhi/contract/cases/index';
import { expect, it } from 'vitest';
import { correctionsIn } from './corrections.ts';

type Line = CaseView['history'][number];
const line = (seq: number, type: string, data: Line['data']): Line => ({
  seq,
  type,
  at: '2026-11-20T01:00:00Z',
  by: { kind: 'staff', name: '甘甜' },
  data,
  hash: '',
});
const reported = line(1, 'reported', {
  category: '0101',
  urgency: 'ordinary',
  area: { code: '450802001013', name: '荷城社区' },
  desk: { code: '450802001013', name: '荷城社区' },
});

it('says from what to what each correction went, over several of them', () => {
  const found = correctionsIn([
    reported,
    line(2, 'accepted', {}),
    line(3, 'corrected', { category: '0102', urgency: 'ordinary', address: '木棉巷 3 号', reason: '登记错' }),
    line(4, 'corrected', { category: '0103', area: { code: '450802001014', name: '港宁社区' } }),
  ]);
  expect(found.get(3)).toEqual([
    { part: 'category', from: '0101', to: '0102' },
    { part: 'address', from: undefined, to: '木棉巷 3 号' },
  ]);
  expect(found.get(4)).toEqual([
    { part: 'category', from: '0102', to: '0103' },
    { part: 'area', from: '荷城社区', to: '港宁社区' },
  ]);
});

it('takes nothing from lines that correct nothing', () => {
  expect(correctionsIn([reported, line(2, 'dispatched', { category: '0102' })]).size).toBe(0);
});
