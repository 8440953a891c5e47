import type { CaseView } from '@gezhi/contract/cases/index';
import { describe, expect, it } from 'vitest';
import { whyNotVerify } from './may-not-verify.ts';

const line = (type: string, name: string): CaseView['history'][number] => ({
  seq: 1,
  type,
  at: '2026-11-20T01:00:00Z',
  by: { kind: 'staff', name },
  data: {},
  hash: '',
});
const found = {
  state: 'handled' as const,
  commands: ['note'],
  homeDesk: { code: '450802001013', name: '荷城社区' },
  area: { code: '450802001013001', name: '荷塘苑网格' },
  history: [line('dispatched', '甘甜'), line('workOrderFinished', '李梅')],
};
const asker = (name: string, area = '450802001013', permissions = ['case.desk', 'case.verify']) => ({
  person: { id: '01', name },
  posts: [{ id: 'p', role: 'community-clerk', area, permissions }],
});

describe('why the verify button is missing', () => {
  it('names what the asker did with the case', () => {
    expect(whyNotVerify(found, asker('甘甜'))).toBe('dispatched');
    expect(whyNotVerify(found, asker('李梅', '450802001013001'))).toBe('handled');
    expect(whyNotVerify({ ...found, about: '荷城社区' }, asker('乙'))).toBe('complainedAbout');
  });

  it('says nothing where the button is there, too early, or of others', () => {
    expect(whyNotVerify({ ...found, commands: ['verify'] }, asker('甘甜'))).toBeUndefined();
    expect(whyNotVerify({ ...found, state: 'handling' }, asker('甘甜'))).toBeUndefined();
    expect(whyNotVerify(found, asker('甘甜', '450802001013002'))).toBeUndefined();
    expect(whyNotVerify(found, asker('甘甜', '450802001'))).toBeUndefined();
    expect(whyNotVerify(found, asker('甘甜', '450802001013', ['case.desk']))).toBeUndefined();
  });
});
