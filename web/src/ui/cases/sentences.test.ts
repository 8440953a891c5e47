import type { CaseView } from '@gezhi/contract/cases/index';
import { say as sayIn } from '@gezhi/contract/words/index';
import { describe, expect, it } from 'vitest';
import type { Say } from '../../words/locale.tsx';
import { photosIn, ratingIn, saidIn, sentenceOf } from './sentences.ts';

const say: Say = (id, ...values) => sayIn('zh-CN', id, ...values);

type Line = CaseView['history'][number];
const line = (type: string, data: Line['data'] = {}, by: Line['by'] = { kind: 'staff', name: '李梅' }): Line => ({
  seq: 1,
  type,
  at: '2026-11-20T01:00:00Z',
  by,
  data,
  hash: '',
});
const orders = [
  { id: 'wo.1', body: { kind: 'org', id: 'a', name: '城管局' } },
  { id: 'wo.2', body: { kind: 'org', id: 'b', name: '供电所' } },
] as CaseView['workOrders'];

describe('sentenceOf', () => {
  it.each([
    [line('accepted'), '李梅受理'],
    [line('reported', {}, { kind: 'reporter' }), '反映人上报'],
    [line('dispatched', { workOrders: [{ id: 'wo.1' }, { id: 'wo.2' }] }), '李梅派单给城管局、供电所'],
    [line('summoned', { workOrders: [{ body: { kind: 'org', id: 'c', name: '交警大队' } }] }), '李梅吹哨交警大队'],
    [line('acknowledged', { workOrder: 'wo.2' }), '李梅代表供电所签收'],
    [line('noted', { public: true }), '李梅告知反映人'],
    [line('noted', { public: true }, { kind: 'reporter' }), '反映人补充说明'],
    [line('verified', { pass: false }), '李梅核查不通过，返工'],
    [line('asked', { kind: 'deferral' }), '李梅申请挂账'],
    [line('clockStarted', { clock: { stage: 'handle' } }, { kind: 'system' }), '处置计时开始'],
    [line('handled', {}, { kind: 'system' }), '全部工单办结，待核查'],
    [line('somethingNew'), '李梅：somethingNew'],
  ])('%#: %s', (given, words) => {
    expect(sentenceOf(given, orders, say)).toBe(words);
  });
});

it('takes what was said, shown and rated out of an event, and nothing that is not text', () => {
  expect(saidIn(line('rejected', { reason: '不在辖区', note: 7 }))).toBe('不在辖区');
  expect(saidIn(line('closed'))).toBeUndefined();
  expect(photosIn(line('workOrderFinished', { photos: ['p', 3] }))).toEqual(['p']);
  expect(ratingIn(line('rated', { solved: 'yes', satisfied: 'fairly' }), say)).toBe('已解决，基本满意');
  expect(ratingIn(line('noted'), say)).toBeUndefined();
});
