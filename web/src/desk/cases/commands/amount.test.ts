import type { CaseView } from '@gezhi/contract/cases/index';
import { say as sayIn } from '@gezhi/contract/words/index';
import { describe, expect, it } from 'vitest';
import type { Say } from '../../../words/locale.tsx';
import { amountWords, extendedClock } from './amount.ts';

const say: Say = (id, ...values) => sayIn('zh-CN', id, ...values);

it.each([
  [{ kind: 'working', amount: 480 }, '8 小时 (工作时)'],
  [{ kind: 'working', amount: 90 }, '90 分钟 (工作时)'],
  [{ kind: 'running', amount: 1440 }, '24 小时'],
  [{ kind: 'running', amount: 30 }, '30 分钟'],
  [{ kind: 'workingDays', amount: 5 }, '5 个工作日'],
  [{ kind: 'calendarDays', amount: 30 }, '30 天'],
] as const)('says %o as %s', (amount, words) => {
  expect(amountWords(say, amount)).toBe(words);
});

describe('the clock an extension replaces', () => {
  const clock = (id: string, stage: string, dueAt: string, more: object = {}) => ({
    id,
    stage,
    dueAt,
    amount: { kind: 'workingDays', amount: 5 },
    ...more,
  });
  const clocks = [
    clock('handle.1', 'handle', '2026-11-20T01:00:00Z', { stoppedAt: '2026-11-19T01:00:00Z' }),
    clock('handle.2', 'handle', '2026-11-27T01:00:00Z'),
    clock('result.1', 'result', '2026-11-26T01:00:00+08:00', { ref: 'wo.2' }),
    clock('acknowledge.1', 'acknowledge', '2026-11-21T01:00:00Z'),
  ] as CaseView['clocks'];

  it('is the one of the work order that ends first', () => {
    expect(extendedClock({ clocks }, 'wo.2')?.id).toBe('result.1');
    expect(extendedClock({ clocks }, 'wo.1')?.id).toBe('handle.2');
  });

  it('is none where nothing is counted', () => {
    expect(extendedClock({ clocks: clocks.slice(0, 1) }, 'wo.1')).toBeUndefined();
    expect(extendedClock({ clocks: [{ ...clocks[1], amount: undefined }] as never }, 'wo.1')).toBeUndefined();
  });
});
